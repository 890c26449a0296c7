extension StringProtocol {
    /// Whether the text is nothing but digits from 0 to 9, so many of them. Read byte by byte: checks run on every
    /// distinct value of a file.
    func isDigits(_ count: ClosedRange<Int>) -> Bool {
        count.contains(utf8.count) && utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
