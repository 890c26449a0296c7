import Markup
import Schemas
import Texts

/// One column of a schema, explained.
struct FieldNote {
    let field: Field
    let visit: Visit

    var html: HTML {
        """
        <article class="field" id="\(field.name)"><h3>\(field.title) <code>\(field.name)</code></h3>
        <p class="tags"><span>\(visit(kind))</span> <span>\(visit(obligation))</span></p>
        <p>\(field.description)</p>
        \(rules)
        \(examples)
        \(values)
        </article>
        """
    }

    /// What kind of values it holds, in words.
    var kind: Text {
        if field.meaning == .openingHours { return Text(fr: "horaires", en: "opening hours") }
        if field.isList { return Text(fr: "liste", en: "list") }
        if !field.codes.isEmpty { return Text(fr: "choix", en: "choice") }
        return switch field.type {
        case .number: Text(fr: "nombre", en: "number")
        case .integer: Text(fr: "nombre entier", en: "whole number")
        case .boolean: Text(fr: "oui ou non", en: "yes or no")
        case .date: Text(fr: "date", en: "date")
        case .datetime: Text(fr: "date et heure", en: "date and time")
        case .time: Text(fr: "heure", en: "time")
        case .year: Text(fr: "année", en: "year")
        case .geopoint, .geojson: Text(fr: "position", en: "position")
        default: Text(fr: "texte", en: "text")
        }
    }

    /// Whether it must be there, in a word.
    var obligation: Text {
        field.isRequired ? Words.required : field.expected ? Words.expected : Words.optional
    }

    private var rules: HTML? {
        let constraints = field.constraints
        let sentences = [
            field.separator.map(Words.list),
            Words.bounds(minimum: constraints.minimum, maximum: constraints.maximum, unit: field.unit),
        ].compactMap { $0 }
        return sentences.isEmpty ? nil : "<p>\(sentences.map { visit($0) }.joined(separator: " "))</p>"
    }

    private var examples: HTML? {
        let good: HTML? = field.example.map { "<dt class=\"good\">\(visit(Words.goodExample))</dt><dd>\($0)</dd>" }
        let bad: HTML? = field.badExample.map { "<dt class=\"bad\">\(visit(Words.badExample))</dt><dd>\($0)</dd>" }
        return good == nil && bad == nil ? nil : "<dl class=\"examples\">\(good)\(bad)</dl>"
    }

    private var values: HTML? {
        guard !field.codes.isEmpty else { return nil }
        let items = field.codes.map { code -> HTML in
            let label: HTML? = code.label.map { " \($0)" }
            return "<li><code>\(code.value)</code>\(label)</li>"
        }
        return "<p class=\"codes\">\(visit(Words.allowedValues))</p><ul class=\"codes\">\(items)</ul>"
    }
}
