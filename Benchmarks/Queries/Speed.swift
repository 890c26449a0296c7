import Catalog
import Editions
import Foundation
import Queries
import Tables

/// How long questions take: the first time, which makes what is kept with the edition, and the quickest of the next.
enum Speed {
    private static func filter(_ text: String) -> @Sendable (Edition) throws -> Int {
        { try $0.select(Query(filter: CQL2.text(text), limit: 100)).matched }
    }

    private static func star(_ corners: Int) -> String {
        let places = (0...corners).map { corner in
            let angle = Double(corner % corners) / Double(corners) * 2 * .pi
            let radius = corner % corners % 2 == 0 ? 0.1 : 0.05
            return "\(4.85 + radius * cos(angle)) \(45.75 + radius * sin(angle))"
        }
        return "S_INTERSECTS(geometry, POLYGON((\(places.joined(separator: ", ")))))"
    }

    private static let questions: [(String, @Sendable (Edition) throws -> Int)] = [
        ("surface > 25000", filter("surface > 25000")),
        ("type = one of 12", filter("type = 'baba'")),
        ("nom = one of 200,000", filter("nom = 'baba teauli rone 4'")),
        ("three conditions joined", filter("surface > 25000 AND (annee > 1950 OR clos) AND NOT type LIKE 'ba%'")),
        ("nom LIKE '%ville%'", filter("nom LIKE '%ville%'")),
        ("casei(nom) LIKE", filter("CASEI(nom) LIKE CASEI('%VILLE%')")),
        ("date interval", filter("T_DURING(ouverture, INTERVAL('2005-01-01', '2010-01-01'))")),
        ("item of a list", filter("jeux = 'villeba'")),
        ("IN of 1,000 numbers", filter("surface IN (\((0..<1000).map { "\($0 * 7).5" }.joined(separator: ",")))")),
        ("two columns: surface / 100 > hauteur", filter("surface / 100 > hauteur")),
        ("two texts: rue = commune", filter("rue = commune")),
        ("bbox, 1/1600 of the ground", filter("S_INTERSECTS(geometry, BBOX(4.80, 45.70, 4.81, 45.71))")),
        (
            "rows(touching:) the same box",
            {
                try $0.select(
                    Query(rows: $0.rows(touching: Extent(west: 4.80, south: 45.70, east: 4.81, north: 45.71)).rows)
                ).matched
            }
        ),
        ("bbox, 1/4 of the ground", filter("S_INTERSECTS(geometry, BBOX(4.70, 45.60, 4.90, 45.80))")),
        ("polygon of 10 corners", filter(star(10))),
        ("polygon of 10,000 corners", filter(star(10_000))),
        ("within 1 km", filter("within_distance(geometry, POINT(4.85 45.75), 1000)")),
        ("search one word", filter("search('ville')")),
        ("search three words", filter("search('ville mont cha')")),
        ("sort by nom, the first 100", { try $0.select(Query(sort: [SortKey(property: "nom")], limit: 100)).matched }),
        ("sort by nom, all", { try $0.select(Query(sort: [SortKey(property: "nom")])).rows.count }),
        (
            "sort by 2 keys, filtered, 100",
            {
                try $0.select(
                    Query(
                        filter: CQL2.text("surface > 25000"),
                        sort: [SortKey(property: "commune"), SortKey(property: "surface", descending: true)], limit: 100
                    )
                ).matched
            }
        ),
        ("uid, the last", filter("uid = 'ESS-99'")),
        ("count by commune", { try $0.groups(by: [.value(.property("commune"))], measures: [.count]).count }),
        (
            "sum, average by commune and type",
            {
                try $0.groups(
                    by: [.value(.property("commune")), .value(.property("type"))],
                    measures: [.count, .sum(.property("surface")), .average(.property("hauteur"))]
                ).count
            }
        ),
        (
            "median by commune",
            { try $0.groups(by: [.value(.property("commune"))], measures: [.median(.property("surface"))]).count }
        ),
        ("facet of a list", { try $0.groups(by: [.items("jeux")], measures: []).count }),
        ("count distinct noms", { try $0.groups(by: [], measures: [.countDistinct(.property("nom"))]).count }),
    ]

    static func measure(rows: Int) throws {
        let clock = ContinuousClock()
        var made: Edition?
        let making = try clock.measure { made = try MadeEdition.make(rows) }
        guard let edition = made else { return }
        print("\(rows) rows in \(edition.table.fields.count) columns, made in \(milliseconds(making)) ms")
        print("| question | answer | first, ms | again, ms |")
        print("| --- | ---: | ---: | ---: |")
        for (name, question) in questions {
            var answer = 0
            let first = try clock.measure { answer = try question(edition) }
            var best = first
            for _ in 0..<5 { best = min(best, try clock.measure { _ = try question(edition) }) }
            print("| \(name) | \(answer) | \(milliseconds(first)) | \(milliseconds(best)) |")
        }
    }

    private static func milliseconds(_ duration: Duration) -> String {
        String(
            format: "%.2f", Double(duration.components.attoseconds) / 1e15 + Double(duration.components.seconds) * 1000)
    }
}
