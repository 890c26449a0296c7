import Schemas
import Texts

/// A dataset in a few sentences, for catalogues: what the model says it is, then how much of it there is, of whom, with
/// which fields, how fresh and how good.
struct DatasetDescription {
    let record: DatasetRecord

    init(_ record: DatasetRecord) { self.record = record }

    var text: Text {
        let parts = [what, amount, places, fields, rhythm, record.quality.sentence].compactMap { $0 }
        return Text(
            fr: parts.map(\.fr).joined(separator: " "), en: parts.map(\.en).joined(separator: " "))
    }

    private var what: Text? {
        let said = record.schema.description
        guard !said.isBlank else { return nil }
        let end = said.last.map { ".!?…".contains($0) } == true ? "" : "."
        return Text(verbatim: said + end)
    }

    private var amount: Text {
        let rows = Text.rows(record.rowCount)
        let publisher = record.publisher.isBlank ? "" : record.publisher
        return publisher.isEmpty
            ? Text(fr: "\(rows.fr).", en: "\(rows.en).")
            : Text(fr: "\(rows.fr), publiées par \(publisher).", en: "\(rows.en), published by \(publisher).")
    }

    private var places: Text? {
        let names = record.communes.map(\.name).filter { !$0.isBlank }
        guard !names.isEmpty else { return nil }
        let list = Self.list(names, limit: 12)
        return names.count == 1
            ? Text(fr: "Commune\u{00A0}: \(list.fr).", en: "Commune: \(list.en).")
            : Text(fr: "\(names.count) communes\u{00A0}: \(list.fr).", en: "\(names.count) communes: \(list.en).")
    }

    private var fields: Text? {
        let filled = record.content.map { Set($0.fields) }
        let titles = record.schema.fields
            .filter { $0.visibility == .public && filled?.contains($0.name) != false }
            .map { $0.title.isBlank ? $0.name : $0.title }
        guard !titles.isEmpty else { return nil }
        let list = Self.list(titles, limit: 12)
        return Text(fr: "Champs\u{00A0}: \(list.fr).", en: "Fields: \(list.en).")
    }

    private var rhythm: Text {
        let (licence, title) = (record.licence.title, record.frequency.title)
        return record.frequency == .unknown
            ? Text(fr: "\(licence.fr).", en: "\(licence.en).")
            : Text(fr: "Mise à jour\u{00A0}: \(title.fr). \(licence.fr).", en: "Renewed \(title.en). \(licence.en).")
    }

    private static func list(_ words: [String], limit: Int) -> Text {
        let shown = words.prefix(limit).joined(separator: ", ")
        let more = words.count - limit
        guard more > 0 else { return Text(verbatim: shown) }
        return Text(
            fr: "\(shown) et \(more) \(more == 1 ? "autre" : "autres")",
            en: "\(shown) and \(more) \(more == 1 ? "other" : "others")")
    }
}
