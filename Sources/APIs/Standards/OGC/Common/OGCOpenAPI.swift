import Editions
import Markup
import Texts

extension OGCVisit {
    /// `/api`: what can be asked under `/ogc`, for programs (OpenAPI) and for people.
    func openAPI() throws -> APIResponse {
        let form = try form(parameters(), json: [OpenAPI.mediaType, "application/json"])
        let paths = OGCPaths(holdings: holdings, records: shelf.name(holdings)).all(under: "")
        let links = formLinks(form, json: OpenAPI.mediaType)
        let text = String(decoding: JSON.object(paths).bytes, as: UTF8.self)
        let document = OpenAPI.whole(paths: [text], server: address([]), holdings, components: components)
        return self.document(form, document, type: OpenAPI.mediaType, links: links, tag: holdings.tag) {
            page(
                Text(fr: "Mode d'emploi de l'API", en: "Documentation of the API").in(language), under: [root],
                "\(paths.map(section))" + list(links))
        }
    }

    /// The page sizes that QGIS may ask for, where it looks for them. The parameter of the paths has no maximum, since
    /// more is no error.
    private var components: JSON {
        [
            "parameters": [
                "limit": [
                    "name": "limit", "in": "query", "required": false, "style": "form", "explode": false,
                    "schema": [
                        "type": "integer", "minimum": 1, "maximum": .integer(ItemQuestion.greatestLimit),
                        "default": .integer(ItemQuestion.usualLimit),
                    ],
                ]
            ]
        ]
    }

    /// What one path takes.
    private func section(_ path: JSON.Member) -> HTML {
        func words(_ value: JSON?) -> String {
            switch value {
            case .text(let text): text
            case .array(let items): items.map(words).joined(separator: ", ")
            default: ""
            }
        }
        let operation = path.value["get"]
        guard case .array(let parameters)? = operation?["parameters"] else { return "" }
        let rows = parameters.map { parameter -> HTML in
            let schema = parameter["schema"]
            let type = [words(schema?["type"]), words(schema?["format"])].joined(separator: " ")
            return """
                <tr><th scope="row"><code>\(words(parameter["name"]))</code></th><td>\(words(parameter["in"]))</td>\
                <td>\(type)</td><td>\(words(parameter["description"])) \(words(schema?["enum"]))</td></tr>

                """
        }
        func head(_ fr: String, _ en: String) -> HTML {
            "<th scope=\"col\">\(Text(fr: fr, en: en).in(language))</th>"
        }
        let heads = [head("Nom", "Name"), head("Où", "Where"), head("Type", "Type"), head("Sens", "Meaning")]
        return """
            <section>
            <h2><code>GET /ogc\(path.name)</code></h2>
            <p>\(words(operation?["summary"]))</p>
            <table>
            <thead><tr>\(heads)</tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>
            </section>

            """
    }
}
