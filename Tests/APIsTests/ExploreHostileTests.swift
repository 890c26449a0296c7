import APIs
import Editions
import Foundation
import Testing

/// Whatever is asked, there is an answer of the standard: clauses are damaged in every way, and numbers are huge.
struct ExploreHostileTests {
    private static let clauses: [(name: String, text: String)] = [
        ("where", "type in ('parc', 'jardin') and (surface > 1000.5 or not chiens) and maj >= date'2021-02-03'"),
        ("where", "within_distance(geo_point_2d, geom'POINT(4.9 45.7)', 1.5km) or \"fort*\" and nom like 'par'"),
        ("where", "annee in [1950..2000[ and year(maj) between 2020 and 2023 and releve < now(days=-3)"),
        ("where", "intersects(geo_point_2d, geom'POLYGON((4 45,5 45,5 46,4 46,4 45))') and 'eau' in equipements"),
        ("select", "nom, surface * 2 / (annee - 1) as x, include(n*), exclude(l*), date_format(maj, 'dd/MM') as d"),
        ("select", "count(*) as n, sum(surface) / count(*), percentile(nb_bancs, 50), count(distinct type)"),
        ("group_by", "type, range(surface, *, 10, 500, *) as r, year(maj), range(maj, 1 month)"),
        ("order_by", "surface desc, length(nom), distance(geo_point_2d, geom'POINT(4.9 45.7)')"),
        ("refine", "maj:2023/05"), ("exclude", "type:parc"), ("facet", "facet(name=\"type\", sort=\"count\", limit=3)"),
        ("limit", "12"), ("offset", "3"), ("timezone", "Europe/Paris"), ("delimiter", ";"),
    ]
    private static let pieces = [
        "(", ")", "'", "\"", ",", " and ", " not ", "..", "[", "]", "*", "-", "1e308", "99999999999999999999", "é",
        "\0",
        "date'", "geom'", " as ", "null", "`", "{", "}", ":", "%", "uid", "geo_point_2d", " is ", "in", "0", "/",
    ]

    @Test func damagedClausesHaveAnswers() async throws {
        let asking = Asking(api: ExploreAPI(clock: { Example.date }), holdings: try Example())
        var seed: UInt64 = 20_260_922
        func random(_ count: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % max(1, count)
        }
        for round in 0..<1500 {
            var parameters: [(name: String, value: String)] = []
            for _ in 0...random(2) {
                var (name, text) = Self.clauses[random(Self.clauses.count)]
                for _ in 0...random(3) {
                    var signs = Array(text)
                    let place = random(signs.count + 1)
                    switch random(3) {
                    case 0: signs.insert(contentsOf: Self.pieces[random(Self.pieces.count)], at: place)
                    case 1: signs.removeSubrange(place..<min(signs.count, place + 1 + random(6)))
                    default: signs.swapAt(random(signs.count), random(signs.count))
                    }
                    text = String(signs)
                    if signs.isEmpty { break }
                }
                if random(40) == 0 { name = "where" }
                parameters.append((name, text))
            }
            let path = ["records", "records", "facets", "exports/json", "exports/csv"][round % 5]
            let query = parameters.map { parameter in
                let value = parameter.value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
                return "\(parameter.name)=\(value)"
            }.joined(separator: "&")
            let answer = try await asking.ask("catalog/datasets/parcs-jardins/\(path)?\(query)")
            #expect([200, 400].contains(answer.status), "\(query)")
            if answer.mediaType.hasPrefix("application/json") {
                #expect((try? JSONSerialization.jsonObject(with: Data(answer.bytes))) != nil, "\(query)")
            }
        }
    }

    @Test(arguments: [
        "records?limit=100&offset=9900", "records?limit=100&offset=9999",
        "exports/json?limit=9223372036854775807&offset=1",
        "exports/csv?offset=9223372036854775807", "exports/csv?limit=1609278131347633733632",
        "exports/json?limit=9223372036854775807&where=chiens&offset=2",
        "exports/json?group_by=type&limit=9223372036854775807", "records?group_by=type&offset=19990&limit=10",
        "exports/json?order_by=random(1)&limit=9223372036854775807&offset=9223372036854775807",
        "records?group_by=range(surface,1e-300)", "records?select=surface/0%20as%20x,1e308*1e308%20as%20y",
        "records?group_by=range(annee,0.0000001)", "records?group_by=range(maj,1000000%20year)",
    ])
    func hugeNumbersAreAnswered(_ address: String) async throws {
        let asking = Asking(api: ExploreAPI(), holdings: try Example())
        let answer = try await asking.ask("catalog/datasets/parcs-jardins/\(address)")
        #expect(answer.status == 200, "\(answer.text)")
    }

    @Test func aDatasetWithoutRowsIsAnswered() async throws {
        let empty = Empty(try Example.edition(Example.parks, rows: [], shapes: [:]))
        for address in [
            "catalog/datasets", "catalog/datasets/parcs-jardins", "catalog/datasets/parcs-jardins/records",
            "catalog/datasets/parcs-jardins/records?where=chiens&order_by=nom", "catalog/facets",
            "catalog/datasets/parcs-jardins/records?group_by=type",
            "catalog/datasets/parcs-jardins/records?select=count(*)",
            "catalog/datasets/parcs-jardins/facets", "catalog/datasets/parcs-jardins/exports/csv",
            "catalog/datasets/parcs-jardins/exports/json", "catalog/datasets/parcs-jardins/exports/geojson",
        ] {
            #expect(try await Asking(api: ExploreAPI(), holdings: empty).ask(address).status == 200, "\(address)")
        }
        for address in ["package_search", "datastore_search?resource_id=parcs-jardins", "organization_list"] {
            #expect(try await Asking(api: CKANAPI(), holdings: empty).ask(address).status == 200, "\(address)")
        }
        for address in ["all.json", "parcs-jardins.json", "parcs-jardins/all.json", "parcs-jardins/type.json"] {
            #expect(try await Asking(api: RDataAPI(), holdings: empty).ask(address).status == 200, "\(address)")
        }
    }
}
