extension Unicode.Scalar {
    /// White space as Python's `str.strip` sees it: no-break spaces are, zero-width ones are not.
    var isPythonSpace: Bool {
        switch value {
        case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
            true
        default: false
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The text without the white space around it, as Python strips it.
    var stripped: Bytes {
        if let first, let last, first > 0x20, first < 0x80, last > 0x20, last < 0x80 { return self }
        let scalars = text.unicodeScalars
        var start = 0
        var end = count
        for scalar in scalars {
            guard scalar.isPythonSpace else { break }
            start += UTF8.width(scalar)
        }
        guard start < count else { return part(0..<0) }
        for scalar in scalars.reversed() {
            guard scalar.isPythonSpace else { break }
            end -= UTF8.width(scalar)
        }
        // Bytes that are no UTF-8 were read as U+FFFD, which is wider: nothing can be said of such a text.
        return start <= end && end <= count ? part(start..<end) : self
    }
}

extension String {
    /// The text without the white space around it, as Python strips it.
    var pythonStripped: String {
        var scalars = Substring(self).unicodeScalars
        while let first = scalars.first, first.isPythonSpace { scalars.removeFirst() }
        while let last = scalars.last, last.isPythonSpace { scalars.removeLast() }
        return String(scalars)
    }

    /// Runs a body on the bytes of the text.
    func withBytes<Result>(_ body: (Bytes) -> Result) -> Result {
        var copy = self
        return copy.withUTF8(body)
    }
}
