import APIs
import Testing

/// The tables as clients of the Grand Lyon read them.
struct RDataTests {
    let asking: Asking
    private let table = "com_donnees_communales.parcs_jardins"

    init() throws { asking = Asking(api: RDataAPI(), holdings: try Example()) }

    @Test func tablesAreListed() async throws {
        let answer = try await asking.ask("all.json", root: "ws/grandlyon")
        #expect(answer.results.first?["table_name"] as? String == "parcs_jardins")
        #expect(answer.results.first?["table_schema"] as? String == "com_donnees_communales")
        #expect(
            answer.results.first?["href"] as? String
                == "https://donnees.exemple.fr/ws/grandlyon/com_donnees_communales.parcs_jardins.json")
    }

    @Test func columnsAreDescribed() async throws {
        let answer = try await asking.ask("\(table).json")
        #expect(answer.object["nb_records"] as? Int == 7)
        #expect(answer.object["nb_results"] as? Int == 14)
        let columns = answer.results
        #expect(columns[0]["is_pk"] as? Bool == true)
        #expect(columns[0]["is_nullable"] as? String == "NO")
        #expect(columns.map { $0["column_type"] as? String }.contains("float8"))
        #expect((columns[1]["href"] as? String)?.hasSuffix("/\(table)/nom.json") == true)
    }

    @Test(arguments: [
        "parcs-jardins", "parcs_jardins", "com_donnees_communales.parcs-jardins", "PARCS_JARDINS",
        "com_donnees_communales.parcs_jardins_1_2_0",
    ])
    func aTableHasSeveralNames(_ name: String) async throws {
        for root in asking.api.roots {
            let answer = try await asking.ask("\(name)/all.json?maxfeatures=1", root: root)
            #expect(answer.status == 200)
            #expect(answer.object["layer_name"] as? String == table)
        }
    }

    @Test func rowsComeInPages() async throws {
        let first = try await asking.ask("\(table)/all.json?maxfeatures=3&start=1").object
        #expect(first["nb_results"] as? Int == 3)
        #expect((first["fields"] as? [String])?.first == "uid")
        let values = first["values"] as? [[String: Any]]
        #expect(values?.first?["nom"] as? String == "Parc du Fort")
        let next = "https://donnees.exemple.fr/ws/rdata/\(table)/all.json?maxfeatures=3&start="
        #expect(first["next"] as? String == "\(next)4")
        #expect(first["previous"] == nil)
        let last = try await asking.ask("\(table)/all.json?maxfeatures=3&start=7").object
        #expect((last["values"] as? [Any])?.count == 1)
        #expect(last["next"] == nil)
        #expect(last["previous"] as? String == "\(next)4")
        let all = try await asking.ask("\(table)/all.json?maxfeatures=-1").object
        #expect(all["nb_results"] as? Int == 7)
    }

    @Test func rowsAreFoundByAValue() async throws {
        let parks = try await asking.ask("\(table)/all.json?field=type&value=parc&srsname=EPSG:4171&maxfeatures=2")
            .object
        #expect(parks["nb_results"] as? Int == 2)
        #expect((parks["next"] as? String)?.contains("field=type&value=parc") == true)
        let number = try await asking.ask("\(table)/all.json?field=nb_bancs&value=40").object
        #expect(number["nb_results"] as? Int == 1)
        let none = try await asking.ask("\(table)/all.json?field=nb_bancs&value=beaucoup").object
        #expect(none["nb_results"] as? Int == 0)
    }

    @Test func valuesOfAColumnAreListed() async throws {
        let types = try await asking.ask("\(table)/type.json")
        #expect(types.text == #"{"fields":["type"],"nb_results":3,"values":["parc","square","jardin"]}"#)
        let all = try await asking.ask("\(table)/type.json?compact=false&maxfeatures=2&start=3")
        #expect(all.text == #"{"fields":["type"],"nb_results":2,"values":["square","parc"]}"#)
    }

    @Test func rowsAreGivenAsCSV() async throws {
        let csv = try await asking.ask(
            "subventions/all.csv?maxfeatures=1&filename=mes%20aides", root: "fr/datapusher/ws/rdata")
        #expect(csv.mediaType == "text/csv; charset=utf-8")
        #expect(
            csv.text
                == "id;code_insee;beneficiaire;montant;date_convention;en_nature\nSUB-69029-001;69029;Club d'aviron;1500;2023-03-01;false\n"
        )
        #expect(csv.headers["Content-Disposition"] == "attachment; filename=\"mesaides.csv\"")
    }

    @Test(arguments: [
        ("type__eq=parc&surface__gte=31000", 3), ("commune__in=Bron,Saint-Priest&surface__lt=10000", 2),
        ("maj__lte=2021-07-14", 2), ("maj__lt=1900-01-01", 0), ("nb_bancs__eq=beaucoup", 0),
        ("surface__gt=9000&field=commune&value=Bron", 2),
    ])
    func rowsAreFoundByOperators(_ query: String, _ count: Int) async throws {
        let answer = try await asking.ask("parcs-jardins/all.json?\(query)")
        #expect(answer.status == 200)
        #expect(answer.object["nb_results"] as? Int == count, "\(answer.text)")
    }

    @Test func csvTakesACommaAndShapes() async throws {
        let parks = try await asking.ask("parcs-jardins/all.csv?ds=,&geometry=on&maxfeatures=2").text
        #expect(parks.contains(";9000,5;"), "\(parks)")
        #expect(parks.contains("POINT (4.9123 45.7312)"), "\(parks)")
        let zones = try await asking.ask("zones-calmes/all.csv?geometry=on&maxfeatures=1").text
        #expect(zones.hasPrefix("uid;") || zones.contains(";WKT\n"))
        #expect(zones.contains("POLYGON (("), "\(zones)")
    }

    @Test(arguments: [
        ("rien/all.json", 404), ("rien.json", 404), ("", 200), ("parcs-jardins", 404), ("parcs-jardins/truc.json", 404),
        ("parcs-jardins/all.xml", 404), ("parcs-jardins/all.json?maxfeatures=x", 400),
        ("parcs-jardins/all.json?start=-1", 400), ("parcs-jardins/all.json?field=truc&value=1", 400),
        ("parcs-jardins/all.json?type__like=x", 400), ("parcs-jardins/all.json?truc__eq=x", 400),
        ("parcs-jardins/all.csv?ds=x", 400), ("parcs-jardins/all.csv?geometry=wkb", 400),
        ("parcs-jardins/all.json?start=1&start=2", 400), ("parcs-jardins/all.json?value=1", 400),
        ("parcs-jardins/all.json?srsname=EPSG:1", 400),
        ("parcs-jardins/all.json?start=9223372036854775807", 200),
        ("parcs-jardins/all.json?maxfeatures=9223372036854775807", 200),
        ("parcs-jardins/all.json?start=0&maxfeatures=0", 200),
    ])
    func whatIsWrongIsSaid(_ address: String, _ status: Int) async throws {
        let answer = try await asking.ask(address)
        #expect(answer.status == status)
        #expect(answer.mediaType == (status == 200 ? "application/json; charset=utf-8" : "application/problem+json"))
        #expect(try await asking.ask("all.json", post: "{}").status == 405)
    }
}
