import Schemas
import Spelling
import Tables
import Texts

extension CoherenceRule {
    /// A park that says « toilettes : non », and a toilet of the commune that stands in it.
    static let announcedPresence = CoherenceRule(
        "announced-presence",
        Text(
            fr: "Ce qu'un lieu dit ne pas avoir ne s'y trouve pas non plus dans un autre jeu de données de la commune.",
            en: "What a place says it has not does not stand in it in another dataset of the commune either.")
    ) { situation in
        asContainer(situation) + asContent(situation)
    }

    /// The table holds the places.
    private static func asContainer(_ situation: Situation) -> [Finding] {
        situation.neighbours.flatMap { neighbour in
            contradictions(
                places: (situation.schema, situation.table), objects: (neighbour.schema, neighbour.table)
            ).map { found in
                Finding(
                    rule: "announced-presence", severity: .warning,
                    rows: [situation.table.rowNumbers[found.place]], field: found.field.name,
                    text: Text(
                        fr: """
                            « \(found.field.title) » dit non, mais \(found.object) du jeu « \(neighbour.schema.title) » \
                            s'y trouve.
                            """,
                        en: """
                            “\(found.field.title)” says no, but \(found.object) of the dataset \
                            “\(neighbour.schema.title)” stands in it.
                            """))
            }
        }
    }

    /// The table holds what stands in them.
    private static func asContent(_ situation: Situation) -> [Finding] {
        situation.neighbours.flatMap { neighbour in
            contradictions(
                places: (neighbour.schema, neighbour.table), objects: (situation.schema, situation.table)
            ).map { found in
                Finding(
                    rule: "announced-presence", severity: .warning,
                    rows: [situation.table.rowNumbers[found.objectRow]],
                    text: Text(
                        fr: """
                            Se trouve dans « \(found.placeName) », dont le jeu « \(neighbour.schema.title) » dit non \
                            pour « \(found.field.title) ».
                            """,
                        en: """
                            Stands in “\(found.placeName)”, for which the dataset “\(neighbour.schema.title)” says no \
                            to “\(found.field.title)”.
                            """))
            }
        }
    }

    /// A place that says no, and an object in it.
    private struct Contradiction {
        let field: Field
        let place: Int
        let placeName: String
        let objectRow: Int
        let object: String
    }

    private static func contradictions(
        places: (schema: Schema, table: CleanTable), objects: (schema: Schema, table: CleanTable)
    ) -> [Contradiction] {
        places.schema.fields.indices.filter { places.schema.fields[$0].presenceOf == objects.schema.name }
            .flatMap { index -> [Contradiction] in
                let field = places.schema.fields[index]
                let denying = (0..<places.table.rowCount).filter {
                    field.falseValues.first == places.table.columns[index][$0].text
                }
                guard !denying.isEmpty else { return [] }
                let points = objects.table.geometries.map { $0?.pointOnSurface }
                return denying.compactMap { place in
                    let name = Self.name(places.schema, places.table, place)
                    let row = points.indices.first { row in
                        points[row].map { places.table.geometries[place]?.contains($0) == true } == true
                            || names(name, objects.schema, objects.table, row)
                    }
                    return row.map {
                        Contradiction(
                            field: field, place: place, placeName: name, objectRow: $0,
                            object: Self.name(objects.schema, objects.table, $0))
                    }
                }
            }
    }

    private static func name(_ schema: Schema, _ table: CleanTable, _ row: Int) -> String {
        let field = schema.fields.firstIndex { $0.meaning == .name } ?? schema.fields.firstIndex { $0.meaning == .uid }
        return field.map { table.columns[$0][row].text } ?? ""
    }

    /// Whether a row says that it stands in the place, in the words of its name or of its detail. Short names may be
    /// anybody's.
    private static func names(_ place: String, _ schema: Schema, _ table: CleanTable, _ row: Int) -> Bool {
        let key = place.folded
        guard key.utf8.count >= 10, key.contains(" ") else { return false }
        return schema.fields.indices.contains { index in
            [.name, .placeDetail].contains(schema.fields[index].meaning)
                && (" " + table.columns[index][row].text.folded + " ").contains(" " + key + " ")
        }
    }
}
