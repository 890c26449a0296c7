import Hummingbird
import Logging
import Portal

/// Stands before every route: refuses what nobody needs to send, turns errors into pages, protects every answer.
struct PublicFace: RouterMiddleware {
    typealias Context = BasicRequestContext

    let library: Library

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let inquiry = Inquiry(request)
        var response = await answer(request, inquiry, context, next)
        if request.method == .head { response = Self.head(of: response) }
        Security.protect(&response)
        return response
    }

    private func answer(
        _ request: Request, _ inquiry: Inquiry, _ context: Context,
        _ next: (Request, Context) async throws -> Response
    ) async -> Response {
        let takesFiles = GeocodingRoutes.takesFiles(request.uri.path)
        let isAPI = APIRoutes.answers(request.uri.path)
        let methods =
            takesFiles
            ? "POST, OPTIONS"
            : APIRoutes.takesPosts(request.uri.path) ? "GET, HEAD, POST, OPTIONS" : "GET, HEAD, OPTIONS"
        guard request.method != .options else { return Self.options(methods) }
        let reads = request.method == .get || request.method == .head
        let isMachine = isAPI || Self.isForMachines(request.uri.path)
        // An API says in its own words that it does not take a method.
        guard takesFiles ? request.method == .post : reads || isAPI else {
            guard !isMachine else { return Self.problem(HTTPError(.methodNotAllowed, headers: [.allow: methods])) }
            var response = await message(.notAllowed, .methodNotAllowed, inquiry)
            response.headers[.allow] = methods
            return response
        }
        guard request.uri.string.utf8.count <= (isAPI ? 16_384 : 4096) else {
            guard !isMachine else { return Self.problem(HTTPError(.uriTooLong)) }
            return await message(.badRequest, .uriTooLong, inquiry)
        }
        do {
            return try await next(request, context)
        } catch let problem as PageProblem {
            var response = await message(problem.page, problem.status, inquiry)
            response.headers[.retryAfter] = problem.retryAfter.map(String.init)
            return response
        } catch let error as HTTPError
            where isMachine || error.status == .unauthorized || error.status == .tooManyRequests
        {
            return Self.problem(error)
        } catch let error as HTTPError where error.status == .notFound {
            return await message(.notFound, .notFound, inquiry)
        } catch let error as HTTPError where error.status.kind == .clientError {
            return await message(.badRequest, error.status, inquiry)
        } catch {
            context.logger.error("no answer", metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
            guard !isMachine else { return Self.problem(HTTPError(.internalServerError)) }
            return await message(.failure, .internalServerError, inquiry)
        }
    }

    /// The headers of an answer: its length, where it is known, is not that of the body that is left out.
    private static func head(of response: Response) -> Response {
        var head = response.createHeadResponse()
        head.headers[.contentLength] = response.headers[.contentLength]
        return head
    }

    /// A page that says what is the matter; it must come out even where the store does not answer.
    private func message(_ page: MessagePage, _ status: HTTPResponse.Status, _ inquiry: Inquiry) async -> Response {
        let site = (try? await library.current().site) ?? Site(publisher: library.publisher)
        return Answers.page(page, inquiry, site, status: status)
    }

    /// Whether only programs ask under a path: what they ask in vain is no page either.
    private static func isForMachines(_ path: String) -> Bool {
        let first = path.split(separator: "/").first ?? ""
        return ["api", "ogc", "ws", "geocodage", "tuiles", "catalog", "oembed"].contains(first)
            || first.hasPrefix("catalog.") || path.hasPrefix("/fr/datapusher/")
    }

    /// What programs are told (RFC 9457).
    private static func problem(_ error: HTTPError) -> Response {
        var headers = error.headers
        headers[.contentType] = "application/problem+json"
        headers[.cacheControl] = "no-store"
        headers[.accessControlAllowOrigin] = "*"
        let title = error.status.reasonPhrase
        let body = "{\"type\":\"about:blank\",\"title\":\"\(title)\",\"status\":\(error.status.code)}"
        return Response(status: error.status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: body)))
    }

    private static func options(_ methods: String) -> Response {
        Response(
            status: .noContent,
            headers: [
                .allow: methods, .accessControlAllowOrigin: "*", .accessControlAllowMethods: methods,
                .accessControlAllowHeaders: "*", .accessControlMaxAge: "86400",
            ])
    }
}
