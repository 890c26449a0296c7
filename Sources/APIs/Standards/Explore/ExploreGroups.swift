import Editions
import Foundation
import Queries
import Schemas

/// Groups of records, with what is worked out of each.
struct ExploreGroups {
    private let edition: Edition
    private let question: ExploreQuestion

    init(_ edition: Edition, _ question: ExploreQuestion) {
        self.edition = edition
        self.question = question
    }

    /// The page: `{"results":[…]}`.
    func page() throws(ExploreError) -> [UInt8] {
        var bytes = Array("{\"results\": [".utf8)
        for (place, row) in try rows().enumerated() {
            if place > 0 { bytes.append(0x2C) }
            JSON.object(row).write(to: &bytes)
        }
        return bytes + "]}".utf8
    }

    /// The groups that are asked for, as objects.
    func rows() throws(ExploreError) -> [[JSON.Member]] {
        let keys = try fittedKeys()
        var measures = ODSQLMeasures(keys: keys.map(\.fitted))
        let outputs = try outputs(keys, &measures)
        let order = try order(&measures)
        var groups: [Group]
        let filter = try question.filter(of: edition)
        do throws(QueryError) {
            let rows = try filter.map { filter throws(QueryError) in try edition.select(Query(filter: filter)).rows }
            groups = try edition.groups(by: keys.map(\.key), measures: measures.measures, among: rows)
        } catch {
            throw .clause(question.grouping.isEmpty ? "select" : "group_by", error)
        }
        groups.removeAll { group in
            zip(keys, group.keys).contains { key, value in key.leavesOut(value) }
        }
        groups = Self.sorted(groups, order, keys: keys.count)
        let page = groups.dropFirst(question.offset)
        return page.prefix(question.limit ?? page.count).map { group in
            outputs.map { output in JSON.Member(name: output.name, value: output.json(of: group)) }
        }
    }

    // MARK: Keys

    /// A key, as it is asked for and as it is worked out.
    struct Key {
        var fitted: ODSQLGrouped
        var key: GroupKey
        /// Whether values are whole numbers.
        var isWhole = false
        /// Whether bounds are seconds since 1970.
        var isTime = false
        /// Whether what lies below the first bound, or beyond the last, is a group too.
        var hasLow = true
        var hasHigh = true

        /// Whether a group of this key is not wanted.
        func leavesOut(_ value: QueryValue) -> Bool {
            switch (fitted.key, value) {
            case (.ranges, .range(let from, let to)): from == nil && !hasLow || to == nil && !hasHigh
            case (.ranges, .null), (.width, .null), (.span, .null): true
            default: false
            }
        }

        /// The value of the key: `[0, 14]` for a range of whole numbers, `[0, 15[` for others.
        func json(_ value: QueryValue) -> JSON {
            if case .span(_, let count, let unit) = fitted.key { return Self.span(value, count, unit) }
            guard case .range(let from, let to) = value, isWhole || isTime else { return value.json }
            if isTime { return .text("[\(from.map(Self.time) ?? "*"), \(to.map(Self.time) ?? "*")[") }
            let last = to.map { JSON.plain($0 - 1) } ?? "*"
            return .text("[\(from.map(JSON.plain) ?? "*"), \(last)]")
        }

        /// `[2020-01-01T00:00:00.000Z, 2020-01-02T00:00:00.000Z[`
        private static func span(_ value: QueryValue, _ count: Int, _ unit: String) -> JSON {
            guard case .timestamp(let text) = value, let start = try? Date.ISO8601FormatStyle().parse(text) else {
                return value.json
            }
            let steps: [String: (Calendar.Component, Int)] = [
                "second": (.second, 1), "minute": (.minute, 1), "hour": (.hour, 1), "day": (.day, 1), "week": (.day, 7),
                "month": (.month, 1), "quarter": (.month, 3), "year": (.year, 1),
            ]
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = .gmt
            guard let (component, wide) = steps[unit],
                let end = calendar.date(byAdding: component, value: wide * count, to: start)
            else { return value.json }
            return .text("[\(time(start.timeIntervalSince1970)), \(time(end.timeIntervalSince1970))[")
        }

