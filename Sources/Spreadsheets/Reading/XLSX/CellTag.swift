/// What the tag of a cell says: its address, what it holds and the number of its style. Read without making strings,
/// because there is one for every cell.
struct CellTag {
    /// What a cell holds.
    enum Content {
        case number, shared, text, inline, boolean, error, date
    }

    /// The place of the column; nil where the cell follows the one before it.
    var column: Int?
    /// The number of the row; nil where the row says it.
    var row: Int?
    var type = Content.number
    var style = 0

    /// A tag that says nothing.
    init() {}

    init(_ element: XMLElement) {
        var tag = CellTag()
        element.forEachAttribute { name, value in
            guard name[0] != 0, name[1] == 0 else { return }
            switch UInt8(bitPattern: name[0]) {
            case UInt8(ascii: "r"): tag.readAddress(value)
            case UInt8(ascii: "t"): tag.type = Self.content(value)
            case UInt8(ascii: "s"): tag.style = Self.number(value)
            default: break
            }
        }
        self = tag
    }

    private mutating func readAddress(_ address: UnsafePointer<CChar>) {
        var place = 0
        var letters = 0
        while place < 4, (UInt8(bitPattern: address[place]) | 0x20) &- 0x61 < 26 {
            letters = letters * 26 + Int((UInt8(bitPattern: address[place]) | 0x20) - 0x60)
            place += 1
        }
        guard place > 0 else { return }
        column = letters - 1
        let number = Self.number(address + place)
        if number > 0 { row = number }
    }

    private static func content(_ word: UnsafePointer<CChar>) -> Content {
        content(UInt8(bitPattern: word[0]), word[0] == 0 ? 0 : UInt8(bitPattern: word[1]))
    }

    /// What a cell holds, from the first two letters of the word for it; zero where there is none.
    @inline(__always)
    static func content(_ first: UInt8, _ second: UInt8) -> Content {
        switch first {
        case UInt8(ascii: "s"): second == 0 ? .shared : .text
        case UInt8(ascii: "i"): .inline
        case UInt8(ascii: "b"): .boolean
        case UInt8(ascii: "e"): .error
        case UInt8(ascii: "d"): .date
        default: .number
        }
    }

    private static func number(_ digits: UnsafePointer<CChar>) -> Int {
        var number = 0
        var place = 0
        while place < 9, UInt8(bitPattern: digits[place]) &- 0x30 <= 9 {
            number = number * 10 + Int(digits[place] - 0x30)
            place += 1
        }
        return number
    }
}
