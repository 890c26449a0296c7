import Catalog
import Editions
import Exports
import Schemas

/// The part of the OpenAPI document. What is asked with the fields of a dataset has a path for each dataset.
struct ExplorePaths {
    private let datasets: [(record: DatasetRecord, schema: Schema)]
    private static let base = "/api/explore/v2.1/catalog"

    /// The paths for what is published.
    init(_ holdings: any Holdings) {
        datasets = holdings.records.map { ($0, holdings.structure(of: $0.name)?.schema ?? $0.schema) }
    }

    var document: String {
        DescribedPath.document(catalogue + (datasets.isEmpty ? [] : common) + datasets.flatMap(records))
    }

    /// The catalogue, which is asked like a dataset.
    private var catalogue: [DescribedPath] {
        let own = ExploreParameters(ExploreCatalogue.structure.schema, hasPlaces: false)
        let format = ExploreParameters.path("format", ExploreCatalogue.formats, "The format.")
        var datasets = path(
            "/datasets", "exploreDatasets", "The datasets of the catalogue", own.ofPages,
            ExploreForms.page(of: ExploreForms.dataset))
        datasets.description = ExploreParameters.grouping
        return [
            path("", "exploreCatalog", "The parts of the catalogue", [], ExploreForms.links), datasets,
            path(
                "/facets", "exploreCatalogFacets", "How often values occur among the datasets", own.ofFacets,
                ExploreForms.facets),
            path("/exports", "exploreCatalogExports", "The formats of the catalogue", [], ExploreForms.links),
            file(
                "/exports/{format}", "exploreCatalogExport", "The catalogue as a file", [format] + own.ofFiles,
                redirects: true),
        ]
    }

    /// What is the same of every dataset.
    private var common: [DescribedPath] {
        let root = "/datasets/{dataset_id}"
        let dataset = ExploreParameters.path("dataset_id", datasets.map(\.record.name), "The dataset.")
        return [
            path(
                root, "exploreDataset", "One dataset",
                [dataset] + ExploreParameters.habits + ExploreParameters.additions, ExploreForms.dataset),
            path("\(root)/attachments", "exploreAttachments", "Attached files: none", [dataset], ["type": "object"]),
            path("\(root)/exports", "exploreExports", "The formats of a dataset", [dataset], ExploreForms.links),
        ]
    }

    private func records(of record: DatasetRecord, _ schema: Schema) -> [DescribedPath] {
        let name = record.name
        let root = "/datasets/\(WebText.encoded(name))"
        let own = ExploreParameters(schema, hasPlaces: true)
        let format = ExploreParameters.path("format", ExploreRecords.formats(of: record), "The format.")
        var page = path(
            "\(root)/records", "exploreRecords_\(name)", "\(schema.title): the records", own.ofPages,
            ExploreForms.page(of: ["type": "object"]))
        page.description = ExploreParameters.grouping
        return [
            page,
            path(
                "\(root)/records/{record_id}", "exploreRecord_\(name)", "\(schema.title): one record",
                [ExploreParameters.record, own.selection] + ExploreParameters.habits + ExploreParameters.additions,
                ["type": "object"]),
            path(
                "\(root)/facets", "exploreFacets_\(name)", "\(schema.title): how often values occur", own.ofFacets,
                ExploreForms.facets),
            file(
                "\(root)/exports/{format}", "exploreExport_\(name)", "\(schema.title): the records as a file",
                [format] + own.ofFiles, redirects: false),
        ]
    }

    // MARK: Pieces

    private func path(
        _ path: String, _ id: String, _ summary: String, _ parameters: [Operation.Parameter], _ schema: JSON
    ) -> DescribedPath {
        DescribedPath(
            path: Self.base + path, id: id, tag: "Explore (Opendatasoft)", summary: summary, parameters: parameters,
            contents: [(ExploreAPI.json, schema)], faults: Self.faults, fault: (ExploreAPI.json, ExploreForms.fault))
    }

    private func file(
        _ path: String, _ id: String, _ summary: String, _ parameters: [Operation.Parameter], redirects: Bool
    ) -> DescribedPath {
        var described = self.path(path, id, summary, parameters, [:])
        described.contents = Self.fileTypes.map { ($0, [:]) }
        described.redirects = redirects
        return described
    }

    private static let fileTypes: [String] = {
        let own = [
            ExploreAPI.json, ExploreCSV.mediaType, "application/jsonl; charset=utf-8",
            "application/geo+json; charset=utf-8",
        ]
        return own + Formats.all.map(\.mediaType).filter { !own.contains($0) }
    }()

    private static let faults: [DescribedPath.Fault] = [
        (400, "A parameter has a value that it may not have, or a clause cannot be understood."),
        (404, "There is no such thing."), (405, "The API can only be read."),
    ]
}
