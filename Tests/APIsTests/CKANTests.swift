import APIs
import Foundation
import Testing

/// The Action API as clients of CKAN use it.
struct CKANTests {
    let asking: Asking

    init() throws { asking = Asking(api: CKANAPI(), holdings: try Example()) }

    private func result(_ address: String, post: String? = nil) async throws -> Any? {
        let answer = try await asking.ask(address, post: post)
        #expect(answer.status == 200, "\(answer.text)")
        #expect(answer.object["success"] as? Bool == true)
        return answer.object["result"]
    }

    private func object(_ address: String, post: String? = nil) async throws -> [String: Any] {
        try #require(await result(address, post: post) as? [String: Any])
    }

    /// The identifier of the file whose rows can be searched.
    private func csv() async throws -> String {
        let package = try await object("package_show?id=parcs-jardins")
        let resources = try #require(package["resources"] as? [[String: Any]])
        return try #require(resources.first { $0["datastore_active"] as? Bool == true }?["id"] as? String)
    }

    // MARK: Packages

    @Test func packagesAreListed() async throws {
        #expect(try await result("package_list") as? [String] == ["parcs-jardins", "subventions", "zones-calmes"])
        #expect(try await result("package_list?limit=1&offset=1") as? [String] == ["subventions"])
        #expect(try await result("package_list", post: "{}") as? [String] != nil)
        #expect(try await result("package_list", post: "") as? [String] != nil)
        #expect((try await result("current_package_list_with_resources?limit=2") as? [Any])?.count == 2)
    }

