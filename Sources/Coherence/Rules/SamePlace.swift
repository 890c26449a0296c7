import Schemas
import Spelling
import Tables
import Texts

extension CoherenceRule {
    /// Coordinates that were copied down: three or more rows at one point, in different streets.
    static let samePlace = CoherenceRule(
        "same-place",
        Text(
            fr: "Des objets de rues différentes ne sont pas au même point.",
            en: "Objects in different streets do not stand at one point.")
    ) { situation in
        guard let streets = [Field.Meaning.street, .address, .fullAddress].compactMap(situation.cells).first else {
            return []
        }
        var rows: [Coordinate: [Int]] = [:]
        for (row, geometry) in situation.table.geometries.enumerated() {
            guard case .point(let point)? = geometry else { continue }
            rows[point, default: []].append(row)
        }
        return rows.values.filter { group in
            group.count >= 3 && Set(group.map { streets[$0].text.folded }.filter { !$0.isEmpty }).count >= 3
        }.sorted { $0[0] < $1[0] }.map { group in
            Finding(
                rule: "same-place", severity: .warning, rows: situation.numbers(group),
                text: Text(
                    fr: """
                        Ces \(group.count) lignes ont exactement les mêmes coordonnées, dans des rues différentes : \
                        ont-elles été recopiées ?
                        """,
                    en: """
                        These \(group.count) rows have exactly the same coordinates, in different streets: were they \
                        copied?
                        """))
        }
    }
}
