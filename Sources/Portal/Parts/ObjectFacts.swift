import Markup
import Schemas
import Tables
import Texts

/// What is known about one object, in words.
struct ObjectFacts {
    let schema: Schema
    /// By field; absent ones are empty.
    let values: [String: String]

    /// What it is called; nil where it has neither a name nor an identifier.
    var name: String? { [value(.name), value(.uid)].first { !$0.isEmpty } }

    /// What is known, as the items of a list of terms.
    func known(_ visit: Visit) -> [HTML] {
        shownFields.filter { !value($0).isEmpty }.map { field in
            "<dt>\(field.title)</dt><dd>\(FieldWords(field: field, visit: visit).html(value(field)))</dd>"
        }
    }

    /// What is not known.
    func unknown(_ visit: Visit) -> HTML? {
        let titles = shownFields.filter { value($0).isEmpty }.map(\.title)
        guard !titles.isEmpty else { return nil }
        return """
            <p class="missing"><strong>\(visit(Words.unknownFields))</strong> \(titles.joined(separator: ", "))</p>
            """
    }

    var address: HTML? {
        let street = [value(.houseNumber), value(.street)].filter { !$0.isEmpty }.joined(separator: " ")
        let town = [value(.postcode), value(.communeName)].filter { !$0.isEmpty }.joined(separator: " ")
        let lines = [street, town].filter { !$0.isEmpty }
        return lines.isEmpty ? nil : "<address>\(lines.map { line -> HTML in "<span>\(line)</span>" })</address>"
    }

    private func value(_ field: Field) -> String { values[field.name] ?? "" }

    private func value(_ meaning: Field.Meaning) -> String { schema.field(meaning: meaning).map(value) ?? "" }

    /// The address is said once, as a line, and the coordinates are on the map.
    private var shownFields: [Field] {
        let elsewhere: [Field.Meaning] = [.name, .houseNumber, .street, .postcode, .communeName, .uidNumber]
        let shown = schema.fields.filter { field in
            field.meaning.map { !elsewhere.contains($0) } ?? true
                && ![.geojson, .geopoint, .object].contains(field.type)
        }
        return shown.filter { !isTechnical($0) } + shown.filter(isTechnical)
    }

    private func isTechnical(_ field: Field) -> Bool {
        field.meaning.map { [.uid, .communeCode, .longitude, .latitude].contains($0) } ?? false
    }
}
