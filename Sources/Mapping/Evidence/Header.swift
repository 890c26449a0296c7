import Schemas
import Spelling
import Tables

extension EvidenceKind {
    /// The header says it: the name of the field, its title, another word for it, cut short or mistyped.
    static let header = EvidenceKind(name: "header") { table, schema, context in
        let objects = ObjectNouns(schema)
        let words = schema.fields.map(HeaderWords.init)
        let mistaken = MistakenCodes(table: table, schema: schema, context: context)
        return table.columns.indices.flatMap { column in
            let header = table.columns[column].header
            guard !header.folded.isEmpty else { return [Claim]() }
            return words.indices.compactMap { field in
                guard let (evidence, confidence) = words[field].meet(header, objects) else { return nil }
                let unit = HeaderUnit(header).differing(from: schema.fields[field].unit)
                if evidence == .alias, contradicts(table.columns[column].cells, schema.fields[field], context) {
                    return nil
                }
                if mistaken.isMistaken(column: column, for: field) { return nil }
                return Claim(column: column, field: field, evidence: evidence, confidence: confidence, unit: unit)
            }
        }
    }

    /// Whether the values cannot be what another word for the field promises.
    private static func contradicts(_ cells: Cells, _ field: Field, _ context: MappingContext) -> Bool {
        guard let share = ContentProbe(field: field, context: context).share(of: cells) else { return false }
        return share < 0.2
    }
}

/// The words that lead to one field.
private struct HeaderWords {
    let name: String
    let title: String
    let aliases: Set<String>

    init(_ field: Field) {
        name = field.name.folded
        title = field.title.folded
        aliases = Set(field.aliases.map(\.folded))
    }

    /// How a header meets the field.
    func meet(_ header: String, _ objects: ObjectNouns) -> (ColumnMapping.Evidence, Double)? {
        let key = header.folded
        if key == name { return (.name, 1) }
        if key == title { return (.name, 0.98) }
        if aliases.contains(key) { return (.alias, 0.95) }
        let bare = withoutRemark(header).folded
        if bare != key, !bare.isEmpty {
            if bare == name || bare == title { return (.name, 0.95) }
            if aliases.contains(bare) { return (.alias, 0.92) }
        }
        if let bare = objects.withoutObject(key), bare == name || bare == title || aliases.contains(bare) {
            return (.alias, 0.9)
        }
        return isCutShort(header) || isMistyped(key) ? (.alias, 0.8) : nil
    }

    /// `Surface (m²) *` without its unit and its star.
    private func withoutRemark(_ header: String) -> String {
        guard let open = header.firstIndex(where: { $0 == "(" || $0 == "[" || $0 == "*" || $0 == ":" }) else {
            return header
        }
        return String(header[..<open])
    }

    /// A Shapefile cuts names after ten bytes. The cut must fall inside the last word: what is left of
    /// `commentaire_horaires` may be any comment.
    private func isCutShort(_ header: String) -> Bool {
        guard header.utf8.count == 10 else { return false }
        let key = header.folded.filter { $0 != " " }
        return ([name, title] + aliases).contains { words in
            let parts = words.split(separator: " ")
            let whole = parts.joined()
            return whole.utf8.count > 10 && whole.hasPrefix(key)
                && key.utf8.count >= parts.dropLast().joined().utf8.count
        }
    }

    private func isMistyped(_ key: String) -> Bool {
        guard key.utf8.count >= 6 else { return false }
        return ([name, title] + aliases).contains { word in
            word.utf8.count >= 6 && editDistance(key, word, limit: 1) != nil
        }
    }
}
