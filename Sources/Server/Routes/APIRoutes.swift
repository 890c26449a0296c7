import APIs
import Editions
import Foundation
import Hummingbird
import Portal
import Synchronization
import Texts

/// Hands requests under the root of an API to it, and its answers to the client.
struct APIRoutes: RouterMiddleware {
    typealias Context = BasicRequestContext

    private let library: Library
    private let visitors: Visitors
    private let publicAddress: String?
    /// The roots of all APIs, cut into segments, the longest first.
    private let roots: [(segments: [String], root: String, api: any PublicAPI)]
    private let answers = AnswerCache()

    /// The most that a body may weigh.
    private static let heaviestBody = 1 << 20

    init(library: Library, visitors: Visitors, apis: [any PublicAPI], publicAddress: String?) {
        self.library = library
        self.visitors = visitors
        self.publicAddress = publicAddress
        roots = apis.flatMap { api in
            api.roots.map { ($0.split(separator: "/").map(String.init), $0, api) }
        }.sorted { $0.segments.count > $1.segments.count }
    }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let segments = request.uri.path.split(separator: "/").map(String.init)
        guard let found = roots.first(where: { segments.starts(with: $0.segments) }) else {
            return try await next(request, context)
        }
        let rest = segments.dropFirst(found.segments.count).map { $0.removingPercentEncoding ?? $0 }
        return try await answer(request, path: Array(rest), root: found.root, api: found.api)
    }

    private func answer(
        _ request: Request, path: [String], root: String, api: any PublicAPI
    ) async throws -> Response {
        let inquiry = Inquiry(request)
        let visitor = try await visitors.visitor(of: request)
        let shelf = try await library.current(for: visitor.audience)
        let isGet = request.method == .get || request.method == .head
        // To an API that is only read, any other method is as wrong as a posting.
        guard isGet || request.method == .post || !api.takesPosts else {
            throw HTTPError(.methodNotAllowed, headers: [.allow: "GET, HEAD, POST, OPTIONS"])
        }
        let key = AnswerCache.Key(
            target: request.uri.string, accept: request.headers[.accept] ?? "", language: inquiry.visit.language,
            origin: origin(of: request), tag: shelf.tag,
            filesMade: api.tellsOfFiles ? library.files.made.load(ordering: .acquiring) : 0)
        let isShared = isGet && visitor.audience == .everybody
        if isShared, let known = answers[key] { return send(known, inquiry, visitor) }
        let asked = APIRequest(
            method: isGet ? .get : .post, path: path, parameters: Self.parameters(request.uri.query ?? ""),
            accept: request.headers[.accept] ?? "", origin: origin(of: request),
            body: request.method != .post ? [] : try await Self.body(of: request),
            contentType: request.headers[.contentType] ?? "",
            language: inquiry.visit.language)
        let answer = try await api.answer(asked, root: root, from: shelf)
        let kept = answers.keep(answer, under: isShared ? key : nil)
        let response = send(kept, inquiry, visitor)
        await visitors.note(visitor, request, response)
        return response
    }

    private func send(_ answer: APIResponse, _ inquiry: Inquiry, _ visitor: Visitors.Visitor) -> Response {
        var headers: HTTPFields = [
            .contentType: answer.mediaType, .accessControlAllowOrigin: "*", .vary: "Accept, Accept-Language",
        ]
        for header in answer.headers {
            guard let name = HTTPFields.Element.Name(header.name) else { continue }
            headers.append(HTTPFields.Element(name: name, value: header.value))
        }
        headers[.accessControlExposeHeaders] = "Content-Crs, Content-Disposition, ETag, Link"
        if visitor.token != nil { headers[.cacheControl] = "private, no-store" }
        let status = HTTPResponse.Status(code: answer.status)
        switch answer.body {
        case .bytes(let bytes) where answer.status == 200:
            return Answers.bytes(bytes, headers: headers, tag: answer.tag, inquiry)
        case .bytes(let bytes):
            return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
        case .stream(let produce):
            return Response(status: status, headers: headers, body: Streaming.body(produce))
        }
    }

    /// All parameters as they were sent: what is wrong with them is for the API to say.
    private static func parameters(_ query: String) -> [(name: String, value: String)] {
        query.split(separator: "&").map { pair in
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { side in
                side.replacing("+", with: " ").removingPercentEncoding ?? String(side)
            }
            return (sides[0], sides.count > 1 ? sides[1] : "")
        }
    }

    /// Whether a path is answered by an API.
    static func answers(_ path: String) -> Bool {
        let segments = path.split(separator: "/").map(String.init)
        return roots.contains { segments.starts(with: $0) }
    }

    /// Whether a path is answered by an API to which questions may be posted.
    static func takesPosts(_ path: String) -> Bool {
        let segments = path.split(separator: "/").map(String.init)
        return postRoots.contains { segments.starts(with: $0) }
    }

    private static let postRoots = APIs.all.filter(\.takesPosts).flatMap(\.roots)
        .map { $0.split(separator: "/").map(String.init) }

    private static let roots = APIs.all.flatMap(\.roots).map { $0.split(separator: "/").map(String.init) }

    private static func body(of request: Request) async throws -> [UInt8] {
        var request = request
        let buffer = try await request.collectBody(upTo: heaviestBody)
        return Array(buffer.readableBytesView)
    }

    /// The address under which the visitor asked.
    private func origin(of request: Request) -> String { publicAddress ?? Origin.of(request) }
}
