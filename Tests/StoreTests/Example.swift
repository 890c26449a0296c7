import Catalog
import Foundation
import Schemas
import Store
import Tables

/// A small model with one field for each kind of secret, and rows that respect it.
enum Example {
    static let document = Data(
        """
        {"name": "parcs", "title": "Parcs", "version": "1.0.0", "primaryKey": "uid",
         "fields": [
            {"name": "uid", "type": "string", "gabarit": {"meaning": "uid"}},
            {"name": "nom", "type": "string", "gabarit": {"meaning": "name"}},
            {"name": "code_insee", "type": "string", "gabarit": {"meaning": "commune-code"}},
            {"name": "surface", "type": "number"},
            {"name": "acces", "type": "string", "gabarit": {"separator": "|"}},
            {"name": "gardien", "type": "string", "gabarit": {"visibility": "commune"}},
            {"name": "cle", "type": "string", "gabarit": {"visibility": "service"}}
         ]}
        """.utf8)

    static let fields = ["uid", "nom", "code_insee", "surface", "acces", "gardien", "cle"]

    static func table(_ rows: [[String]]) -> CleanTable {
        CleanTable(
            fields: fields, columns: fields.indices.map { column in Cells(rows.map { Value($0[column]) }) },
            rowNumbers: rows.indices.map { $0 + 2 },
            geometries: rows.indices.map { .point(Coordinate(longitude: 4.9 + Double($0) / 100, latitude: 45.73)) })
    }

    static let bron = [
        ["PAR-69029-001", "Parc du Fort", "69029", "85000", "piéton|vélo", "Camille SECRET", "B-12"],
        ["PAR-69029-002", "Étang des Brosses", "69029", "9", "piéton", "Alix SECRET", "C-7"],
        ["PAR-69029-003", "Esplanade", "69029", "", "", "", ""],
    ]

    static func draft(
        _ commune: Place = Place(code: "69029", name: "Bron"), at seconds: Double = 1_700_000_000
    )
        -> ReleaseDraft
    {
        ReleaseDraft(
            schema: "parcs", schemaVersion: "1.0.0", commune: commune,
            publishedAt: Date(timeIntervalSince1970: seconds), openQuestions: 1, remainingErrors: 0, repaired: 12)
    }

    /// A folder that no other test uses.
    static func folder() -> URL {
        FileManager.default.temporaryDirectory.appendingPathComponent("gabarit-store-\(UUID())")
    }
}
