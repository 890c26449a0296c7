import Queries
import Testing

@Suite struct GroupingTests {
    @Test func rowsWithTheSameValueAreAGroup() throws {
        let groups = try Sample.parks.groups(
            by: [.value(.property("clos"))], measures: [.count, .sum(.property("surface")), .maximum(.property("nom"))])
        #expect(
            groups == [
                Group(
                    keys: [.boolean(true)], measures: [.number(2), .number(1_170_400), .text("Parc de la Tête d'Or")],
                    count: 2),
                Group(
                    keys: [.boolean(false)], measures: [.number(3), .number(170_012.5), .text("parc Blandan")], count: 3
                ),
                Group(keys: [.null], measures: [.number(2), .number(4000), .text("Square Jussieu")], count: 2),
            ])
    }

    @Test func measuresOfAllRows() throws {
        let groups = try Sample.parks.groups(
            by: [],
            measures: [
                .count, .countOf(.property("surface")), .countDistinct(.property("clos")), .sum(.property("prix")),
                .average(.property("annee")), .minimum(.property("ouverture")), .maximum(.property("surface")),
                .median(.property("surface")), .percentile(.property("surface"), 25), .median(.property("lat")),
            ])
        #expect(
            groups.first?.measures == [
                .number(7), .number(5), .number(2), .number(3.1), .number(1956), .date("1857-07-01"),
                .number(1_170_000),
                .number(4000), .number(400), .number(45.776),
            ])
    }

    @Test func itemsOfListsAreCounted() throws {
        let groups = try Sample.parks.groups(by: [.items("jeux")], measures: [.count])
        #expect(
            groups.map(\.keys) == [
                [.text("barque")], [.text("manège")], [.text("skate")], [.text("balançoire")], [.text("pêche")],
            ])
        #expect(groups.map(\.count) == [1, 2, 1, 1, 1])
        let both = try Sample.parks.groups(
            by: [.items("jeux"), .value(.property("clos"))], measures: [], among: [0, 2])
        #expect(
            both.map(\.keys) == [
                [.text("barque"), .boolean(true)], [.text("manège"), .boolean(true)],
                [.text("manège"), .boolean(false)], [.text("skate"), .boolean(false)],
            ])
    }

    @Test func rangesAndPartsOfDates() throws {
        let ranges = try Sample.parks.groups(by: [.ranges(.property("surface"), bounds: [400, 5000])], measures: [])
        #expect(
            ranges.map(\.keys) == [
                [.range(from: 5000, to: nil)], [.range(from: 400, to: 5000)], [.null], [.range(from: nil, to: 400)],
            ])
        #expect(ranges.map(\.count) == [2, 2, 2, 1])
        let widths = try Sample.parks.groups(by: [.width(.property("annee"), 100)], measures: [])
        #expect(
            widths.map(\.keys) == [
                [.range(from: 1800, to: 1900)], [.range(from: 1900, to: 2000)], [.range(from: 2000, to: 2100)], [.null],
            ])
        let years = try Sample.parks.groups(by: [.value(.call("year", [.property("maj")]))], measures: [])
        #expect(years.map(\.keys) == [[.number(2024)], [.null], [.number(2020)]])
    }

    @Test func whatCannotBeMeasuredIsSaid() {
        for measure in [
            Measure.sum(.property("nom")), .average(.property("rien")), .percentile(.property("surface"), 101),
            .maximum(.property("geometry")),
        ] {
            #expect(throws: QueryError.self) { try Sample.parks.groups(by: [], measures: [measure]) }
        }
        #expect(throws: QueryError.self) {
            try Sample.parks.groups(by: [.width(.property("surface"), 0)], measures: [])
        }
    }
}

@Suite struct ManyAskersTests {
    /// What is kept with an edition is made once, whoever asks first, and all see the same.
    @Test func manyAskAtOnce() async throws {
        let rows = (0..<5000).map { ["Rue \($0 % 700)", "\($0 % 90)", "4.\(800 + $0 % 100)", "45.\(700 + $0 % 90)"] }
        let fields = [
            ("nom", #""type":"string""#), ("n", #""type":"integer""#),
            ("lon", #""type":"number","gabarit":{"meaning":"longitude"}"#),
            ("lat", #""type":"number","gabarit":{"meaning":"latitude"}"#),
        ]
        let edition = try Sample.edition(fields: fields, rows: rows)
        let answers = try await withThrowingTaskGroup(of: [Int].self) { group in
            for _ in 0..<16 {
                group.addTask {
                    let filter = try CQL2.text(
                        "search('rue 1') AND n < 80 AND S_INTERSECTS(geometry, BBOX(4.8, 45.7, 4.85, 45.75)) AND CASEI(nom) LIKE 'rue%'"
                    )
                    return try edition.select(Query(filter: filter, sort: [SortKey(property: "nom", descending: true)]))
                        .rows
                }
            }
            var answers: Set<[Int]> = []
            for try await answer in group { answers.insert(answer) }
            return answers
        }
        #expect(answers.count == 1)
        #expect(answers.first?.isEmpty == false)
    }
}
