import Catalog
import Foundation
import Tables

/// The rows of a commune in state 1, 2, 3…: the number says all of them, so that a mixture of two states is seen.
enum Parks {
    static let schema = "parcs"
    static let communes = [
        Place(code: "69029", name: "Bron"), Place(code: "69034", name: "Caluire-et-Cuire"),
        Place(code: "69256", name: "Vaulx-en-Velin"),
    ]
    static let document = Data(
        """
        {"name": "parcs", "title": "Parcs", "version": "1.0.0", "primaryKey": "uid",
         "fields": [
            {"name": "uid", "type": "string", "gabarit": {"meaning": "uid"}},
            {"name": "nom", "type": "string", "gabarit": {"meaning": "name"}},
            {"name": "code_insee", "type": "string", "gabarit": {"meaning": "commune-code"}},
            {"name": "etat", "type": "integer"},
            {"name": "gardien", "type": "string", "gabarit": {"visibility": "service"}}
         ]}
        """.utf8)
    private static let fields = ["uid", "nom", "code_insee", "etat", "gardien"]

    /// Between two states rows are added, removed, changed and left.
    static func rows(_ state: Int, of commune: Place) -> [[String]] {
        (0..<(40 + state % 37)).filter { ($0 + state) % 11 != 0 }.map { number in
            [
                "PAR-\(commune.code)-\(String(number + 1001).dropFirst())", "Parc de l'Été \(number)", commune.code,
                number % 3 == 0 ? "7" : "\(state)", number % 5 == 0 ? "Camille \(state)" : "",
            ]
        }
    }

    static func table(_ state: Int, of commune: Place) -> CleanTable {
        let rows = rows(state, of: commune)
        return CleanTable(
            fields: fields, columns: fields.indices.map { column in Cells(rows.map { Value($0[column]) }) },
            rowNumbers: rows.indices.map { $0 + 2 },
            geometries: rows.indices.map {
                .point(Coordinate(longitude: 4.9 + Double($0) / 1000, latitude: 45 + Double(state % 1000) / 2000))
            })
    }

    static func draft(of commune: Place) -> ReleaseDraft {
        ReleaseDraft(
            schema: schema, schemaVersion: "1.0.0", commune: commune, publishedAt: Date(), openQuestions: 0,
            remainingErrors: 0, repaired: 0)
    }
}
