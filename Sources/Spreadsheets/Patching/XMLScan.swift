import CExpat
import Tables
import Texts

/// The attributes of a tag, as expat hands them over: name, value, name, value, nil.
typealias XMLAttributes = UnsafeMutablePointer<UnsafePointer<CChar>?>

/// Somebody who watches the tags of a part go by, with the place of each in the bytes.
protocol XMLVisitor: AnyObject {
    /// A tag opens. `tag` is the place of `<…>`.
    func open(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes, tag: Range<Int>)
    /// A tag closes. `tag` is the place of `</…>`, or an empty range at the end of a tag that closes itself.
    func close(_ name: UnsafePointer<CChar>, tag: Range<Int>)
}

/// Reads a part of a workbook that is in memory, tag by tag.
func scanXML(_ bytes: UnsafeBufferPointer<UInt8>, _ visitor: any XMLVisitor) throws(UnreadableFile) {
    let scan = try XMLScan(visitor)
    try scan.feed(UnsafeRawBufferPointer(bytes))
    try scan.finish()
}

/// Reads a part tag by tag as its pieces come. Document types and their entities are refused: no spreadsheet writes any.
final class XMLScan {
    private let parser: XML_Parser
    private let watch: Watch
    /// Expat counts the bytes of a call in 32 bits, and keeps a copy of what it has not finished.
    private static let largestPiece = 1 << 20

    init(_ visitor: any XMLVisitor) throws(UnreadableFile) {
        guard let parser = XML_ParserCreate(nil) else { throw damagedWorkbook }
        self.parser = parser
        watch = Watch(parser: parser, visitor: visitor)
        XML_SetUserData(parser, Unmanaged.passUnretained(watch).toOpaque())
        XML_SetElementHandler(
            parser,
            { data, name, attributes in
                guard let data, let name, let attributes else { return }
                Unmanaged<Watch>.fromOpaque(data).takeUnretainedValue().open(name, attributes)
            },
            { data, name in
                guard let data, let name else { return }
                Unmanaged<Watch>.fromOpaque(data).takeUnretainedValue().close(name)
            })
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
            guard let data else { return }
            XML_StopParser(Unmanaged<Watch>.fromOpaque(data).takeUnretainedValue().parser, XML_Bool(XML_FALSE))
        }
    }

    deinit { XML_ParserFree(parser) }

    /// The next bytes of the part.
    func feed(_ bytes: UnsafeRawBufferPointer) throws(UnreadableFile) {
        for start in stride(from: 0, to: bytes.count, by: Self.largestPiece) {
            let piece = UnsafeRawBufferPointer(rebasing: bytes[start..<min(bytes.count, start + Self.largestPiece)])
            try parse(piece.assumingMemoryBound(to: CChar.self), isLast: false)
        }
    }

    /// The part is at its end.
    func finish() throws(UnreadableFile) { try parse(UnsafeBufferPointer(start: nil, count: 0), isLast: true) }

    private func parse(_ piece: UnsafeBufferPointer<CChar>, isLast: Bool) throws(UnreadableFile) {
        guard XML_Parse(parser, piece.baseAddress, Int32(piece.count), isLast ? 1 : 0) == XML_STATUS_OK else {
            throw damagedWorkbook
        }
    }
}

/// The workbook cannot be handed back: some part of it is no well-formed XML.
let damagedWorkbook = UnreadableFile(
    Text(
        fr: """
            Ce classeur est abîmé : nous ne pouvons pas y reporter les corrections. Ouvrez-le dans votre tableur, \
            enregistrez-le de nouveau au format .xlsx, puis renvoyez-le.
            """,
        en: """
            This workbook is damaged: we cannot write the corrections into it. Open it in your spreadsheet program, \
            save it again as .xlsx, then send it again.
            """))

private final class Watch {
    let parser: XML_Parser
    let visitor: any XMLVisitor

    init(parser: XML_Parser, visitor: any XMLVisitor) {
        self.parser = parser
        self.visitor = visitor
    }

    func open(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
        visitor.open(name, attributes, tag: place)
    }

    func close(_ name: UnsafePointer<CChar>) {
        visitor.close(name, tag: place)
    }

    private var place: Range<Int> {
        let start = Int(XML_GetCurrentByteIndex(parser))
        return start..<start + Int(XML_GetCurrentByteCount(parser))
    }
}
