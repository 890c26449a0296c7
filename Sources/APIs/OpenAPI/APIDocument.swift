public import Editions

/// The description of everything that can be asked for, at `/api.json` (OpenAPI 3.0).
public struct APIDocument: PublicAPI {
    public let roots = ["api.json"]

    /// The document of all APIs.
    public init() {}

    public func answer(
        _ request: APIRequest, root: String, from holdings: any Holdings
    ) async throws -> APIResponse {
        guard request.method == .get else { return Problem.methodNotAllowed.response }
        guard request.path.isEmpty else { return Problem.notFound("There is nothing under /api.json.").response }
        return .bytes(OpenAPI.document(holdings, origin: request.origin), "application/json; charset=utf-8")
    }

    /// It does not describe itself.
    public func paths(_ holdings: any Holdings) -> String { "{}" }
}
