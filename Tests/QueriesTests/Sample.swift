import Catalog
import Editions
import Foundation
import Queries
import Tables

/// Makes small editions to ask.
enum Sample {
    /// An edition of some fields (`name: type`, with more of the field behind it) and rows.
    static func edition(
        fields: [(name: String, rest: String)], rows: [[String]], geometries: [Geometry?]? = nil
    ) throws -> Edition {
        let list = fields.map { #"{"name":"\#($0.name)",\#($0.rest)}"# }.joined(separator: ",")
        let document = Data(#"{"name":"essai","title":"Essai","version":"1.0.0","fields":[\#(list)]}"#.utf8)
        let structure = try PublicSchema(document: document)
        let columns = fields.indices.map { column in Cells(rows.map { Value($0[column]) }) }
        let table = CleanTable(
            fields: fields.map(\.name), columns: columns, rowNumbers: Array(rows.indices), geometries: geometries)
        return Edition(
            record: DatasetRecord(schema: structure.schema, publisher: "Territoire", releases: []),
            structure: structure, tag: "essai", table: table, uids: rows.indices.map { "ESS-\($0)" },
            owners: Array(repeating: 0, count: rows.count), changedAt: Array(repeating: 0, count: rows.count))
    }

    /// Seven parks, of which the last is empty.
    static let parks: Edition = {
        let fields = [
            ("nom", #""type":"string""#), ("surface", #""type":"number""#), ("annee", #""type":"year""#),
            ("clos", #""type":"boolean","trueValues":["oui"],"falseValues":["non"]"#),
            ("ouverture", #""type":"date""#), ("maj", #""type":"datetime""#),
            ("jeux", #""type":"string","gabarit":{"separator":"|"}"#), ("prix", #""type":"number""#),
            ("lon", #""type":"number","gabarit":{"meaning":"longitude"}"#),
            ("lat", #""type":"number","gabarit":{"meaning":"latitude"}"#),
        ]
        let rows = [
            [
                "Parc de la Tête d'Or", "1170000", "1857", "oui", "1857-07-01", "2024-05-01T08:00:00Z", "manège|barque",
                "0", "4.855", "45.777",
            ],
            [
                "Jardin Rosa Mir", "400", "1987", "oui", "1987-06-01", "2024-05-01T23:30:00Z", "", "2.5", "4.828",
                "45.776",
            ],
            [
                "parc Blandan", "170000", "2014", "non", "2014-09-01", "2024-04-30T12:00:00+02:00", "skate|manège", "",
                "4.854", "45.746",
            ],
            ["Square Jussieu", "4000", "", "", "", "", "balançoire", "0.1", "4.839", "45.757"],
            ["Île Barbe", "", "1902", "non", "1902-01-15", "", "", "0.2", "4.833", "45.799"],
            ["Étang 100%", "12.5", "2020", "non", "2020-02-29", "2020-02-29T10:00:00Z", "pêche", "0.3", "", ""],
            ["", "", "", "", "", "", "", "", "", ""],
        ]
        do {
            return try edition(fields: fields, rows: rows)
        } catch {
            fatalError("the sample is wrong: \(error)")
        }
    }()
}

extension Edition {
    /// The rows of which CQL2 text is true.
    func rows(where text: String) throws -> [Int] { try truth(of: CQL2.text(text)).rows }
}
