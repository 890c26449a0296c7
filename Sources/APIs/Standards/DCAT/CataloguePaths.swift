/// The catalogue's part of the OpenAPI document.
enum CataloguePaths {
    static let json: String = {
        let page = """
            {"name":"page","in":"query","required":false,"description":"The page, of 100 datasets.",\
            "schema":{"type":"integer","minimum":1,"default":1}}
            """
        let schema = """
            {"name":"schema","in":"path","required":true,"description":"The identifier of the dataset.",\
            "schema":{"type":"string"}}
            """
        var paths = RDFSyntax.allCases.map { syntax in
            path(
                "/catalog.\(syntax.rawValue)", id: "catalogAs_\(syntax.rawValue)", "The catalogue (DCAT-AP 3.0.1)",
                parameters: [page], answers: [syntax], errors: [400, 404])
        }
        paths.append(
            path(
                "/catalog", id: "catalog", "The catalogue in the format that the client accepts", parameters: [page],
                answers: RDFSyntax.allCases, errors: [400, 404, 406]))
        paths.append(
            path(
                "/catalog/{schema}", id: "catalogDataset", "One dataset in the format that the client accepts",
                parameters: [schema], answers: RDFSyntax.allCases, errors: [404, 406]))
        paths += RDFSyntax.allCases.map { syntax in
            path(
                "/catalog/{schema}.\(syntax.rawValue)", id: "catalogDatasetAs_\(syntax.rawValue)",
                "One dataset (DCAT-AP 3.0.1)", parameters: [schema], answers: [syntax], errors: [404])
        }
        paths.append(
            path(
                "/catalog/{schema}.iso.xml", id: "catalogDatasetAsISO19139", "One dataset (ISO 19139)",
                parameters: [schema], types: ["application/xml"], errors: [404]))
        return "{\(paths.joined(separator: ","))}"
    }()

    private static func path(
        _ path: String, id: String, _ summary: String, parameters: [String], answers: [RDFSyntax], errors: [Int]
    ) -> String {
        Self.path(
            path, id: id, summary, parameters: parameters,
            types: answers.map { String($0.mediaType.prefix { $0 != ";" }) }, errors: errors)
    }

    private static func path(
        _ path: String, id: String, _ summary: String, parameters: [String], types: [String], errors: [Int]
    ) -> String {
        let content = types.map { "\"\($0)\":{\"schema\":{\"type\":\"\(type(of: $0))\"}}" }.joined(separator: ",")
        let problems = errors.map { error in
            """
            "\(error)":{"description":"\(words(error))","content":\
            {"application/problem+json":{"schema":{"type":"object"}}}}
            """
        }
        return """
            "\(path)":{"get":{"operationId":"\(id)","tags":["Catalogue"],"summary":"\(summary)",\
            "parameters":[\(parameters.joined(separator: ","))],\
            "responses":{"200":{"description":"\(summary)","content":{\(content)}},\(problems.joined(separator: ","))}}}
            """
    }

    private static func words(_ status: Int) -> String {
        switch status {
        case 400: "A wrong parameter"
        case 404: "Unknown"
        default: "None of the accepted formats"
        }
    }

    private static func type(of mediaType: String) -> String { mediaType.contains("json") ? "object" : "string" }
}
