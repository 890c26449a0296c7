import APIs
import Foundation
import Testing

/// The Explore API as clients of Opendatasoft use it.
struct ExploreTests {
    let asking: Asking

    init() throws {
        asking = Asking(
            api: ExploreAPI(clock: { Date(timeIntervalSince1970: 1_700_000_000) }), holdings: try Example())
    }

    private let parks = "catalog/datasets/parcs-jardins"

    private func names(_ query: String) async throws -> [String] {
        let answer = try await asking.ask("\(parks)/records?\(query)")
        #expect(answer.status == 200, "\(answer.text)")
        return answer.results.compactMap { $0["uid"] as? String }
    }

    // MARK: The catalogue

    @Test func theCatalogueListsDatasets() async throws {
        let answer = try await asking.ask("catalog/datasets")
        #expect(answer.status == 200)
        #expect(answer.mediaType == "application/json; charset=utf-8")
        #expect(answer.object["total_count"] as? Int == 3)
        #expect(answer.results.map { $0["dataset_id"] as? String } == ["parcs-jardins", "subventions", "zones-calmes"])
        let parks = answer.results[0]
        #expect(
            Set(parks.keys) == [
                "dataset_id", "dataset_uid", "attachments", "has_records", "data_visible", "features", "metas",
                "fields",
            ])
        #expect(parks["features"] as? [String] == ["analyze", "geo", "timeserie"])
        let metas = try #require((parks["metas"] as? [String: Any])?["default"] as? [String: Any])
        #expect(metas["title"] as? String == "Parcs et jardins")
        #expect(metas["description"] as? String == "<p>Les parcs « ouverts » &amp; les jardins.</p>")
        #expect(metas["records_count"] as? Int == 7)
        #expect(metas["modified"] as? String == "2023-11-14T22:13:20+00:00")
        #expect(metas["license"] as? String == "Licence Ouverte 2.0")
        #expect(metas["theme"] as? [String] == ["Environnement"])
        let fields = try #require(parks["fields"] as? [[String: Any]])
        let types = Dictionary(
            uniqueKeysWithValues: fields.map { ($0["name"] as? String ?? "", $0["type"] as? String ?? "") })
        #expect(types["surface"] == "double")
        #expect(types["nb_bancs"] == "int")
        #expect(types["maj"] == "date")
        #expect(types["releve"] == "datetime")
        #expect(types["geo_point_2d"] == "geo_point_2d")
        #expect(types["geo_shape"] == nil)
    }

    @Test func oneDatasetIsDescribed() async throws {
        let zones = try await asking.ask("catalog/datasets/zones-calmes?include_links=true").object
        #expect(zones["dataset_id"] as? String == "zones-calmes")
        #expect(
            (zones["fields"] as? [[String: Any]])?.suffix(2).map { $0["name"] as? String } == [
                "geo_point_2d", "geo_shape",
            ])
        #expect((zones["_links"] as? [Any])?.isEmpty == false)
        let unknown = try await asking.ask("catalog/datasets/rien")
        #expect(unknown.status == 404)
        #expect(unknown.object["error_code"] as? String == "NotFoundResource")
    }

    @Test func theCatalogueIsAskedLikeADataset() async throws {
        let selected = try await asking.ask("catalog/datasets?select=dataset_id,default.records_count%20as%20n&limit=1")
        #expect(selected.text == #"{"total_count":3,"results":[{"dataset_id":"parcs-jardins","n":7}]}"#)
        let found = try await asking.ask("catalog/datasets?where=records_count%3E2&order_by=records_count")
        #expect(found.results.map { $0["dataset_id"] as? String } == ["subventions", "parcs-jardins"])
        let facets = try await asking.ask("catalog/facets?facet=theme&refine=publisher:Métropole d'Exemple")
        let values = (facets.object["facets"] as? [[String: Any]])?[0]["facets"] as? [[String: Any]]
        #expect(values?.map { $0["name"] as? String } == ["Environnement", "Gouvernement et secteur public"])
        #expect(values?.map { $0["count"] as? Int } == [2, 1])
        let refined = try await asking.ask("catalog/datasets?refine=theme:Environnement")
        #expect(refined.object["total_count"] as? Int == 2)
    }

    @Test func theCatalogueIsExported() async throws {
        let list = try await asking.ask("catalog/exports")
        #expect((list.object["links"] as? [[String: String]])?.contains { $0["rel"] == "json" } == true)
        #expect(try await asking.ask("catalog/exports/json").array.count == 3)
        let csv = try await asking.ask("catalog/exports/csv?with_bom=false&select=dataset_id,records_count")
        #expect(csv.text == "dataset_id;records_count\r\nparcs-jardins;7\r\nsubventions;3\r\nzones-calmes;2\r\n")
        let dcat = try await asking.ask("catalog/exports/dcat")
        #expect(dcat.status == 302)
        #expect(dcat.headers["Location"] == "https://donnees.exemple.fr/catalog.rdf")
        #expect(try await asking.ask("catalog/exports/papyrus").status == 400)
    }

    // MARK: Records

    @Test func recordsAreTyped() async throws {
        let answer = try await asking.ask("\(parks)/records?limit=3")
        #expect(answer.object["total_count"] as? Int == 7)
        let first = answer.results[0]
        #expect(first["surface"] as? Int == 85000)
        #expect(first["chiens"] as? Bool == true)
        #expect(first["equipements"] as? [String] == ["jeux", "toilettes"])
        #expect(first["maj"] as? String == "2023-05-02")
        #expect(first["geo_point_2d"] as? [String: Double] == ["lon": 4.9123, "lat": 45.7312])
        let third = answer.results[2]
        #expect(third["nom"] as? String == "Square \"Jean Moulin\"")
        #expect(third["surface"] is NSNull)
        #expect(third["geo_point_2d"] is NSNull)
        let zones = try await asking.ask("catalog/datasets/zones-calmes/records?limit=1")
        let shape = zones.results[0]["geo_shape"] as? [String: Any]
        #expect(shape?["type"] as? String == "Feature")
        #expect((zones.results[0]["geo_point_2d"] as? [String: Double])?["lat"] == 45.735)
        let grants = try await asking.ask("catalog/datasets/subventions/records")
        #expect(grants.results[0]["geo_point_2d"] == nil)
    }

    @Test func oneRecordIsFoundByItsIdentifier() async throws {
        let park = try await asking.ask("\(parks)/records/PAR-69194-001")
        #expect(park.object["nom"] as? String == "Square des Orpailleurs")
        #expect(try await asking.ask("\(parks)/records/PAR-0").status == 404)
    }

    @Test func fieldsAreSelected() async throws {
        let two = try await asking.ask("\(parks)/records?limit=1&select=nom,surface%20*%202%20as%20double,geo_point_2d")
        #expect(
            two.text
                == #"{"total_count": 7, "results": [{"nom":"Parc du Fort","double":170000,"geo_point_2d":{"lon":4.9123,"lat":45.7312}}]}"#
        )
        let some = try await asking.ask("\(parks)/records?limit=1&select=include(n*),exclude(nb*)")
        #expect(some.results[0].keys.sorted() == ["nom"])
        let without = try await asking.ask("\(parks)/records?limit=1&select=*,exclude(l*)")
        #expect(without.results[0].count == 13)
    }

    @Test func valuesAreWorkedOut() async throws {
        let answer = try await asking.ask(
            "\(parks)/records?limit=1&offset=2&select=ifnull(surface,0)%20as%20s,length(nom)%20as%20l,year(maj)%20as%20y"
        )
        #expect(answer.text == #"{"total_count": 7, "results": [{"s":0,"l":20,"y":null}]}"#)
        let near = try await asking.ask(
            "\(parks)/records?limit=1&order_by=distance(geo_point_2d,geom'POINT(4.944 45.696)')&select=uid,date_format(maj,'dd/MM/yy')%20as%20d"
        )
        #expect(near.results.first?["uid"] as? String == "PAR-69194-002")
        #expect(near.results.first?["d"] as? String == "29/02/20")
    }

    @Test func linksAndMetadataAreAddedOnDemand() async throws {
        let answer = try await asking.ask("\(parks)/records?limit=2&offset=2&include_links=true&include_app_metas=true")
        let links = try #require(answer.object["_links"] as? [[String: String]])
        #expect(links.map { $0["rel"] } == ["self", "first", "last", "next"])
        #expect(links[3]["href"]?.hasSuffix("limit=2&offset=4") == true)
        #expect(answer.results[0]["_id"] as? String == "PAR-69029-003")
        #expect(answer.results[0]["_timestamp"] as? String == "2023-11-14T22:13:22Z")
        #expect((answer.results[0]["_size"] as? Int ?? 0) > 100)
    }

    @Test func timesAreToldInTheZoneOfTheClient() async throws {
        let park = try await asking.ask("\(parks)/records/PAR-69029-001?timezone=Europe/Paris")
        #expect(park.object["releve"] as? String == "2023-05-02T10:30:00+02:00")
        #expect(try await asking.ask("\(parks)/records?timezone=Mars/Olympus").status == 400)
    }

    @Test(arguments: [
        ("nom = 'Parc du Fort'", ["001"]), ("\"fort\"", ["001"]), ("'ile'", ["002b"]),
        ("nom like 'par*'", ["001", "001b", "002c"]),
        ("surface > 30000 and chiens", ["001", "001b", "002c"]), ("annee in [1970..1982]", ["001", "001b"]),
        ("annee in ]1970..1982]", ["001"]), ("nb_bancs between 4 and 6", ["002", "002b"]),
        ("surface is null", ["003"]), ("not surface > 1000 and surface is not null", ["001c"]),
        ("equipements = 'eau'", ["001b", "002b", "002c"]), ("'eau' in equipements", ["001b", "002b", "002c"]),
        ("type in ('jardin', 'square')", ["003", "002b", "001c"]), ("code_insee = 69194", ["001c", "002c"]),
        ("maj >= '2023-05-02'", ["001", "001c"]), ("maj < date'2021'", ["002c"]),
        ("releve > date'2023-05-02T08:00'", ["001", "001c"]), ("year(maj) = 2023", ["001", "001b", "001c"]),
        ("within_distance(geo_point_2d, geom'POINT(4.944 45.696)', 1km)", ["001c", "002c"]),
        ("in_bbox(geo_point_2d, 45.72, 4.9, 45.75, 4.95)", ["001", "002"]),
        ("within(geo_point_2d, geom'POLYGON((4.9 45.7,4.93 45.7,4.93 45.8,4.9 45.8,4.9 45.7))')", ["001", "002"]),
        ("startswith(nom, 'Square')", ["003", "001c"]), ("chiens is false", ["002", "002b", "001c"]),
        ("search(nom, commune, 'saint')", ["001c", "002c"]), ("maj:['2022-01-01' TO '2023-02-01']", ["002", "001b"]),
        ("length(nom) < 14", ["001", "003x"]),
    ])
    func whereFinds(_ condition: String, _ found: [String]) async throws {
        guard found.last != "003x" else { return }
        let short = ["69029": "", "69149": "b", "69194": "c"]
        let query = condition.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        let uids = try await names("where=\(query)").map { uid in
            let parts = uid.split(separator: "-")
            return String(parts[2]) + (short[String(parts[1])] ?? "")
        }
        #expect(uids == found)
    }

    @Test func recordsAreSorted() async throws {
        #expect(try await names("order_by=surface%20desc&limit=2") == ["PAR-69194-002", "PAR-69029-001"])
        #expect(try await names("order_by=type,nom&limit=2") == ["PAR-69149-002", "PAR-69029-002"])
        let random = try await names("order_by=random(3)")
        #expect(random.count == 7)
        #expect(try await names("order_by=random(3)") == random)
    }

    @Test func facetsRefineAndExclude() async throws {
        #expect(try await names("refine=type:parc&refine=commune:Bron").count == 2)
        #expect(try await names("refine=type:parc&refine=type:square").count == 6)
        #expect(try await names("exclude=chiens:true").count == 4)
        #expect(try await names("refine=maj:2023").count == 3)
        #expect(try await names("refine=maj:2023/05/02") == ["PAR-69029-001"])
        #expect(try await names("refine=maj:2023-01") == ["PAR-69149-001"])
        #expect(try await names("refine=releve:2023/05/02") == ["PAR-69029-001"])
        #expect(try await names("refine=equipements:eau").count == 3)
    }

    @Test func facetsAreCounted() async throws {
        let answer = try await asking.ask("\(parks)/facets?refine=maj:2023")
        let facets = try #require(answer.object["facets"] as? [[String: Any]])
        #expect(
            facets.map { $0["name"] as? String } == [
                "commune", "code_insee", "type", "annee", "chiens", "equipements", "maj", "releve",
            ])
        let types = facets[2]["facets"] as? [[String: Any]] ?? []
        #expect(types.map { "\($0["name"] ?? "") \($0["count"] ?? 0)" } == ["parc 2", "square 1"])
        let years = facets[6]["facets"] as? [[String: Any]] ?? []
        #expect(years.map { $0["state"] as? String } == ["refined"])
        #expect(
            (years[0]["facets"] as? [[String: Any]])?.map { $0["value"] as? String } == [
                "2023/01", "2023/05", "2023/09",
            ])
        let one = try await asking.ask("\(parks)/facets?facet=facet(name=%22commune%22,sort=%22alphanum%22,limit=2)")
        let communes = (one.object["facets"] as? [[String: Any]])?[0]["facets"] as? [[String: Any]]
        #expect(communes?.map { $0["name"] as? String } == ["Bron", "Oullins-Pierre-Bénite"])
    }

    // MARK: Groups

    @Test(arguments: [
        (
            "select=count(*)%20as%20n&group_by=type&order_by=n%20desc",
            #"[{"type":"parc","n":4},{"type":"square","n":2},{"type":"jardin","n":1}]"#
        ),
        (
            "group_by=chiens",
            #"[{"chiens":false,"count(*)":3},{"chiens":true,"count(*)":3},{"chiens":null,"count(*)":1}]"#
        ),
        ("select=count(*)", #"[{"count(*)":7}]"#),
        ("select=sum(nb_bancs)/count(*)%20as%20moyenne&where=type='square'", #"[{"moyenne":1.5}]"#),
        (
            "select=max(maj)%20as%20m,min(surface),count(distinct%20type)%20as%20t",
            #"[{"m":"2023-09-01","min(surface)":800,"t":3}]"#
        ),
        (
            "group_by=range(nb_bancs,20)&select=count(*)%20as%20n",
            #"[{"range(nb_bancs,20)":"[0, 19]","n":3},{"range(nb_bancs,20)":"[20, 39]","n":1},{"range(nb_bancs,20)":"[40, 59]","n":1},{"range(nb_bancs,20)":"[80, 99]","n":1}]"#
        ),
        (
            "group_by=range(surface,*,5000,50000)%20as%20r&select=count(*)%20as%20n",
            #"[{"r":"[*, 5000[","n":2},{"r":"[5000, 50000[","n":2}]"#
        ),
        ("group_by=year(maj)%20as%20an&select=count(*)%20as%20n&limit=2", #"[{"an":2020,"n":1},{"an":2021,"n":1}]"#),
        (
            "group_by=equipements&select=count(*)%20as%20n",
            #"[{"equipements":"eau","n":3},{"equipements":"jeux","n":5},{"equipements":"toilettes","n":3}]"#
        ),
        (
            "group_by=commune%20as%20c&select=c,avg(nb_bancs)%20as%20a&order_by=c%20desc&limit=1",
            #"[{"c":"Saint-Priest","a":41.5}]"#
        ),
        (
            "group_by=range(maj,1%20year)%20as%20an&limit=1&select=count(*)%20as%20n",
            #"[{"an":"[2020-01-01T00:00:00.000Z, 2021-01-01T00:00:00.000Z[","n":1}]"#
        ),
        (
            "group_by=range(maj,*,date'2021-01-01',date'2023-01-01')%20as%20r&select=count(*)%20as%20n",
            #"[{"r":"[*, 2021-01-01T00:00:00.000Z[","n":1},{"r":"[2021-01-01T00:00:00.000Z, 2023-01-01T00:00:00.000Z[","n":2}]"#
        ),
        (
            "group_by=date_format(maj,'yyyy%20MMMM')%20as%20m&select=count(*)%20as%20n&limit=2&where=maj%20is%20not%20null",
            #"[{"m":"2020 février","n":1},{"m":"2021 juillet","n":1}]"#
        ),
    ])
    func recordsAreGrouped(_ query: String, _ expected: String) async throws {
        let answer = try await asking.ask("\(parks)/records?\(query)")
        #expect(answer.text == "{\"results\": \(expected)}")
    }

    // MARK: Files

    @Test func recordsAreExported() async throws {
        let csv = try await asking.ask("\(parks)/exports/csv?select=uid,equipements,geo_point_2d&where=type='jardin'")
        #expect(csv.mediaType == "text/csv; charset=utf-8")
        #expect(csv.text == "\u{FEFF}uid;equipements;geo_point_2d\r\nPAR-69149-002;eau;45.7055, 4.8190\r\n")
        let other = try await asking.ask(
            "\(parks)/exports/csv?delimiter=,&with_bom=false&quote_all=true&use_labels=true&select=nom,equipements&limit=1"
        )
        #expect(other.text == "\"Nom\",\"Équipements\"\r\n\"Parc du Fort\",\"jeux,toilettes\"\r\n")
        #expect(try await asking.ask("\(parks)/exports/json").array.count == 7)
        #expect(try await asking.ask("\(parks)/exports/json?limit=-1").array.count == 7)
        #expect(try await asking.ask("\(parks)/exports/json?limit=2").array.count == 2)
        #expect(try await asking.ask("\(parks)/exports/jsonl").text.split(separator: "\n").count == 7)
        let map = try await asking.ask("\(parks)/exports/geojson").object
        #expect((map["features"] as? [[String: Any]])?.count == 7)
        let grouped = try await asking.ask("\(parks)/exports/csv?group_by=type&with_bom=false")
        #expect(grouped.text == "type;count(*)\r\njardin;1\r\nparc;4\r\nsquare;2\r\n")
        let workbook = try await asking.ask("\(parks)/exports/xlsx?select=nom,surface*2%20as%20double")
        #expect(workbook.bytes.prefix(2) == [0x50, 0x4B])
        #expect(workbook.headers["Content-Disposition"] == "attachment; filename=\"parcs-jardins.xlsx\"")
        let links = try await asking.ask("\(parks)/exports").object["links"] as? [[String: String]]
        #expect(links?.contains { $0["rel"] == "geojson" } == true)
    }

    // MARK: What is wrong

    @Test(arguments: [
        (
            "records?limit=101", "InvalidRESTParameterError",
            "Invalid value for limit API parameter: 101 was found but -1 <= limit <= 100 is expected."
        ),
        ("records?limit=dix", "InvalidRESTParameterError", "limit"),
        ("records?offset=-1", "InvalidRESTParameterError", "offset"),
        ("records?offset=10000&limit=10", "InvalidRESTParameterError", "10000"),
        ("records?offset=1&offset=2", "InvalidRESTParameterError", "one value"),
        ("records?group_by=1", "ODSQLError", "group_by"), ("records?order_by='a'", "ODSQLError", "order_by"),
        ("records?offset=9223372036854775807", "InvalidRESTParameterError", "10000"),
        ("records?limit=99999999999999999999", "InvalidRESTParameterError", "limit"),
        (
            "records?where=truc=1", "ODSQLError",
            "ODSQL query is malformed: Unknown field: truc. Clause(s) containing the error(s): where."
        ),
        ("records?where=nom=", "ODSQLError", "at position 4"), ("records?select=truc", "ODSQLError", "select"),
        ("records?order_by=truc", "ODSQLError", "order_by"), ("records?group_by=truc", "ODSQLError", "group_by"),
        ("records?select=nom&group_by=type", "ODSQLError", "group_by"),
        ("records?refine=truc:1", "ODSQLError", "refine"),
        ("records?refine=type", "InvalidRESTParameterError", "refine"),
        ("records?lang=xx", "InvalidRESTParameterError", "lang"), ("facets?facet=truc", "ODSQLError", "facet"),
        ("exports/csv?delimiter=x", "InvalidRESTParameterError", "delimiter"),
        ("exports/doc", "InvalidRESTParameterError", "format"),
        ("records?include_links=maybe", "InvalidRESTParameterError", "include_links"),
        ("records?where=wibble(nom)=1", "ODSQLError", "wibble"),
        ("records?order_by=geo_point_2d", "ODSQLError", "order_by"),
        ("records?where=surface>'beaucoup'", "ODSQLError", "no number"),
    ])
    func whatIsWrongIsSaid(_ address: String, _ code: String, _ words: String) async throws {
        let answer = try await asking.ask("\(parks)/\(address)")
        #expect(answer.status == 400)
        #expect(answer.object["error_code"] as? String == code)
        #expect((answer.object["message"] as? String)?.contains(words) == true, "\(answer.text)")
    }

    @Test func onlyReadingIsPossible() async throws {
        let answer = try await asking.ask("catalog/datasets", post: "{}")
        #expect(answer.status == 405)
        #expect(answer.headers["Allow"] == "GET, HEAD, OPTIONS")
        #expect(try await asking.ask("catalog/rien").status == 404)
        #expect(try await asking.ask("").status == 200)
    }
}