        private static func time(_ seconds: Double) -> String {
            "\(Date(timeIntervalSince1970: seconds).formatted(.iso8601).dropLast()).000Z"
        }
    }

    private func fittedKeys() throws(ExploreError) -> [Key] {
        var keys: [Key] = []
        for grouped in question.grouping {
            do { keys.append(try fitted(grouped)) } catch { throw .clause("group_by", error) }
        }
        return keys
    }

    private func fitted(_ grouped: ODSQLGrouped) throws(QueryError) -> Key {
        var fitted = grouped
        let context = question.context
        switch grouped.key {
        case .value(let value):
            guard !value.isAggregate else { throw QueryError("An aggregation cannot be a group") }
            let value = try value.fitted(to: edition, in: context)
            fitted.key = .value(value)
            if case .property(let name) = value, edition.schema.field(name)?.isList == true {
                return Key(fitted: fitted, key: .items(name))
            }
            return Key(fitted: fitted, key: .value(value))
        case .width(let value, let width):
            let value = try value.fitted(to: edition, in: context)
            fitted.key = .width(value, width)
            return Key(fitted: fitted, key: .width(value, width), isWhole: isWhole(value) && width == width.rounded())
        case .ranges(let value, let bounds):
            let value = try value.fitted(to: edition, in: context)
            var numbers: [Double] = []
            let isTime = isTime(value)
            for bound in bounds.compactMap({ $0 }) {
                // A bound is fitted as if the field were compared with it: a text may be a date.
                let compared = try FilterExpression.call("=", [value, bound]).fitted(to: edition, in: context)
                guard case .call(_, let sides) = compared, let number = Self.number(sides[1], isTime: isTime) else {
                    throw QueryError("The bounds of a range are numbers, or dates for a field of dates")
                }
                numbers.append(number)
            }
            guard !numbers.isEmpty, numbers == numbers.sorted() else {
                throw QueryError("The bounds of the ranges must ascend")
            }
            fitted.key = .ranges(value, bounds: bounds)
            return Key(
                fitted: fitted, key: .ranges(isTime ? .call("epoch", [value]) : value, bounds: numbers),
                isWhole: isWhole(value) && numbers.allSatisfy { $0 == $0.rounded() }, isTime: isTime,
                hasLow: bounds.first == .some(nil), hasHigh: bounds.last == .some(nil))
        case .span(let value, let count, let unit):
            let value = try value.fitted(to: edition, in: context)
            fitted.key = .span(value, count, unit: unit)
            return Key(
                fitted: fitted,
                key: .value(.call("date_trunc", [.text(unit), value, .number(Double(count))])))
        }
    }

    private func isTime(_ value: FilterExpression) -> Bool {
        guard case .property(let name) = value, let field = edition.schema.field(name) else { return false }
        return field.type == .date || field.type == .datetime
    }

    private static func number(_ bound: FilterExpression, isTime: Bool) -> Double? {
        switch bound {
        case .number(let number) where !isTime: number
        case .date(let day) where isTime: Self.seconds("\(day)T00:00:00Z")
        case .timestamp(let time) where isTime: Self.seconds(time)
        default: nil
        }
    }

    private static func seconds(_ time: String) -> Double? {
        (try? Date.ISO8601FormatStyle().parse(time))?.timeIntervalSince1970
    }

    private func isWhole(_ value: FilterExpression) -> Bool {
        guard case .property(let name) = value, let field = edition.schema.field(name) else { return false }
        return field.type == .integer || field.type == .year
    }

    // MARK: Outputs

    private struct Output {
        var name: String
        var formula: ODSQLFormula
        var key: Key?

        func json(of group: Group) -> JSON {
            let value = formula.value(of: group)
            return key?.json(value) ?? value.json
        }
    }

