import Editions

/// What can be wrong with a question to the catalogue, as a problem document (RFC 9457).
enum CatalogueProblem {
    case unknown, wrongPage, wrongMethod

    var response: APIResponse {
        let (status, title, detail) =
            switch self {
            case .unknown: (404, "Not Found", "There is no such dataset, page or format in the catalogue.")
            case .wrongPage: (400, "Bad Request", "The parameter 'page' must be a whole number from 1.")
            case .wrongMethod: (405, "Method Not Allowed", "The catalogue can only be read: use GET.")
            }
        var body = Array("{\"type\":\"about:blank\",\"status\":\(status),\"title\":".utf8)
        body += JSONText.string(title) + Array(",\"detail\":".utf8) + JSONText.string(detail) + Array("}\n".utf8)
        return .bytes(
            body, "application/problem+json", status: status, headers: status == 405 ? [("Allow", "GET, HEAD")] : [])
    }
}
