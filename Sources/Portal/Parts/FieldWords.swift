import Foundation
import Markup
import Schemas
import Tables
import Texts

/// The value of a field as a person reads it.
struct FieldWords {
    let field: Field
    let visit: Visit

    /// The value in words; what may be clicked on is a link.
    func html(_ value: String) -> HTML {
        if field.isList { return list(value) }
        switch field.meaning {
        case .url: return web(value)
        case .email: return "<a href=\"\(link: "mailto:" + value)\">\(value)</a>"
        case .phone: return "<a href=\"\(link: "tel:" + value.filter { !$0.isWhitespace })\">\(value)</a>"
        default: return "\(plain(value))"
        }
    }

    /// The value in words, without markup.
    func plain(_ value: String) -> String {
        if let label = label(of: value) { return label }
        if field.meaning == .openingHours { return hours(value) }
        switch field.type {
        case .boolean: return truth(value)
        case .number, .integer: return visit(Written.number(value)) + unit
        case .date: return visit(Written.day(value))
        default: return items(value).joined(separator: ", ")
        }
    }

    /// The unit, where the title does not say it already.
    private var unit: String {
        field.unit.map { field.title.contains($0) ? "" : "\u{00A0}\($0)" } ?? ""
    }

    private func items(_ value: String) -> [String] {
        guard let separator = field.separator, !separator.isEmpty else { return [value] }
        return value.components(separatedBy: separator).map { label(of: $0) ?? $0 }
    }

    private func list(_ value: String) -> HTML {
        let items = items(value).map { item -> HTML in "<li>\(item)</li>" }
        return "<ul class=\"values\">\(items)</ul>"
    }

    private func label(of value: String) -> String? { field.codes.first { $0.value == value }?.label }

    private func truth(_ value: String) -> String {
        if field.trueValues.contains(value) { return visit(Words.yes) }
        if field.falseValues.contains(value) { return visit(Words.no) }
        return value
    }

    private func hours(_ value: String) -> String { HoursWords.text(value).in(visit.language) }

    private func web(_ value: String) -> HTML {
        guard let url = URL(string: value), let host = url.host, url.scheme?.hasPrefix("http") == true else {
            return "\(value)"
        }
        return "<a href=\"\(link: value)\" rel=\"noopener\">\(host)<span class=\"unseen\"> \(value)</span></a>"
    }
}
