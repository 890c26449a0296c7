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

/// Reads a part of a workbook tag by tag. Document types and their entities are refused: no spreadsheet writes any.
func scanXML(_ bytes: UnsafeBufferPointer<UInt8>, _ visitor: any XMLVisitor) throws(UnreadableFile) {
    guard let parser = XML_ParserCreate(nil) else { throw damagedWorkbook }
    defer { XML_ParserFree(parser) }
    let watch = Watch(parser: parser, visitor: visitor)
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
    let isRead = withExtendedLifetime(watch) { parse(bytes, parser) }
    guard isRead else { throw damagedWorkbook }
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

/// In pieces of 1 MiB: expat counts the bytes of a call in 32 bits, and keeps a copy of what it has not finished.
private func parse(_ buffer: UnsafeBufferPointer<UInt8>, _ parser: XML_Parser) -> Bool {
    var start = 0
    while true {
        let count = min(buffer.count - start, 1 << 20)
        let isLast = start + count == buffer.count
        let piece = buffer.baseAddress.map { UnsafeRawPointer($0 + start).assumingMemoryBound(to: CChar.self) }
        guard XML_Parse(parser, piece, Int32(count), isLast ? 1 : 0) == XML_STATUS_OK else { return false }
        start += count
        if isLast { return true }
    }
}

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
