/// The catalogue's part of the OpenAPI document.
enum CataloguePaths {
    static let json: JSON = .object(wholes + datasets)

    private static let page = Operation.Parameter(
        name: "page", description: "The page, of \(DCATCatalogue.pageSize) datasets.",
        schema: ["type": "integer", "minimum": 1, "default": 1])
    private static let commune = Operation.Parameter(
        name: "commune", description: "The INSEE code of a commune, for its part alone.", schema: ["type": "string"])
    private static let schema = Operation.Parameter(
        name: "schema", place: "path", description: "The identifier of the dataset.", schema: ["type": "string"])

    private static let wholes: [JSON.Member] =
        [
            .path(
                "/catalog",
                operation(
                    "catalog", "The catalogue in the format that the client accepts", [page, commune],
                    RDFSyntax.allCases))
        ]
        + RDFSyntax.allCases.map { syntax in
            .path(
                "/catalog.\(syntax.rawValue)",
                operation("catalogAs_\(syntax.rawValue)", "The catalogue (DCAT-AP 3.0.1)", [page, commune], [syntax]))
        }

    private static let datasets: [JSON.Member] =
        [
            .path(
                "/catalog/{schema}",
                operation(
                    "catalogDataset", "One dataset in the format that the client accepts", [schema, commune],
                    RDFSyntax.allCases)
            )
        ]
        + RDFSyntax.allCases.map { syntax in
            .path(
                "/catalog/{schema}.\(syntax.rawValue)",
                operation(
                    "catalogDatasetAs_\(syntax.rawValue)", "One dataset (DCAT-AP 3.0.1)", [schema, commune], [syntax]))
        }
        + [
            .path(
                "/catalog/{schema}.iso.xml",
                Operation(
                    id: "catalogDatasetAsISO19139", tag: "Catalogue", summary: "One dataset (ISO 19139)",
                    parameters: [schema, commune], contents: [(type: "application/xml", schema: ["type": "string"])]))
        ]

    private static func operation(
        _ id: String, _ summary: String, _ parameters: [Operation.Parameter], _ answers: [RDFSyntax]
    ) -> Operation {
        Operation(
            id: id, tag: "Catalogue", summary: summary, parameters: parameters,
            contents: answers.map { syntax in
                let type = String(syntax.mediaType.prefix { $0 != ";" })
                return (type: type, schema: ["type": syntax == .jsonLD ? "object" : "string"])
            })
    }
}
