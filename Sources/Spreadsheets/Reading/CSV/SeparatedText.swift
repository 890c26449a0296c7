public import Foundation
public import Tables

/// A text file whose cells are separated by a sign, open for reading record by record, in blocks, by several workers.
///
/// The file is seen as memory and never held whole, whatever its size (a file in UTF-16, or with zero bytes, is
/// written anew in memory first). Encoding, separator and the rules of quoting are those of `Workbook.read`.
public final class SeparatedText {
    /// The encoding, as `Workbook.encoding` names it.
    public var encoding: String { found.rawValue }
    /// The sign that separates the cells; nil in a file of one column.
    public var delimiter: Character? { sign.isFound ? Character(Unicode.Scalar(sign.byte)) : nil }
    /// How many cells most of the first rows have.
    public var width: Int { sign.width }
    /// How many lines at the top are no records: one where the file starts with `sep=;`.
    public var linesBefore: Int { sign.start > 0 ? 1 : 0 }
    /// Whether the file held zero bytes, which were left out.
    public let droppedZeros: Bool
    /// How many bytes there are to read.
    public var size: Int { text.count }

    let sign: Delimiter
    /// The bytes in an encoding that holds ASCII as it is, without marks at either end.
    let text: UnsafeRawBufferPointer
    private let found: TextEncoding
    private let owner: TextOwner
    /// What the bytes of a block must become, if they are not good UTF-8.
    private let translation: Translation

    private enum Translation {
        case none, mended
        case table([[UInt8]])
    }

    /// Opens a file; nil if its first bytes say that it is no separated text (a workbook, a web page, an image…).
    ///
    /// - Throws: One sentence for the sender if the file cannot be opened.
    public static func open(fileAt url: URL) throws(UnreadableFile) -> SeparatedText? {
        guard let file = MappedFile(path: url.path) else { throw .unopenable(url.lastPathComponent) }
        guard FileKind(of: file.bytes) == .text else { return nil }
        return SeparatedText(.file(file))
    }

    /// Opens bytes that are known to be separated text, which are copied.
    public convenience init(_ data: Data) {
        self.init(.memory(Self.copied(data)))
    }

    private init(_ source: TextOwner) {
        let survey = TextSurvey(of: source.bytes) { source.forget($0) }
        found = survey.encoding
        droppedZeros = survey.hasZeros
        let bytes = UnsafeRawBufferPointer(rebasing: source.bytes[survey.markLength...])
        let rewritten = survey.needsRewriting ? Self.copied(survey.rewritten(bytes)) : nil
        owner = rewritten.map { .memory($0) } ?? source
        let whole = rewritten.map { UnsafeRawBufferPointer($0) } ?? bytes
        text = whole.last == 0x1A ? UnsafeRawBufferPointer(rebasing: whole.dropLast()) : whole
        switch survey.encoding {
        case .utf8: translation = survey.bad > 0 ? .mended : .none
        case .utf16LittleEndian, .utf16BigEndian: translation = .none
        case .windows1252, .macintosh, .ibm850:
            translation = .table(survey.encoding.singleBytes.map { Array(String(Character($0)).utf8) })
        }
        // Twice what is looked at, so that it is more than enough in any encoding.
        let start = UnsafeRawBufferPointer(rebasing: text.prefix(2 * Delimiter.bytesLookedAt))
        sign = Self.translated(start, by: translation) { Delimiter(of: $0) }
        if rewritten != nil, case .memory(let former) = source { former.deallocate() }
    }

    deinit {
        if case .memory(let bytes) = owner { bytes.deallocate() }
    }

    /// Calls `body` with bytes of the text as UTF-8.
    func withUTF8<Result>(_ range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        Self.translated(UnsafeRawBufferPointer(rebasing: text[range]), by: translation, body)
    }

    /// Lets the system forget a part of the text that has been read.
    func forget(_ range: Range<Int>) {
        guard case .file(let file) = owner, let base = text.baseAddress, let start = file.bytes.baseAddress else {
            return
        }
        let offset = base - start
        owner.forget(range.lowerBound + offset..<range.upperBound + offset)
    }

    private static func copied(_ bytes: some Collection<UInt8>) -> UnsafeMutableRawBufferPointer {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
        copy.copyBytes(from: bytes)
        return copy
    }

    private static func translated<Result>(
        _ bytes: UnsafeRawBufferPointer, by translation: Translation, _ body: (UnsafeRawBufferPointer) -> Result
    ) -> Result {
        switch translation {
        case .none: body(bytes)
        case .mended: Array(String(decoding: bytes, as: UTF8.self).utf8).withUnsafeBytes(body)
        case .table(let table): DecodedText.translated(bytes, table: table).withUnsafeBytes(body)
        }
    }
}

// The bytes never change once the text is open.
extension SeparatedText: @unchecked Sendable {}

/// Who holds the bytes.
private enum TextOwner {
    case file(MappedFile)
    case memory(UnsafeMutableRawBufferPointer)

    var bytes: UnsafeRawBufferPointer {
        switch self {
        case .file(let file): file.bytes
        case .memory(let bytes): UnsafeRawBufferPointer(bytes)
        }
    }

    func forget(_ range: Range<Int>) {
        if case .file(let file) = self { file.forget(range) }
    }
}
