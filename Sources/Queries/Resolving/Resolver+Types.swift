import Editions
import Tables

extension Resolver {
    /// Makes two sides comparable: a literal becomes what the other side is. Throws where they can never be compared.
    /// A text may be the same as a number (a code that was written without quotation marks), not above or below it.
    func unify(_ one: inout Typed, _ two: inout Typed, ordered: Bool = false) throws(QueryError) {
        if one.kind.base == two.kind.base || one.kind.base == .any || two.kind.base == .any { return }
        let isTextBesideNumber =
            one.kind.base == .text && one.node.constant == nil && two.kind.base == .number
            || two.kind.base == .text && two.node.constant == nil && one.kind.base == .number
        if ordered, isTextBesideNumber {
            throw QueryError(
                "\(one.name) is \(one.kind.words), \(two.name) \(two.kind.words): neither is above the other.")
        }
        if two.node.constant != nil, let literal = try? coerced(two, to: one.kind.base, by: one.reading) {
            two = literal
        } else if one.node.constant != nil, let literal = try? coerced(one, to: two.kind.base, by: two.reading) {
            one = literal
        } else {
            throw QueryError("\(one.name) is \(one.kind.words) and cannot be compared with \(two.name).")
        }
    }

    /// A value as one of another kind, which is possible for literals: a text that is a number, a date, a truth value.
    func coerced(_ value: Typed, to base: Kind.Base, by reading: ColumnReading? = nil) throws(QueryError) -> Typed {
        if value.kind.base == base || value.kind.base == .any { return value }
        guard let constant = value.node.constant, let worth = Self.coerced(constant, to: base, by: reading) else {
            throw QueryError("\(value.name) is \(value.kind.words) where \(Kind(base: base).words) is expected.")
        }
        return Typed(node: .constant(worth), kind: Kind(base: base, isList: value.kind.isList), name: value.name)
    }

    private static func coerced(_ worth: Worth, to base: Kind.Base, by reading: ColumnReading?) -> Worth? {
        switch (worth, base) {
        case (.unknown, _): return .unknown
        case (.list(let items), _):
            let coerced = items.compactMap { Self.coerced($0, to: base, by: reading) }
            return coerced.count == items.count ? .list(coerced) : nil
        case (.text(var text), .number): return text.withUTF8 { ColumnReading.number($0) }.map(Worth.number)
        case (.text(let text), .moment): return Moment(text).map(Worth.moment)
        case (.text(let text), .boolean): return (reading ?? ColumnReading(nil)).truth(text).map(Worth.boolean)
        case (.number(let number), .text): return .text(TextWriting.written(number))
        case (.boolean, .boolean), (.number, .number), (.text, .text), (.moment, .moment): return worth
        default: return nil
        }
    }

    /// `a IS NULL`.
    func emptiness(_ sides: [FilterExpression]) throws(QueryError) -> Node {
        guard sides.count == 1 else { throw Self.count("isNull", 1, sides.count) }
        let value = try value(sides[0])
        switch value.node {
        case .column(let column):
            let cells = edition.table.columns[column]
            let verdicts = (0..<cells.distinctCount).map { code in
                cells.withBytes(of: code) { $0.isEmpty ? UInt8(1) : 0 }
            }
            return .test(ColumnTest(edition, column, Verdicts(verdicts)))
        case .place:
            let placed = edition.places.known
            var unplaced = placed
            unplaced.invert()
            return .known(unplaced, placed)
        default: return .call({ .boolean($0[0].isUnknown) }, [value.node])
        }
    }
}
