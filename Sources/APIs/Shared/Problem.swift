/// What is wrong with a request, for the developer who wrote it: a problem document (RFC 9457).
struct Problem: Error, Sendable, Equatable {
    /// The status of HTTP.
    var status: Int
    /// What is wrong, in one English sentence.
    var detail: String
    /// The methods that are allowed, where the method is what is wrong.
    var allow: String?

    /// The request cannot be understood.
    static func badRequest(_ detail: String) -> Problem { Problem(status: 400, detail: detail) }
    /// There is no such thing.
    static func notFound(_ detail: String) -> Problem { Problem(status: 404, detail: detail) }
    /// The thing is not written in any of the media types that are accepted.
    static func notAcceptable(_ offers: [String]) -> Problem {
        Problem(status: 406, detail: "This resource is available as \(offers.joined(separator: ", ")).")
    }
    /// The thing can only be read.
    static let methodNotAllowed = Problem(
        status: 405, detail: "This resource can only be read, with GET or HEAD.", allow: "GET, HEAD, OPTIONS")

    /// The media type of problem documents.
    static let mediaType = "application/problem+json"

    /// The document.
    var document: JSON {
        ["type": "about:blank", "title": .text(title), "status": .integer(status), "detail": .text(detail)]
    }

    /// The answer.
    var response: APIResponse {
        .bytes(
            document.bytes, Self.mediaType, status: status,
            headers: allow.map { [(name: "Allow", value: $0)] } ?? [])
    }

    private var title: String {
        switch status {
        case 400: "Bad Request"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 406: "Not Acceptable"
        default: "Error"
        }
    }
}
