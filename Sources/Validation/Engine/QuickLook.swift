import Norms

/// A first look at a cell, on its bytes alone: it may say that a cell is good, never that it is not.
///
/// Most cells of most files are good, and most types have one usual writing. What is written otherwise goes on to the
/// exact judgement, which alone decides.
enum QuickLook {
    /// Nothing is asked.
    case anything
    /// Text of so many characters, at most; its rules are judged on bytes.
    case text(TextRules)
    /// Digits, within bounds that are not reached.
    case integer(above: Int, below: Int)
    /// Digits and a point, within bounds that are not reached.
    case number(above: Double, below: Double)
    /// `2024-05-31`.
    case isoDay
    /// Four digits.
    case year
    /// One of a few short words.
    case words([ShortWord])
    /// No quick look.
    case none

    /// Whether a cell is surely good.
    @inline(__always)
    func accepts(_ cell: Bytes) -> Bool {
        switch self {
        case .anything: true
        case .text(let rules): rules.accepts(cell)
        case .integer(let above, let below): Self.integer(cell).map { $0 > above && $0 < below } ?? false
        case .number(let above, let below): Self.number(cell).map { $0 > above && $0 < below } ?? false
        case .isoDay: Self.isISODay(cell)
        case .year:
            cell.count == 4 && cell[0].isDigit && cell[1].isDigit && cell[2].isDigit && cell[3].isDigit
        case .words(let words): ShortWord(cell).map { word in words.contains { $0 == word } } ?? false
        case .none: false
        }
    }

    /// A plain whole number of at most 17 digits.
    @inline(__always)
    static func integer(_ cell: Bytes) -> Int? {
        guard cell.count > 0, cell.count < 18 else { return nil }
        var place = 0
        let isNegative = cell[0] == 0x2D
        if isNegative { place = 1 }
        guard place < cell.count else { return nil }
        var number = 0
        while place < cell.count {
            let digit = cell[place] &- 0x30
            guard digit < 10 else { return nil }
            number = number &* 10 &+ Int(digit)
            place += 1
        }
        return isNegative ? -number : number
    }

    private static let powers: [Double] = (0..<16).map { power in
        (0..<power).reduce(1.0) { product, _ in product * 10 }
    }

    /// A plain decimal number of at most 15 digits, which a machine number holds to the nearest.
    @inline(__always)
    static func number(_ cell: Bytes) -> Double? {
        guard cell.count > 0, cell.count < 16 else { return nil }
        var place = 0
        let isNegative = cell[0] == 0x2D
        if isNegative { place = 1 }
        var number = 0
        var digits = 0
        var decimals = -1
        while place < cell.count {
            let byte = cell[place]
            let digit = byte &- 0x30
            if digit < 10 {
                number = number &* 10 &+ Int(digit)
                digits += 1
                if decimals >= 0 { decimals += 1 }
            } else if byte == 0x2E, decimals < 0 {
                decimals = 0
            } else {
                return nil
            }
            place += 1
        }
        guard digits > 0 else { return nil }
        let value = decimals > 0 ? Double(number) / powers[decimals] : Double(number)
        return isNegative ? -value : value
    }

    @inline(__always)
    static func isISODay(_ cell: Bytes) -> Bool {
        guard cell.count == 10, cell[4] == 0x2D, cell[7] == 0x2D else { return false }
        @inline(__always) func two(_ place: Int) -> Int? {
            let (tens, ones) = (cell[place] &- 0x30, cell[place + 1] &- 0x30)
            return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
        }
        guard let century = two(0), let year = two(2), let month = two(5), let day = two(8) else { return false }
        guard month >= 1, month <= 12, day >= 1, century + year > 0 else { return false }
        return day <= 28 || day <= CalendarDay.length(month: month, year: century * 100 + year)
    }
}

