import Catalog
import Editions
import Foundation
import Queries
import Schemas
import Tables
import Texts

/// The catalogue of the datasets. It is asked like a dataset whose records are the datasets.
struct ExploreCatalogue {
    private let request: APIRequest
    private let base: String
    private let now: Date
    /// The datasets, described, in the order of the rows.
    private let datasets: [JSON]
    /// The datasets as rows.
    private let edition: Edition

    init(_ request: APIRequest, base: String, now: Date, _ holdings: any Holdings) async throws {
        self.request = request
        self.base = base
        self.now = now
        var descriptions: [ExploreDataset] = []
        for record in holdings.records {
            guard let edition = try await holdings.edition(of: record.name) else { continue }
            descriptions.append(
                ExploreDataset(edition, publisher: holdings.publisher, language: request.language))
        }
        datasets = descriptions.map(\.json)
        edition = Self.edition(descriptions, tag: holdings.tag, publisher: holdings.publisher.name)
    }

    // MARK: Answers

    /// `/catalog/datasets`
    func page() throws(ExploreError) -> APIResponse {
        let question = try ExploreQuestion(request, size: .page, now: now)
        guard !question.isGrouped else {
            return .bytes(try ExploreGroups(edition, question).page(), ExploreAPI.json)
        }
        let selection = try ExploreRecords.selection(question, of: edition)
        let results = try selection.rows.map { row throws(ExploreError) in
            Self.withLinks(try selected(row, question), question, base, edition.uids[row])
        }
        return .bytes(
            (["total_count": .integer(selection.matched), "results": .array(results)] as JSON).bytes, ExploreAPI.json)
    }

    /// `/catalog/datasets/{dataset_id}`
    static func one(
        _ edition: Edition, _ request: APIRequest, base: String, now: Date, publisher: Publisher
    ) throws(ExploreError) -> APIResponse {
        let question = try ExploreQuestion(request, size: .page, now: now)
        let dataset = ExploreDataset(edition, publisher: publisher, language: request.language)
        let selected = try selected(dataset.json, question) { value throws(ExploreError) in
            throw .clause("select", QueryError("Only fields can be selected of a dataset"))
        }
        let document = withLinks(selected, question, base, edition.name)
        return .bytes(document.bytes, ExploreAPI.json)
    }

    /// `/catalog/facets`
    func facets() throws(ExploreError) -> APIResponse {
        try ExploreFacets(request, edition: edition, now: now)
            .answer(address: "\(base)/catalog/facets", source: "\(base)/catalog")
    }

    /// `/catalog/exports`
    func exports() -> APIResponse {
        let links = Self.formats.map { (rel: $0, href: "\(base)/catalog/exports/\($0)") }
        return .bytes(ExploreAPI.links([("self", "\(base)/catalog/exports")] + links).bytes, ExploreAPI.json)
    }

    /// The formats of the catalogue.
    static let formats = ["csv", "json", "jsonl", "dcat", "rdf", "ttl", "data.json"]

    /// `/catalog/exports/{format}`: the catalogue as a table, or the one that describes itself, which stands elsewhere.
    func export(_ format: String) throws(ExploreError) -> APIResponse {
        let question = try ExploreQuestion(request, size: .file, now: now)
        let csv = try ExploreCSV(request)
        if let ending = ["dcat": "rdf", "rdf": "rdf", "ttl": "ttl", "data.json": "jsonld"][format] {
            return .bytes(
                [], ExploreAPI.json, status: 302,
                headers: [(name: "Location", value: "\(request.origin)/catalog.\(ending)")])
        }
        guard Self.formats.contains(format) else {
            throw .parameter("format", format, expected: "one of \(Self.formats.joined(separator: ", "))")
        }
        let headers = [(name: "Content-Disposition", value: "attachment; filename=\"catalog.\(format)\"")]
        if question.isGrouped {
            return try ExploreRecords.file(ExploreGroups(edition, question).rows(), format, request, headers)
        }
        let rows = try ExploreRecords.selection(question, of: edition).rows
        if format == "csv" {
            let writer = try ExploreRows(edition, question, rows: rows)
            return APIResponse(
                mediaType: ExploreCSV.mediaType, headers: headers,
                body: .stream { write in try csv.write(writer, rows, to: write) })
        }
        let objects = try rows.map { row throws(ExploreError) -> [JSON.Member] in
            guard case .object(let members) = try selected(row, question) else { return [] }
            return members
        }
        return try ExploreRecords.file(objects, format, request, headers)
    }