    /// The keys, then what `select` names; the number of records where it names nothing.
    private func outputs(_ keys: [Key], _ measures: inout ODSQLMeasures) throws(ExploreError) -> [Output] {
        var outputs: [Output] = []
        for (place, key) in keys.enumerated() {
            outputs.append(Output(name: key.fitted.name, formula: .key(place), key: key))
        }
        var selected = 0
        for item in question.selection {
            guard case .value(let value, let name) = item else { continue }
            selected += 1
            do throws(QueryError) {
                if outputs.contains(where: { $0.name == name }), !value.isAggregate { continue }
                let formula = try measures.formula(of: fittedParts(value))
                measures.label(formula, name)
                var key: Key?
                if case .key(let place) = formula {
                    outputs.removeAll { $0.formula == formula }
                    key = keys[place]
                }
                outputs.append(Output(name: name, formula: formula, key: key))
            } catch { throw .clause("select", error) }
        }
        if selected == 0 {
            do { outputs.append(Output(name: "count(*)", formula: try measures.formula(of: .call("count", [])))) } catch
            {
                throw .clause("select", error)
            }
        }
        return outputs
    }

    /// The fields within the aggregations are those of the edition; labels stand outside of them.
    private func fittedParts(_ value: FilterExpression) throws(QueryError) -> FilterExpression {
        guard case .call(let name, let arguments) = value else {
            return (try? value.fitted(to: edition, in: question.context)) ?? value
        }
        if value.isAggregate, ["+", "-", "*", "/"].contains(name) {
            var parts: [FilterExpression] = []
            for argument in arguments { parts.append(try fittedParts(argument)) }
            return .call(name, parts)
        }
        return try value.fitted(to: edition, in: question.context)
    }

    // MARK: Order

    private func order(
        _ measures: inout ODSQLMeasures
    ) throws(ExploreError) -> [(formula: ODSQLFormula, descending: Bool)] {
        var order: [(formula: ODSQLFormula, descending: Bool)] = []
        for ordered in question.order where question.seed == nil {
            do throws(QueryError) {
                // A label comes before a field of the same name.
                let formula: ODSQLFormula
                if let labelled = try? measures.formula(of: .property(ordered.name)) {
                    formula = labelled
                } else {
                    formula = try measures.formula(of: fittedParts(ordered.value))
                }
                order.append((formula, ordered.descending))
            } catch { throw .clause("order_by", error) }
        }
        return order
    }

    /// Groups by what is asked, then by their keys; unknown comes last.
    private static func sorted(
        _ groups: [Group], _ order: [(formula: ODSQLFormula, descending: Bool)], keys: Int
    ) -> [Group] {
        let order = order + (0..<keys).map { (.key($0), false) }
        let ranked = groups.map { group in (group, order.map { $0.formula.value(of: group) }) }
        return ranked.sorted { one, other in
            for (place, key) in order.enumerated() {
                let (a, b) = (one.1[place], other.1[place])
                if a == b { continue }
                if a == .null { return false }
                if b == .null { return true }
                return key.descending ? b.isBefore(a) : a.isBefore(b)
            }
            return false
        }.map(\.0)
    }
}

extension QueryValue {
    /// Whether it comes before another value: numbers by size, all else by its signs.
    fileprivate func isBefore(_ other: QueryValue) -> Bool {
        switch (self, other) {
        case (.number(let a), .number(let b)): a < b
        case (.boolean(let a), .boolean(let b)): !a && b
        case (.range(let a, _), .range(let b, _)): (a ?? -.infinity) < (b ?? -.infinity)
        default: words < other.words
        }
    }

    private var words: String {
        switch self {
        case .text(let text), .date(let text), .timestamp(let text): text
        case .number(let number): JSON.plain(number)
        case .boolean(let truth): truth ? "true" : "false"
        case .list(let items): items.map(\.words).joined(separator: ",")
        case .null, .range: ""
        }
    }
}
