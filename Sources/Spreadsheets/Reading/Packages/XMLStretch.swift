import Tables

/// A reader that reads by hand the long middle of a part, which programs write in one plain way, and leaves to expat
/// what comes before and after, and each item inside that is not plain.
class XMLStretchEvents: XMLEvents {
    /// How the stretch opens, without the end of the tag: `<sheetData`.
    var opening: StaticString { "<" }
    /// How deep the elements inside the stretch are.
    var innerDepth: Int { 1 }
    /// Whether expat has just opened the stretch.
    var isOpened: Bool { false }
    /// What ends an item of the kind that comes next.
    var itemEnd: StaticString { ">" }
    /// The tags inside the stretch that are open, for expat, which did not see them.
    var openTag: StaticString { "" }
    /// How those tags close.
    var closeTag: StaticString { "" }

    /// Reads as many items as are whole and plain, and stops before the first that is not. True at the end of the
    /// stretch.
    func readPlain(_ xml: inout PlainXML) throws(UnreadableFile) -> Bool { true }

    /// Expat will see the tags that are open, and then goes on from there.
    func handOver() {}
}

/// The pieces of a part on their way to expat or to the reader by hand.
final class XMLStretch {
    private enum Side {
        case before, inside, after
    }

    /// More than the start of any part, or any item in it, has.
    private static let mostHeld = 1 << 23

    private let seat: ParserSeat
    private let events: XMLStretchEvents
    private var side = Side.before
    private var held = HeldBytes()

    init(seat: ParserSeat, events: XMLStretchEvents) {
        self.seat = seat
        self.events = events
    }

    /// Takes a piece of the part.
    func feed(_ piece: UnsafeRawBufferPointer) throws(UnreadableFile) {
        guard side != .after else { return try seat.feed(piece) }
        held.append(piece)
        if side == .before { try findStretch() }
        if side == .inside { try readInside() }
        if held.count > Self.mostHeld { try leaveToExpat() }
    }

    /// The part is over.
    func finish() throws(UnreadableFile) {
        try leaveToExpat()
        try seat.feed(nil)
    }

    private func findStretch() throws(UnreadableFile) {
        guard let opening = held.range(of: events.opening, from: 0),
            let close = held.range(of: ">", from: opening.upperBound)
        else { return }
        guard held.declaresUTF8 else { return try leaveToExpat() }
        try feedHeld(upTo: close.upperBound)
        guard events.isOpened, events.depth == events.innerDepth else { return try leaveToExpat() }
        side = .inside
    }

    private func readInside() throws(UnreadableFile) {
        while true {
            var xml = held.xml
            let isOver = try events.readPlain(&xml)
            held.drop(xml.place)
            if isOver { return try leaveToExpat() }
            guard try feedItem() else { return }
        }
    }

    /// Leaves one item to expat; false if it is not whole yet.
    private func feedItem() throws(UnreadableFile) -> Bool {
        let (end, open, close) = (events.itemEnd, events.openTag, events.closeTag)
        guard var last = held.range(of: end, from: 0) else { return false }
        let depth = events.depth + (open.utf8CodeUnitCount > 0 ? 1 : 0)
        events.handOver()
        try seat.feed(open)
        try feedHeld(upTo: last.upperBound)
        // What looked like the end may stand in a comment, or end an element inside the item.
        while events.depth != depth {
            guard let next = held.range(of: end, from: 0) else {
                side = .after
                try feedHeld(upTo: held.count)
                return false
            }
            last = next
            try feedHeld(upTo: last.upperBound)
        }
        try seat.feed(close)
        return true
    }

    private func leaveToExpat() throws(UnreadableFile) {
        if side == .inside {
            events.handOver()
            try seat.feed(events.openTag)
        }
        side = .after
        try feedHeld(upTo: held.count)
    }

    private func feedHeld(upTo end: Int) throws(UnreadableFile) {
        if end > 0 { try seat.feed(held.start(end)) }
        held.drop(end)
    }
}

extension ParserSeat {
    fileprivate func feed(_ tag: StaticString) throws(UnreadableFile) {
        guard tag.utf8CodeUnitCount > 0 else { return }
        try feed(UnsafeRawBufferPointer(start: tag.utf8Start, count: tag.utf8CodeUnitCount))
    }
}
