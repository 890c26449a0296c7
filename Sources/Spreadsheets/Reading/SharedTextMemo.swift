/// Which of the distinct values of a column the last shared texts of a workbook became: most cells of a column hold
/// one of a few texts, and then need not be compared again.
struct SharedTextMemo {
    private static let size = 1 << 10
    private let isKept: Bool
    /// The number of a text, then that of the value from 1; zero where there is none.
    private var entries: [UInt64] = []

    init(isKept: Bool) {
        self.isKept = isKept
    }

    /// The number of the value that a text became, if it is still known.
    @inline(__always)
    subscript(text: Int) -> UInt32? {
        guard !entries.isEmpty else { return nil }
        let entry = entries[text & (Self.size - 1)]
        guard entry != 0, Int(entry &>> 32) == text else { return nil }
        return UInt32(truncatingIfNeeded: entry) - 1
    }

    /// Notes what a text became.
    mutating func remember(_ code: UInt32, of text: Int) {
        guard isKept, text < Int(UInt32.max) else { return }
        if entries.isEmpty { entries = Array(repeating: 0, count: Self.size) }
        entries[text & (Self.size - 1)] = UInt64(text) &<< 32 | UInt64(code + 1)
    }
}
