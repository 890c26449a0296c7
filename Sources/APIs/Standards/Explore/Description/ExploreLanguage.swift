import Foundation
import Queries
import Schemas

/// Patterns of plain ODSQL over the fields of one dataset, for its description. Whatever matches one is understood,
/// alone and beside what matches the others. No pattern can say what all of ODSQL is.
struct ExploreLanguage {
    /// A field that clauses can name.
    private struct Named {
        var field: Field
        /// Its name as the patterns hold it: between back-quotes where the language needs them.
        var pattern: String
    }

    private let fields: [Named]
    private let hasPlaces: Bool

    /// The language of the rows of a schema; `hasPlaces` says whether rows may be asked where they are.
    init(_ schema: Schema, hasPlaces: Bool) {
        fields = schema.fields.compactMap { field in
            Self.written(field.name).map { Named(field: field, pattern: Self.escaped($0)) }
        }
        self.hasPlaces = hasPlaces
    }

    // MARK: Clauses

    /// `select`: fields, under other names too, and all but some.
    var selection: String {
        let names = either(fields)
        let one = "((\(names)|\(Self.constant))( as [a-z]{1,12})?|(include|exclude)\\(\(names)\\))"
        return Self.whole("\\*|\(one)(, ?\(one)){0,9}")
    }

    /// `where`: plain tests with `and` and `or` between.
    var condition: String {
        let one = "((not )?(\(tests.joined(separator: "|"))))"
        return Self.whole("\(one)( (and|or) \(one)){0,9}")
    }

    /// `order_by`: fields, upwards or downwards.
    var order: String {
        let one = "\(either(fields.filter { !$0.field.holdsShapes }))( asc| desc)?"
        return Self.whole("\(one)(, ?\(one)){0,4}")
    }

    /// A value that a facet has: `refine` and `exclude`.
    var refinement: String {
        let facets = fields.map(\.field).filter { !$0.holdsShapes && !$0.name.contains(":") }
        let periods = facets.filter { !$0.isList && [.date, .datetime].contains($0.type) }
        let others = facets.filter { field in !periods.contains { $0.name == field.name } }
        let period = "[12][0-9]{3}([/-](0[1-9]|1[0-2])([/-](0[1-9]|1[0-9]|2[0-8]))?)?"
        let kinds = [(others, ".*"), (periods, period)].filter { !$0.0.isEmpty }.map { fields, value in
            "(\(fields.map { Self.escaped($0.name) }.joined(separator: "|"))):\(value)"
        }
        return "^(\(kinds.joined(separator: "|")))$"
    }

    // MARK: Tests of where

    private var tests: [String] {
        let kinds: [([Named], String)] = [
            (fields, "is (not )?null"),
            (of(.string), "((=|!=|like) ?\(Self.words)|in \\(\(Self.words)(, ?\(Self.words)){0,3}\\))"),
            (of(.number, .integer, .year), "(=|!=|<|>|<=|>=) ?\(Self.number)"),
            (of(.number, .integer, .year), "in \\[\(Self.number)\\.\\.\(Self.number)\\]"),
            (of(.boolean), "(is (not )?|= ?)(true|false)"), (of(.date, .datetime), "(=|<|>|<=|>=) ?\(Self.date)"),
        ]
        var all = ["true|false", Self.words, "search\\(\(Self.words)\\)"]
        all += kinds.filter { !$0.0.isEmpty }.map { "\(either($0.0)) \($0.1)" }
        let texts = of(.string)
        if !texts.isEmpty { all.append("(search|suggest|startswith)\\(\(either(texts)), ?\(Self.words)\\)") }
        if hasPlaces {
            all.append(
                "within_distance\\(geo_point_2d, ?geom'POINT\\(\(Self.degrees) \(Self.degrees)\\)', ?[0-9]{1,3}(m|km)\\)"
            )
        }
        return all
    }

    private func of(_ types: FieldType...) -> [Named] {
        fields.filter { !$0.field.isList && types.contains($0.field.type) }
    }

    private func either(_ fields: [Named]) -> String { "(\(fields.map(\.pattern).joined(separator: "|")))" }

    private static let words = "(\"[A-Za-z0-9À-ÿ _.-]{0,40}\"|'[A-Za-z0-9À-ÿ _.-]{0,40}')"
    private static let number = "-?[0-9]{1,9}(\\.[0-9]{1,6})?"
    private static let degrees = "-?[0-9]{1,2}(\\.[0-9]{1,5})?"
    private static let date = "date'[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])'"
    /// A value that stands in each record alike.
    private static let constant = "-?[0-9]{1,9}(\\.[0-9]{1,6})?|true|false|null|\(words)"

    // MARK: Names

    /// How a clause names a field; nil if no clause can.
    private static func written(_ name: String) -> String? {
        [name, "`\(name)`"].first { text in
            let read = try? ODSQL.selection(text, in: ODSQL.Context(now: .distantPast))
            return read == [.value(.property(name), name: name)]
        }
    }

    /// What is blank is as if it were not given; or what is described.
    private static func whole(_ pattern: String) -> String { "^([\\x00-\\x20]*|\(pattern))$" }

    /// A text as a pattern that matches it alone.
    private static func escaped(_ text: String) -> String {
        String(text.flatMap { ".+*?()[]{}|^$\\".contains($0) ? ["\\", $0] : [$0] })
    }
}
