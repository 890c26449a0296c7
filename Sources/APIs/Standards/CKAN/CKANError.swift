import Editions

/// What is wrong with an action, as CKAN says it.
enum CKANError: Error, Sendable {
    /// The request is no call of an action (400, a plain sentence).
    case badRequest(String)
    /// There is no such thing (404).
    case notFound(String)
    /// Arguments are missing or have values that they may not have (409): sentences by argument.
    case validation([(name: String, message: String)])
    /// The words of a search cannot be understood (400).
    case search(String)
    /// The action would change something (403).
    case refused(String)

    /// The answer; `help` is the address of the action's help.
    func response(help: String) -> APIResponse {
        switch self {
        case .badRequest(let message):
            return .bytes(JSON.text("Bad request - \(message)").bytes, CKANAPI.json, status: 400)
        case .notFound(let message):
            return Self.envelope(404, help, ["__type": "Not Found Error", "message": .text(message)])
        case .validation(let faults):
            let members = faults.map { JSON.Member(name: $0.name, value: [.text($0.message)]) }
            return Self.envelope(
                409, help, .object(members + [JSON.Member(name: "__type", value: "Validation Error")]))
        case .search(let message):
            return Self.envelope(400, help, ["__type": "Search Query Error", "message": .text(message)])
        case .refused(let message):
            return Self.envelope(403, help, ["__type": "Authorization Error", "message": .text(message)])
        }
    }

    private static func envelope(_ status: Int, _ help: String, _ error: JSON) -> APIResponse {
        .bytes(
            (["help": .text(help), "success": false, "error": error] as JSON).bytes, CKANAPI.json, status: status)
    }
}