    // MARK: Parts

    /// What `select` names of the dataset of a row.
    private func selected(_ row: Int, _ question: ExploreQuestion) throws(ExploreError) -> JSON {
        try Self.selected(datasets[row], question) { value throws(ExploreError) in
            do throws(QueryError) {
                let fitted = try value.fitted(to: edition, in: question.context)
                return try edition.values(of: fitted, in: [row]).first?.json ?? .null
            } catch { throw .clause("select", error) }
        }
    }

    /// The members that `select` names: of the description, of its metadata, or worked out.
    private static func selected(
        _ dataset: JSON, _ question: ExploreQuestion,
        worth: (FilterExpression) throws(ExploreError) -> JSON
    ) throws(ExploreError) -> JSON {
        var members: [JSON.Member] = []
        var excluded: [String] = []
        for selected in question.selection {
            switch selected {
            case .all: members += all(of: dataset)
            case .include(let pattern): members += all(of: dataset).filter { ODSQL.matches($0.name, pattern) }
            case .exclude(let pattern): excluded.append(pattern)
            case .value(.property(let property), let name):
                let plain = property.hasPrefix("default.") ? String(property.dropFirst(8)) : property
                guard let found = dataset[plain] ?? dataset["metas"]?["default"]?[plain] else {
                    throw .clause("select", QueryError("Unknown field: \(property.prefix(100))"))
                }
                members.append(JSON.Member(name: name, value: found))
            case .value(let value, let name): members.append(JSON.Member(name: name, value: try worth(value)))
            }
        }
        if members.isEmpty { members = all(of: dataset) }
        var names: Set<String> = []
        return .object(
            members.filter { member in
                !excluded.contains { ODSQL.matches(member.name, $0) } && names.insert(member.name).inserted
            })
    }

    private static func all(of dataset: JSON) -> [JSON.Member] {
        guard case .object(let members) = dataset else { return [] }
        return members
    }

    private static func withLinks(
        _ dataset: JSON, _ question: ExploreQuestion, _ base: String, _ name: String
    ) -> JSON {
        guard question.hasLinks else { return dataset }
        let address = "\(base)/catalog/datasets/\(WebText.encoded(name))"
        let links = [
            ("self", address), ("datasets", "\(base)/catalog/datasets"), ("records", "\(address)/records"),
            ("exports", "\(address)/exports"), ("facets", "\(address)/facets"),
        ]
        return dataset.with("_links", .array(links.map { ["href": .text($0.1), "rel": .text($0.0)] }))
    }
}

// MARK: - The datasets as rows

extension ExploreCatalogue {
    private static let separator = "\n"

    private static func edition(_ datasets: [ExploreDataset], tag: String, publisher: String) -> Edition {
        let fields = structure.schema.fields.map(\.name)
        let rows = datasets.map(\.row)
        let table = CleanTable(
            fields: fields, columns: fields.map { field in Cells(rows.map { Value($0[field] ?? "") }) },
            rowNumbers: rows.indices.map { $0 + 1 })
        return Edition(
            record: DatasetRecord(schema: structure.schema, publisher: publisher, releases: []), structure: structure,
            tag: tag, table: table, uids: rows.map { $0["dataset_id"] ?? "" },
            owners: rows.map { _ in 0 }, changedAt: datasets.map { Int64($0.modified.timeIntervalSince1970) })
    }

    /// What the rows of the catalogue are.
    static let structure: PublicSchema = {
        let lists = ["theme", "keyword", "features", "territory"]
        let types = ["modified": "datetime", "records_count": "integer"]
        let facets = ["publisher", "license", "language"]
        let names = [
            "dataset_id", "title", "description", "theme", "keyword", "publisher", "license", "license_url", "language",
            "modified", "records_count", "features", "territory",
        ]
        let fields = names.map { name -> JSON in
            JSON.members([
                "name": .text(name), "title": .text(name), "type": .text(types[name] ?? "string"),
                "constraints": facets.contains(name) ? ["enum": []] : nil,
                "gabarit": lists.contains(name)
                    ? ["separator": .text(separator)] : name == "dataset_id" ? ["meaning": "uid"] : nil,
            ])
        }
        let document: JSON = [
            "name": "catalog", "title": "Catalogue", "version": "1.0.0", "fields": .array(fields),
        ]
        do { return try PublicSchema(document: Data(document.bytes)) } catch {
            preconditionFailure("the schema of the catalogue cannot be read: \(error)")
        }
    }()
}
