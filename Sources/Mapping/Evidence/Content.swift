import Schemas
import Spelling
import Tables

extension EvidenceKind {
    /// The values can only be this field, whatever stands above them. Claimed only where exactly one column and
    /// exactly one field can meet, and only for meanings whose values cannot be mistaken.
    static let content = EvidenceKind(name: "content") { table, schema, context in
        schema.fields.indices.flatMap { field -> [Claim] in
            guard schema.fields.count(where: { $0.meaning == schema.fields[field].meaning }) == 1 else { return [] }
            let probe = ContentProbe(field: schema.fields[field], context: context)
            guard probe.isTelling else { return [] }
            let fitting = table.columns.indices.filter { probe.mayStand(under: table.columns[$0].header) }.compactMap {
                column in
                probe.share(of: table.columns[column].cells).map { (column, $0) }
            }.filter { $0.1 >= 0.9 }
            guard fitting.count == 1, !isEitherCode(table.columns[fitting[0].0].cells, schema, context) else {
                return []
            }
            return [Claim(column: fitting[0].0, field: field, evidence: .content, confidence: 0.9 * fitting[0].1)]
        }
    }

    /// Whether all values may be INSEE codes as well as postcodes (`69003` is both): nothing is proved then.
    private static func isEitherCode(_ cells: Cells, _ schema: Schema, _ context: MappingContext) -> Bool {
        let shares = [Field.Meaning.communeCode, .postcode].compactMap { meaning in
            schema.field(meaning: meaning).flatMap { ContentProbe(field: $0, context: context).share(of: cells) }
        }
        return shares.count == 2 && shares.allSatisfy { $0 >= 0.9 }
    }
}

/// Whether the values of a column can be those of a field.
struct ContentProbe {
    let field: Field
    let context: MappingContext

    /// Whether values that fit prove the field on their own.
    var isTelling: Bool {
        switch field.meaning {
        case .uid, .communeCode, .postcode, .communeName, .url, .email: true
        default: false
        }
    }

    /// Whether a header leaves room for the field. Codes prove themselves; a web page, a mailbox or a town may be
    /// anybody's, so that a header of several words is
    /// believed, unless a Shapefile cut it after ten bytes.
    func mayStand(under header: String) -> Bool {
        switch field.meaning {
        case .url, .email, .communeName: header.foldedWords.count <= 1 || header.utf8.count == 10
        default: true
        }
    }

    /// The share of distinct values that fit, or nil when the field has no tell-tale shape or the column too few
    /// values to say. At most 500 distinct values are looked at.
    func share(of cells: Cells) -> Double? {
        guard let fits = test else { return nil }
        var seen = 0
        var fitting = 0
        for code in 0..<cells.distinctCount where cells.kind(of: code) != .blank {
            seen += 1
            if fits(cells.distinct(code).text) { fitting += 1 }
            if seen == 500 { break }
        }
        guard seen >= 1 else { return nil }
        return Double(fitting) / Double(seen)
    }

    private var test: ((String) -> Bool)? {
        switch field.meaning {
        case .uid: { Self.uid.fits($0) }
        case .communeCode: { context.isCommuneCode(padded($0)) }
        case .postcode: { context.isPostcode(padded($0)) }
        case .communeName: { $0.contains(where: \.isLetter) && context.isCommuneName($0) }
        case .url: { $0.lowercased().hasPrefix("http") || $0.lowercased().hasPrefix("www.") }
        case .email: { $0.contains("@") && $0.contains(".") }
        case .longitude, .latitude: { Double($0.replacing(",", with: ".")) != nil || $0.contains("°") }
        default: nil
        }
    }

    private static let uid = Shape(/\s*[A-Za-z]{3}\s*[-_ ]\s*[0-9AB]{5}\s*[-_ ]\s*\d+\s*/)

    /// `1053` and `69029.0`, as spreadsheets leave codes.
    private func padded(_ text: String) -> String {
        var digits = text.trimmingPrefix(" ").prefix { $0 != "." && $0 != " " }
        if digits.count == 4 { digits = "0" + digits }
        return String(digits)
    }
}
