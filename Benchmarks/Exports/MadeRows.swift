import Exports
import Foundation
import Schemas
import Tables

/// Rows that a territory could publish, made batch after batch: nothing of them is held.
struct MadeRows {
    let count: Int
    /// Whether their places are known.
    var hasPlaces = true

    static let schema: Schema? = try? JSONDecoder().decode(
        Schema.self,
        from: Data(
            #"""
            {"name": "arbres", "title": "Arbres d’alignement", "version": "1.0.0", "fields": [
                {"name": "uid", "gabarit": {"meaning": "uid"}}, {"name": "nom", "gabarit": {"meaning": "name"}},
                {"name": "adresse"}, {"name": "commune"}, {"name": "code_insee"},
                {"name": "hauteur_en_metres", "type": "number"}, {"name": "annee", "type": "year"},
                {"name": "remarquable", "type": "boolean", "trueValues": ["oui"], "falseValues": ["non"]},
                {"name": "essences", "gabarit": {"separator": "|"}}, {"name": "plante_le", "type": "date"},
                {"name": "longitude", "type": "number", "gabarit": {"meaning": "longitude"}},
                {"name": "latitude", "type": "number", "gabarit": {"meaning": "latitude"}}]}
            """#.utf8))

    /// The rows, in batches.
    var batches: RowBatches {
        var chance = Chance(state: 42)
        var made = 0
        let fields = Self.schema?.fields.map(\.name) ?? []
        return RowBatches(fields: fields) {
            guard made < count else { return nil }
            let rows = min(RowBatches.usualCount, count - made)
            defer { made += rows }
            var columns = fields.map { _ in Cells() }
            for row in made..<(made + rows) {
                for (column, text) in values(row, &chance).enumerated() { columns[column].append(Value(text)) }
            }
            return CleanTable(fields: fields, columns: columns, rowNumbers: Array(made..<(made + rows)))
        }
    }

    private func values(_ row: Int, _ chance: inout Chance) -> [String] {
        let commune = chance.below(59)
        let number = String(row)
        return [
            "ARB-690\(10 + commune)-\(number)", "Érable n° \(number) « été »",
            "\(1 + chance.below(200)) rue de l’Église, bâtiment \(chance.below(9))", "Commune-\(commune)",
            "0690\(10 + commune)", "\(chance.below(40)).\(1 + chance.below(9))", "\(1900 + chance.below(125))",
            chance.below(2) == 0 ? "oui" : "non", chance.below(3) == 0 ? "" : "érable|tilleul argenté",
            "20\(10 + chance.below(15))-0\(1 + chance.below(9))-1\(chance.below(9))",
            hasPlaces ? "4.\(700_000 + chance.below(200_000))" : "",
            hasPlaces ? "45.\(600_000 + chance.below(200_000))" : "",
        ]
    }
}

/// Numbers that look like chance and are the same each time (Knuth's linear congruence).
struct Chance {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }
}
