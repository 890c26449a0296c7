import Catalog
import Editions
import Queries
import Testing

@Suite struct SelectingTests {
    private func order(_ keys: SortKey..., offset: Int = 0, limit: Int? = nil) throws -> [Int] {
        try Sample.parks.select(Query(sort: keys, offset: offset, limit: limit)).rows
    }

    @Test func textsAreSortedAsInADictionary() throws {
        #expect(try order(SortKey(property: "nom")) == [5, 4, 1, 2, 0, 3, 6])
        #expect(try order(SortKey(property: "nom", descending: true)) == [3, 0, 2, 1, 4, 5, 6])
    }

    @Test func numbersAndDatesAreSortedAsSuch() throws {
        #expect(try order(SortKey(property: "surface")) == [5, 1, 3, 2, 0, 4, 6])
        #expect(try order(SortKey(property: "surface", descending: true)) == [0, 2, 3, 1, 5, 4, 6])
        #expect(try order(SortKey(property: "ouverture", descending: true)) == [5, 2, 1, 4, 0, 3, 6])
        #expect(try order(SortKey(property: "maj")) == [5, 2, 0, 1, 3, 4, 6])
    }

    @Test func severalKeysAndTheOrderOfTheEditionDecide() throws {
        #expect(
            try order(SortKey(property: "clos"), SortKey(property: "surface", descending: true)) == [
                2, 5, 4, 0, 1, 3, 6,
            ])
        #expect(try order(SortKey(property: "clos", descending: true)) == [0, 1, 2, 4, 5, 3, 6])
        #expect(try order(SortKey(.call("year", [.property("ouverture")])), limit: 2) == [0, 4])
        #expect(try order(SortKey(property: "uid", descending: true), limit: 2) == [6, 5])
    }

    @Test func onlyAPartIsGiven() throws {
        let filter = try CQL2.text("surface > 0")
        let selection = try Sample.parks.select(Query(filter: filter, rows: [5, 3, 3, 0, 99, -1], offset: 1, limit: 1))
        #expect(selection == Selection(rows: [3], matched: 3))
        #expect(try order(offset: 5).count == 2)
        #expect(try order(offset: 50, limit: 3).isEmpty)
        #expect(try order(offset: -1, limit: -1).isEmpty)
        #expect(try order(SortKey(property: "nom"), offset: 1, limit: 2) == [4, 1])
    }

    @Test func theFirstOfManyAreTheSameAsTheBeginningOfAll() throws {
        var seed: UInt64 = 7
        func next(_ limit: UInt64) -> UInt64 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (seed >> 33) % limit
        }
        let rows = (0..<2000).map { _ in [next(10) == 0 ? "" : "\(next(50))", next(5) == 0 ? "" : "mot \(next(700))"] }
        let edition = try Sample.edition(fields: [("n", #""type":"integer""#), ("t", #""type":"string""#)], rows: rows)
        for keys in [
            [SortKey(property: "n")], [SortKey(property: "n", descending: true), SortKey(property: "t")],
            [SortKey(property: "t", descending: true), SortKey(property: "n")],
        ] {
            let all = try edition.select(Query(sort: keys)).rows
            #expect(Set(all).count == 2000)
            for (offset, limit) in [(0, 1), (0, 100), (3, 7), (1990, 20), (400, 50)] {
                let part = try edition.select(Query(sort: keys, offset: offset, limit: limit)).rows
                #expect(part == Array(all.dropFirst(offset).prefix(limit)))
            }
        }
    }

    @Test func shapesHaveNoOrder() {
        #expect(throws: QueryError.self) { try order(SortKey(property: "geometry")) }
        #expect(throws: QueryError.self) { try order(SortKey(property: "rien")) }
    }

    @Test func valuesAreTyped() throws {
        let parks = Sample.parks
        #expect(try parks.values(of: .property("surface"), in: [5, 4]) == [.number(12.5), .null])
        #expect(try parks.values(of: .property("clos"), in: [0, 2]) == [.boolean(true), .boolean(false)])
        #expect(try parks.values(of: .property("ouverture"), in: [0]) == [.date("1857-07-01")])
        #expect(
            try parks.values(of: .property("jeux"), in: [0, 1]) == [.list([.text("manège"), .text("barque")]), .null])
        #expect(try parks.values(of: CQL2.text("surface * 2"), in: [5]) == [.number(25)])
        #expect(try parks.values(of: .property("uid"), in: [5]) == [.text("ESS-5")])
    }
}

@Suite struct PlacesTests {
    @Test func allPositionsAreThoseOfTheRows() {
        let parks = Sample.parks
        #expect(parks.positions.all == (0..<parks.rowCount).map { parks.positions[$0] })
    }
}
