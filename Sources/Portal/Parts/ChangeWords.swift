import Markup
import Editions
import Schemas
import Texts

/// What changed about one object, field by field: from what to what.
struct ChangeWords {
    let change: RowChange
    let schema: Schema
    let visit: Visit

    /// Longer texts are cut: the whole of them stands on the page of the object.
    private static let longest = 240

    /// A list of terms; nothing where no field tells the difference.
    var html: HTML? {
        let terms = changedFields.map(term) + (hasMoved ? [position] : [])
        return terms.isEmpty ? nil : "<dl class=\"changes\">\(terms)</dl>"
    }

    /// What the object is called, now or before.
    var name: String {
        ObjectFacts(schema: schema, values: change.values.isEmpty ? change.before : change.values).name ?? change.uid
    }

    private var changedFields: [Field] {
        schema.fields.filter { field in
            !isPosition(field) && change.before[field.name] != change.values[field.name]
        }
    }

    /// Coordinates tell nobody anything: that it moved is enough.
    private var hasMoved: Bool {
        change.hasMoved
            || schema.fields.contains { isPosition($0) && change.before[$0.name] != change.values[$0.name] }
    }

    private func isPosition(_ field: Field) -> Bool {
        [.longitude, .latitude].contains(field.meaning) || [.geojson, .geopoint].contains(field.type)
    }

    private func term(_ field: Field) -> HTML {
        """
        <dt>\(field.title)</dt><dd><span class="unseen">\(visit(Words.valueBefore))</span> \
        <del>\(value(field, change.before))</del> <span aria-hidden="true">→</span> \
        <span class="unseen">\(visit(Words.valueAfter))</span> <ins>\(value(field, change.values))</ins></dd>
        """
    }

    private var position: HTML { "<dt>\(visit(Words.position))</dt><dd>\(visit(Words.moved))</dd>" }

    private func value(_ field: Field, _ values: [String: String]) -> String {
        guard let value = values[field.name] else { return visit(Words.unknown).lowercased() }
        let words = FieldWords(field: field, visit: visit).plain(value)
        return words.count > Self.longest ? words.prefix(Self.longest) + "…" : words
    }
}
