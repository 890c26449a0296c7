import Queries

/// What is wrong with a question, as Opendatasoft says it: `{"error_code":"…","message":"…"}`.
struct ExploreError: Error, Sendable {
    var status: Int
    var code: String
    var message: String

    /// The clause of a parameter cannot be understood.
    static func clause(_ name: String, _ error: QueryError, in text: String? = nil) -> ExploreError {
        let sentence = error.message.hasSuffix(".") ? String(error.message.dropLast()) : error.message
        var message = "ODSQL query is malformed: \(sentence)"
        if let position = error.position {
            message += " at position \(position)"
            if let text { message += " in \(text.prefix(200))" }
        }
        return ExploreError(
            status: 400, code: "ODSQLError", message: "\(message). Clause(s) containing the error(s): \(name).")
    }

    /// A parameter has a value that it may not have.
    static func parameter(_ name: String, _ found: String, expected: String) -> ExploreError {
        ExploreError(
            status: 400, code: "InvalidRESTParameterError",
            message:
                "Invalid value for \(name) API parameter: \(found.prefix(200)) was found but \(expected) is expected.")
    }

    /// There is no such thing.
    static func notFound(_ what: String, _ name: String) -> ExploreError {
        ExploreError(status: 404, code: "NotFoundResource", message: "Unknown \(what): \(name.prefix(200))")
    }

    /// The API can only be read.
    static let method = ExploreError(
        status: 405, code: "MethodNotAllowed", message: "The Explore API can only be read, with GET.")

    var response: APIResponse {
        .bytes(
            (["error_code": .text(code), "message": .text(message)] as JSON).bytes, ExploreAPI.json, status: status,
            headers: status == 405 ? [(name: "Allow", value: "GET, HEAD, OPTIONS")] : [])
    }
}
