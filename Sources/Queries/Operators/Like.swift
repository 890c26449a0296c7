/// A pattern of LIKE: `%` is any text, `_` one character, a backslash takes the meaning off what follows.
struct LikePattern: Sendable {
    private enum Piece {
        case byte(UInt8), one, any
    }

    private let pieces: [Piece]
    /// No shorter text fits.
    private let shortest: Int

    init(_ pattern: String) {
        var pieces: [Piece] = []
        var isEscaped = false
        for byte in pattern.utf8 {
            if isEscaped {
                pieces.append(.byte(byte))
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "_") {
                pieces.append(.one)
            } else if byte == UInt8(ascii: "%") {
                // Several are one.
                if case .any = pieces.last { continue }
                pieces.append(.any)
            } else {
                pieces.append(.byte(byte))
            }
        }
        if isEscaped { pieces.append(.byte(UInt8(ascii: "\\"))) }
        self.pieces = pieces
        shortest = pieces.reduce(0) { if case .any = $1 { $0 } else { $0 + 1 } }
    }

    /// Whether the whole text fits. Where a try fails, only the last `%` is tried longer: what an earlier one could
    /// take, the last can take too. So the work is at most the product of the two lengths.
    func fits(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count >= shortest else { return false }
        var (place, piece) = (0, 0)
        var retry: (place: Int, piece: Int)?
        while place < text.count {
            if piece < pieces.count {
                switch pieces[piece] {
                case .any:
                    retry = (place, piece)
                    piece += 1
                    continue
                case .byte(let byte) where byte == text[place]:
                    place += 1
                    piece += 1
                    continue
                case .one:
                    place = Self.next(text, place)
                    piece += 1
                    continue
                default: break
                }
            }
            guard let last = retry else { return false }
            let next = Self.next(text, last.place)
            guard text.count - next >= 0 else { return false }
            retry = (next, last.piece)
            (place, piece) = (next, last.piece + 1)
        }
        while piece < pieces.count, case .any = pieces[piece] { piece += 1 }
        return piece == pieces.count
    }

    func fits(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { fits($0) }
    }

    /// The byte at which the next character begins.
    private static func next(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
        var place = place + 1
        while place < text.count, text[place] & 0xC0 == 0x80 { place += 1 }
        return place
    }
}

extension Resolver {
    func like(_ sides: [FilterExpression]) throws(QueryError) -> Node {
        guard sides.count == 2 else { throw Self.count("like", 2, sides.count) }
        let (one, pattern) = (try value(sides[0]), try value(sides[1]))
        for side in [one, pattern] where side.kind.base != .text && side.kind.base != .any {
            throw QueryError("\(side.name) is \(side.kind.words): LIKE compares texts.")
        }
        guard case .text(let text) = pattern.node.constant else {
            return .call(
                { worths in
                    guard case .text(let pattern) = worths[1] else { return .unknown }
                    let like = LikePattern(pattern)
                    return Worth(Comparison.any(worths[0].items) { like.fits($0) })
                }, [one.node, pattern.node])
        }
        let like = LikePattern(text)
        if case .column(let column) = one.node, one.kind == .text {
            return .test(ColumnTest(edition, column, bytes: { like.fits($0) }))
        }
        return .call({ Worth(Comparison.any($0[0].items) { like.fits($0) }) }, [one.node])
    }
}

extension LikePattern {
    fileprivate func fits(_ worth: Worth) -> Bool? { if case .text(let text) = worth { fits(text) } else { nil } }
}
