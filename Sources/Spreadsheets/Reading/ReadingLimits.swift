/// How much a file may hold before it is refused: a small upload can hide a very large content.
///
/// Sizes that a file declares about itself are never trusted; what is counted is what was really read.
public struct ReadingLimits: Sendable {
    /// Bytes of all parts of a compressed file, once opened.
    public var uncompressedBytes = 1 << 30
    /// How many times larger than its compressed form a part may be, from 16 MiB on.
    public var compressionRatio = 300
    /// Cells of a sheet: rows × columns, empty ones too, since every column has a cell in every row.
    public var cells = 25_000_000
    /// Columns of a sheet; 16,384 is what Excel can show.
    public var columns = 16_384
    /// Number of the last row of a sheet; 1,048,576 is what Excel can show.
    public var rows = 1_048_576
    /// Sheets of a workbook.
    public var sheets = 256
    /// Different texts in the shared list of an XLSX file.
    public var sharedStrings = 5_000_000
    /// Merged ranges, comments or styles of a sheet.
    public var annotations = 200_000

    /// The limits of the house.
    public static let `default` = ReadingLimits()

    /// The limits of the house, to be changed one by one.
    public init() {}
}