    @Test func aPackageHasWhatHarvestersRead() async throws {
        let package = try await object("package_show?id=parcs-jardins")
        for name in [
            "id", "name", "title", "notes", "license_id", "license_title", "tags", "metadata_created",
            "metadata_modified", "organization", "resources", "revision_id", "extras", "private", "type", "author",
            "author_email", "maintainer", "maintainer_email", "state",
        ] { #expect(package[name] != nil, "\(name)") }
        #expect(package["license_id"] as? String == "lov2")
        #expect(package["metadata_modified"] as? String == "2023-11-14T22:13:20.000000")
        let extras = try #require(package["extras"] as? [[String: String]])
        let said = Dictionary(uniqueKeysWithValues: extras.map { ($0["key"] ?? "", $0["value"] ?? "") })
        #expect(said["frequency"] == "http://publications.europa.eu/resource/authority/frequency/ANNUAL")
        #expect(said["temporal_start"] == "2023-11-14")
        let id = try #require(package["id"] as? String)
        #expect(UUID(uuidString: id) != nil)
        #expect(try await object("package_show?id=\(id)")["name"] as? String == "parcs-jardins")
        let resource = try #require((package["resources"] as? [[String: Any]])?.first)
        #expect((resource["url"] as? String)?.hasPrefix("https://donnees.exemple.fr/fichiers/parcs-jardins/") == true)
        let found = try await object("resource_show?id=\(try #require(resource["id"] as? String))")
        #expect(found["url"] as? String == resource["url"] as? String)
        let organization = try #require(package["organization"] as? [String: Any])
        #expect(organization["name"] as? String == "metropole-d-exemple")
    }

    @Test(arguments: [
        ("q=parcs", ["parcs-jardins"]), ("q=*:*", ["parcs-jardins", "subventions", "zones-calmes"]),
        ("q=title:zones", ["zones-calmes"]), ("q=-parcs", ["subventions", "zones-calmes"]),
        ("fq=organization:bron", ["parcs-jardins", "subventions", "zones-calmes"]),
        ("fq=organization:oullins-pierre-benite", ["parcs-jardins"]), ("fq=tags:\"jardin\"", ["parcs-jardins"]),
        ("fq=(groups:envi)", ["parcs-jardins", "zones-calmes"]), ("fq=+groups:envi+-tags:parc", ["zones-calmes"]),
        ("fq=name:(subventions OR zones-calmes)", ["subventions", "zones-calmes"]),
        ("fq=res_format:CSV", ["parcs-jardins", "subventions", "zones-calmes"]),
        ("q=budget OR jardin", ["parcs-jardins", "subventions"]), ("q=subv*", ["subventions"]),
        ("sort=name desc&rows=1", ["zones-calmes"]), ("start=2", ["zones-calmes"]), ("q=rien", []),
    ])
    func packagesAreSearched(_ query: String, _ names: [String]) async throws {
        let address = query.replacingOccurrences(of: " ", with: "%20").replacingOccurrences(of: "\"", with: "%22")
        let result = try await object("package_search?\(address)")
        #expect((result["results"] as? [[String: Any]])?.map { $0["name"] as? String } == names)
    }

    @Test func valuesAreCounted() async throws {
        let result = try await object(
            "package_search", post: #"{"rows": 0, "facet.field": ["organization", "tags"], "facet.limit": 2}"#)
        #expect(result["count"] as? Int == 3)
        #expect((result["results"] as? [Any])?.isEmpty == true)
        let facets = try #require(result["facets"] as? [String: [String: Int]])
        #expect(facets["organization"] == ["bron": 3, "metropole-d-exemple": 3])
        let described = (result["search_facets"] as? [String: [String: Any]])?["organization"]?["items"]
        #expect((described as? [[String: Any]])?.first?["display_name"] as? String == "Bron")
    }

    @Test func organizationsAreTheTerritoryAndItsCommunes() async throws {
        #expect(
            try await result("organization_list") as? [String] == [
                "metropole-d-exemple", "bron", "oullins-pierre-benite", "saint-priest",
            ])
        let all = try await result("organization_list?all_fields=true") as? [[String: Any]]
        #expect(all?.map { $0["package_count"] as? Int } == [3, 3, 1, 3])
        let bron = try await object("organization_show?id=bron&include_datasets=true")
        #expect((bron["packages"] as? [Any])?.count == 3)
        #expect(try await result("group_list") as? [String] == ["envi", "gove"])
        #expect(try await result("tag_list") as? [String] == ["budget", "jardin", "parc"])
        #expect((try await result("license_list") as? [Any])?.count == 3)
        #expect(try await object("status_show")["site_url"] as? String == "https://donnees.exemple.fr")
        #expect(try await result("site_read") as? Bool == true)
    }

    // MARK: Rows

    @Test func rowsAreRead() async throws {
        let id = try await csv()
        let result = try await object("datastore_search?resource_id=\(id)&limit=2")
        #expect(result["total"] as? Int == 7)
        let records = try #require(result["records"] as? [[String: Any]])
        #expect(records.count == 2)
        #expect(records[0]["_id"] as? Int == 1)
        #expect(records[0]["surface"] as? Int == 85000)
        let fields = try #require(result["fields"] as? [[String: String]])
        #expect(fields.prefix(2).map { $0["id"] } == ["_id", "uid"])
        #expect(fields.first { $0["id"] == "surface" }?["type"] == "numeric")
        #expect(fields.first { $0["id"] == "equipements" }?["type"] == "_text")
        let links = try #require(result["_links"] as? [String: String])
        #expect(links["next"] == "/api/3/action/datastore_search?resource_id=\(id)&limit=2&offset=2")
        let info = try await object("datastore_info?id=\(id)")
        #expect((info["meta"] as? [String: Any])?["count"] as? Int == 7)
    }

    @Test(arguments: [
        (#"{"filters": {"type": "parc"}}"#, [1, 2, 4, 7]),
        (#"{"filters": {"type": ["jardin", "square"], "chiens": false}}"#, [5, 6]),
        (#"{"filters": "{\"nb_bancs\": 40}"}"#, [1]), (#"{"filters": {"nb_bancs": "40"}}"#, [1]),
        (#"{"filters": {"equipements": "eau"}}"#, [4, 5, 7]), (#"{"q": "fort"}"#, [1]),
        (#"{"q": {"commune": "saint"}}"#, [6, 7]),
        (#"{"sort": "surface desc", "limit": 2}"#, [7, 1]), (#"{"sort": ["type", "nom desc"], "limit": 1}"#, [5]),
        (#"{"sort": "_id desc", "limit": 2}"#, [7, 6]), (#"{"sort": "type desc, _id desc", "limit": 2}"#, [6, 3]),
        (#"{"q": "{fort"}"#, [1]), (#"{"offset": 5}"#, [6, 7]), (#"{"filters": {"_id": [2, 3]}}"#, [2, 3]),
        (#"{"filters": {"surface": null}}"#, [3]),
        (#"{"q": "par:* & fort", "plain": false}"#, [1]),
    ])
    func rowsAreFound(_ body: String, _ numbers: [Int]) async throws {
        let id = try await csv()
        let result = try await object("datastore_search", post: "{\"resource_id\": \"\(id)\", \(body.dropFirst())")
        #expect((result["records"] as? [[String: Any]])?.map { $0["_id"] as? Int } == numbers)
    }

    @Test func rowsComeInOtherShapes() async throws {
        let lists = try await object(
            "datastore_search?resource_id=parcs-jardins&records_format=lists&fields=nom,nb_bancs&limit=1")
        #expect((lists["records"] as? [[Any]])?.first?.first as? String == "Parc du Fort")
        let csv = try await object(
            "datastore_search?resource_id=parcs-jardins&records_format=csv&fields=_id,nom&limit=3&offset=2")
        #expect((csv["records"] as? String)?.hasPrefix("3,\"Square \"\"Jean Moulin\"\"\"\n4,") == true)
        let types = try await object(
            "datastore_search?resource_id=parcs-jardins&fields=type&distinct=true&include_total=false")
        #expect((types["records"] as? [[String: String]])?.map { $0["type"] } == ["parc", "square", "jardin"])
        #expect(types["total"] == nil)
    }

    // MARK: What is wrong

    @Test(arguments: [
        ("package_show?id=rien", 404, "Not Found Error"), ("package_show", 409, "Validation Error"),
        ("resource_show?id=1", 404, "Not Found Error"), ("datastore_search?resource_id=1", 404, "Not Found Error"),
        ("datastore_search?resource_id=parcs-jardins&limit=x", 409, "Validation Error"),
        ("datastore_search?resource_id=parcs-jardins&offset=-1", 409, "Validation Error"),
        ("datastore_search?resource_id=parcs-jardins&filters=[", 409, "Validation Error"),
        ("datastore_search?resource_id=parcs-jardins&filters={%22truc%22:1}", 409, "Validation Error"),
        ("datastore_search?resource_id=parcs-jardins&fields=truc", 409, "Validation Error"),
        ("datastore_search?resource_id=parcs-jardins&filters={%22surface%22:%22grand%22}", 409, "Validation Error"),
        ("package_search?rows=-1", 409, "Validation Error"), ("package_search?q=%22", 400, "Search Query Error"),
        ("package_search?sort=truc", 400, "Search Query Error"), ("package_create?name=x", 403, "Authorization Error"),
        ("organization_show?id=paris", 404, "Not Found Error"),
        ("package_search?sort=name%20upwards", 400, "Search Query Error"),
        ("package_search?facet.field=tags", 409, "Validation Error"),
        ("package_search?facet.field=[%22truc%22]", 400, "Search Query Error"),
        ("package_search?rows=1&rows=2", 409, "Validation Error"),
    ])
    func whatIsWrongIsSaid(_ address: String, _ status: Int, _ type: String) async throws {
        let answer = try await asking.ask(address)
        #expect(answer.status == status, "\(answer.text)")
        #expect(answer.object["success"] as? Bool == false)
        #expect((answer.object["error"] as? [String: Any])?["__type"] as? String == type)
    }

    @Test func whatIsNoCallIsRefusedInASentence() async throws {
        let sql = try await asking.ask("datastore_search_sql?sql=SELECT%201")
        #expect(sql.status == 400)
        #expect(sql.text == "\"Bad request - Action name not known: datastore_search_sql\"")
        #expect(try await asking.ask("package_list", post: "{").status == 400)
        #expect(try await asking.ask("package_list", post: "[1]").status == 400)
        #expect(try await asking.ask("package_show", post: "id=parcs-jardins").status == 200)
        #expect(try await asking.ask("").status == 400)
        #expect(try await asking.ask("package_list", post: String(repeating: "[", count: 100_000)).status == 400)
    }
}