/// A word of at most fifteen bytes, as two machine words.
struct ShortWord: Equatable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    @inline(__always) init?(_ bytes: Bytes) {
        guard bytes.count < 16 else { return nil }
        for place in 0..<bytes.count {
            if place < 8 {
                low |= UInt64(bytes[place]) << (8 * UInt64(place))
            } else {
                high |= UInt64(bytes[place]) << (8 * UInt64(place - 8))
            }
        }
        high |= UInt64(bytes.count) << 56
    }
}

/// What a text must be, judged on its bytes: exact, and quick enough to need no other look.
final class TextRules {
    private let shortest: Int
    private let longest: Int
    private let pattern: Pattern?
    private let room: Pattern.Room?
    private let words: [ShortWord]?
    private let format: String
    private let checks: [ValueCheck]
    private let memo: CellMemo?

    /// The rules of a text field; nil where one of them cannot be judged on bytes.
    init?(_ plan: FieldPlan, checks: [ValueCheck], stable: Bytes) {
        var (shortest, longest) = (0, Int.max)
        var pattern: Pattern?
        var words: [ShortWord]?
        for constraint in plan.constraints {
            switch constraint.rule {
            case .shortest(let length): shortest = length
            case .longest(let length): longest = length
            case .pattern(let expression): pattern = expression
            case .oneOf(let values):
                var short: [ShortWord] = []
                for case .text(let value) in values {
                    guard let word = value.withBytes({ ShortWord($0) }) else { return nil }
                    short.append(word)
                }
                guard short.count <= 24 else { return nil }
                words = short
            default: return nil
            }
        }
        (self.shortest, self.longest, self.pattern, self.words) = (shortest, longest, pattern, words)
        format = plan.descriptor.format
        guard ["default", "email", "uri"].contains(format) else { return nil }
        room = pattern.map { Pattern.Room(for: $0) }
        self.checks = checks
        memo = pattern != nil || checks.contains { $0.isDear } ? CellMemo(stable: stable) : nil
    }

    func accepts(_ cell: Bytes) -> Bool {
        if cell.count > longest || shortest > 0 {
            let length = cell.codePoints
            guard length <= longest, length >= shortest else { return false }
        }
        if let words {
            guard let word = ShortWord(cell) else { return false }
            var isFound = false
            for other in words where other == word { isFound = true }
            guard isFound else { return false }
        }
        if format != "default" {
            guard format == "uri" ? WebAddress.accepts(cell) : MailAddress.accepts(cell) else { return false }
        }
        guard pattern != nil || !checks.isEmpty else { return true }
        if let memo, memo.holds(cell) { return true }
        if let pattern, !pattern.matchesStart(of: cell, in: room) { return false }
        for check in checks where !check.accepts(cell) { return false }
        memo?.keep(cell)
        return true
    }
}

/// The cells of a column that were found good, as far as they fit: the same values come again and again.
final class CellMemo {
    private struct Slot {
        var mix: UInt64 = 0
        var start: UnsafePointer<UInt8>?
        var count = 0
    }

    private static let size = 1_024
    private let slots: UnsafeMutablePointer<Slot>
    private let stable: Bytes

    /// - Parameter stable: The text of the file: only cells that lie in it are kept.
    init(stable: Bytes) {
        self.stable = stable
        slots = .allocate(capacity: Self.size)
        slots.initialize(repeating: Slot(), count: Self.size)
    }

    deinit { slots.deallocate() }

    /// Whether the same cell was kept.
    func holds(_ cell: Bytes) -> Bool {
        let mix = cell.mixed(seed: 1)
        let slot = slots[Int(mix & UInt64(Self.size - 1))]
        guard slot.mix == mix, slot.count == cell.count, let start = slot.start else { return false }
        return Bytes(start: start, count: slot.count).equals(cell)
    }

    /// Keeps a cell that is good.
    func keep(_ cell: Bytes) {
        guard let start = cell.baseAddress, let first = stable.baseAddress, start >= first,
            start + cell.count <= first + stable.count
        else { return }
        let mix = cell.mixed(seed: 1)
        slots[Int(mix & UInt64(Self.size - 1))] = Slot(mix: mix, start: start, count: cell.count)
    }
}
