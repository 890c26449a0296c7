import Tables

/// What becomes of a stored number, by the format of its cell.
protocol CellFormat: Sendable {
    /// Whether a number that is plainly written is taken as it is.
    var isPlain: Bool { get }
    /// What is read in a cell that stores a number, as the file writes it.
    func value(of bytes: UnsafeRawBufferPointer, dates: SerialDate) -> Value
    /// What is read in a cell that stores a truth value.
    func value(of truth: Bool) -> Value
}

/// Makes formats of what a file says about them.
struct CellFormats: Sendable {
    /// The format with a number and no description in the file.
    let builtIn: @Sendable (Int) -> any CellFormat
    /// The format that the file describes.
    let described: @Sendable (String) -> any CellFormat

    /// What the owner means.
    static let meant = CellFormats(builtIn: NumberFormat.init(builtIn:), described: NumberFormat.init(code:))
    /// What frictionless shows.
    static let displayed = CellFormats(builtIn: DisplayFormat.init(builtIn:), described: DisplayFormat.init(code:))
    /// Numbers and days as they are, whatever shows them.
    static let bare = CellFormats(
        builtIn: { DisplayFormat(builtIn: $0).bare }, described: { DisplayFormat(code: $0).bare })
}

extension NumberFormat: CellFormat {
    var isPlain: Bool { self == .plain }

    func value(of bytes: UnsafeRawBufferPointer, dates: SerialDate) -> Value {
        meaning(of: bytes, dates: dates)
    }

    func value(of truth: Bool) -> Value { Value(truth ? "true" : "false", kind: .boolean) }
}
