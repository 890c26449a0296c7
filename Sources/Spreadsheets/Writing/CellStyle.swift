/// How a cell looks. What is not said keeps the look of a plain cell.
public struct CellStyle: Hashable, Sendable {
    /// Whether the letters are bold.
    public var isBold = false
    /// Whether the letters are in italics.
    public var isItalic = false
    /// The size of the letters, in points.
    public var size: Double?
    /// The colour of the letters.
    public var ink: Colour?
    /// The colour of the background.
    public var fill: Colour?
    /// Whether a thin grey line runs around the cell.
    public var isFramed = false
    /// Whether long text goes on in the next line.
    public var wraps = false
    /// Whether the text starts at the top of the cell. In the middle otherwise.
    public var isAtTop = false
    /// Whether the text is centred from left to right.
    public var isCentred = false
    /// Whether there is some air between the line on the left and the text.
    public var isIndented = false
    /// The number format (`@` is text, `0.000000` six decimals). Nil is *General*.
    public var numberFormat: String?

    /// A plain cell.
    public init() {}

    /// The style with something changed: `plain.with { $0.isBold = true }`.
    public func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
        var style = self
        change(&style)
        return style
    }

    /// A cell with no style of its own.
    public static let plain = CellStyle()
    /// A cell that holds text, whatever is typed: zeros in front stay.
    public static let text = CellStyle().with { $0.numberFormat = "@" }
}

/// A colour: red, green, blue.
public struct Colour: Hashable, Sendable, ExpressibleByIntegerLiteral {
    /// The three bytes, `0xRRGGBB`.
    public let rgb: UInt32

    /// A colour from its three bytes, `0xRRGGBB`.
    public init(integerLiteral rgb: UInt32) { self.rgb = rgb }

    /// Opaque, as XLSX writes it: `FF1F2933`.
    var argb: String {
        let digits = String(rgb, radix: 16, uppercase: true)
        return "FF" + String(repeating: "0", count: 6 - digits.count) + digits
    }
}
