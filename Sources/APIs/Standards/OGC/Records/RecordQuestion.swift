import Editions
import Queries
import Spelling
import Tables

/// The parameters that only records know: `q`, `type`, `ids`, `externalIds` (OGC API Records, §7.5).
enum RecordQuestion {
    static let names: Set<String> = ["q", "type", "ids", "externalIds"]

    /// Leaves only the records that answer.
    static func narrow(_ query: inout Query, _ parameters: Parameters, in source: FeatureSource) throws(Problem) {
        let edition = source.edition
        var rows = Array(0..<edition.rowCount)
        if let words = parameters["q"] { rows = rows.filter { matches(words, $0, in: source) } }
        if let ids = try list("ids", parameters) { rows = rows.filter { ids.contains(edition.uids[$0]) } }
        for name in ["type", "externalIds"] {
            guard let wanted = try list(name, parameters) else { continue }
            rows = rows.filter { wanted.contains(edition.table.value(name, row: $0) ?? "") }
        }
        if rows.count < edition.rowCount { query.rows = rows }
    }

    private static func list(_ name: String, _ parameters: Parameters) throws(Problem) -> Set<String>? {
        guard let text = parameters[name] else { return nil }
        let items = text.split(separator: ",", omittingEmptySubsequences: false)
        guard !items.contains("") else {
            throw .badRequest("The parameter “\(name)” must be words between commas.")
        }
        return Set(items.map(String.init))
    }

    /// Whether one of the terms between commas stands in the title, the description or a keyword: all its words, one
    /// after the other. Accents and capitals do not matter.
    private static func matches(_ terms: String, _ row: Int, in source: FeatureSource) -> Bool {
        let texts = ["title", "description", "keywords"].map { name in
            " " + words(source.edition.table.value(name, row: row) ?? "") + " "
        }
        let terms = terms.split(separator: ",").map { words(String($0)) }.filter { !$0.isEmpty }
        return terms.isEmpty || terms.contains { term in texts.contains { $0.contains(term) } }
    }

    private static func words(_ text: String) -> String {
        text.folded.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}
