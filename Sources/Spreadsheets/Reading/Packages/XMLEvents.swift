import CExpat
import Tables
import Texts

/// What a reader of one kind of part does with the elements that come by. Readers override what they need.
class XMLEvents {
    fileprivate var failure: UnreadableFile?
    /// How many elements are open.
    fileprivate(set) var depth = 0

    /// An element opens.
    func start(_ element: XMLElement) throws(UnreadableFile) {}

    /// An element closes.
    func end(_ name: XMLName) throws(UnreadableFile) {}

    /// Some of the text of the open element, as UTF-8. It may come in several pieces.
    func text(_ bytes: UnsafeRawBufferPointer) {}
}

extension ZipArchive {
    /// Reads an XML part as events; false if there is no such part.
    ///
    /// Document types are refused: no spreadsheet needs one, and all attacks by entities do.
    func read(_ part: String, as events: XMLEvents) throws(UnreadableFile) -> Bool {
        guard let parser = XML_ParserCreate(nil) else { throw .damaged }
        defer { XML_ParserFree(parser) }
        let seat = ParserSeat(parser: parser, events: events)
        return try withExtendedLifetime(seat) { () throws(UnreadableFile) -> Bool in
            seat.listen()
            guard let stretchEvents = events as? XMLStretchEvents else {
                let found = try read(part) { (piece) throws(UnreadableFile) in try seat.feed(piece) }
                if found { try seat.feed(nil) }
                return found
            }
            let stretch = XMLStretch(seat: seat, events: stretchEvents)
            let found = try read(part) { (piece) throws(UnreadableFile) in try stretch.feed(piece) }
            if found { try stretch.finish() }
            return found
        }
    }
}

/// A parser and the reader that listens to it.
final class ParserSeat {
    /// Deeper nesting and longer tokens than any spreadsheet has.
    private static let deepest = 256
    private static let longestToken = 1 << 23

    let parser: XML_Parser
    let events: XMLEvents
    private var fed = 0

    init(parser: XML_Parser, events: XMLEvents) {
        self.parser = parser
        self.events = events
    }

    func listen() {
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { data, name, attributes in
                guard let data, let name, let attributes else { return }
                Unmanaged<ParserSeat>.fromOpaque(data)._withUnsafeGuaranteedRef { $0.start(name, attributes) }
            },
            { data, name in
                guard let data, let name else { return }
                Unmanaged<ParserSeat>.fromOpaque(data)._withUnsafeGuaranteedRef { $0.end(name) }
            })
        XML_SetCharacterDataHandler(parser) { data, text, count in
            guard let data, let text else { return }
            let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
            Unmanaged<ParserSeat>.fromOpaque(data)._withUnsafeGuaranteedRef { $0.events.text(bytes) }
        }
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
            guard let data else { return }
            Unmanaged<ParserSeat>.fromOpaque(data)._withUnsafeGuaranteedRef { $0.stop(.damaged) }
        }
    }

    /// Hands on a piece of the part, or its end.
    func feed(_ piece: UnsafeRawBufferPointer?) throws(UnreadableFile) {
        let count = piece?.count ?? 0
        let bytes = piece?.baseAddress?.assumingMemoryBound(to: CChar.self)
        let status = XML_Parse(parser, bytes, Int32(count), piece == nil ? 1 : 0)
        if let failure = events.failure { throw failure }
        guard status == XML_STATUS_OK else { throw .damaged }
        fed += count
        guard piece == nil || fed - Int(XML_GetCurrentByteIndex(parser)) < Self.longestToken else { throw .damaged }
    }

    private func start(_ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
        guard events.failure == nil else { return }
        events.depth += 1
        guard events.depth <= Self.deepest else { return stop(.damaged) }
        do {
            try events.start(XMLElement(name: XMLName(name), attributes: attributes))
        } catch {
            stop(error)
        }
    }

    private func end(_ name: UnsafePointer<CChar>) {
        guard events.failure == nil else { return }
        events.depth -= 1
        do {
            try events.end(XMLName(name))
        } catch {
            stop(error)
        }
    }

    private func stop(_ failure: UnreadableFile) {
        events.failure = failure
        XML_StopParser(parser, 0)
    }
}
