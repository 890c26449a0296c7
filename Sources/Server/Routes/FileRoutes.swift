import Editions
import Catalog
import Exports
import Foundation
import Hummingbird
import Portal

/// The files: `/fichiers/{schema}/{territoire|code}.{format}`, whole or in parts.
struct FileRoutes {
    let library: Library
    let visitors: Visitors

    func add(to router: Router<BasicRequestContext>) {
        router.get("/fichiers/{schema}/{file}", use: file)
    }

    @Sendable private func file(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await visitors.visitor(of: request)
        let shelf = try await library.current(for: visitor.audience)
        guard let dataset = context.parameters.get("schema"), let record = shelf.record(dataset),
            let tag = shelf.editionTags[dataset],
            var name = FileName(context.parameters.get("file")?.removingPercentEncoding ?? "")
        else { throw HTTPError(.notFound) }
        if let code = name.commune {
            guard let known = shelf.code(answering: code) else { throw HTTPError(.notFound) }
            name.commune = known
        }
        guard let rendered = try await library.files.file(name, of: dataset, on: shelf) else {
            throw HTTPError(.notFound)
        }
        let answer = FileAnswer(
            to: question(request), tag: "\(tag)-\(name.text)", modified: record.lastPublished ?? .distantPast,
            length: rendered.size)
        var headers = headers(name.export, "\(dataset)-\(name.text)", isPublic: visitor.audience == .everybody)
        for header in answer.headers {
            guard let field = HTTPFields.Element.Name(header.name) else { continue }
            headers[field] = header.value
        }
        return Response(
            status: HTTPResponse.Status(code: answer.status), headers: headers,
            body: answer.bytes.isEmpty ? .init() : Streaming.body(of: rendered.file, bytes: answer.bytes))
    }

    private func question(_ request: Request) -> FileQuestion {
        FileQuestion(
            ifMatch: request.headers[.ifMatch], ifNoneMatch: request.headers[.ifNoneMatch],
            ifModifiedSince: request.headers[.ifModifiedSince], ifUnmodifiedSince: request.headers[.ifUnmodifiedSince],
            ifRange: request.headers[.ifRange], range: request.headers[.range], wantsBody: request.method == .get)
    }

    private func headers(_ export: any Export, _ fileName: String, isPublic: Bool) -> HTTPFields {
        let isForPrograms = export.mediaType.contains("json")
        return [
            .contentType: export.mediaType, .accessControlAllowOrigin: "*",
            .accessControlExposeHeaders: "Accept-Ranges, Content-Disposition, Content-Range, ETag, Last-Modified",
            .cacheControl: isPublic ? "public, no-cache" : "private, no-store",
            .contentDisposition: "\(isForPrograms ? "inline" : "attachment"); filename*=UTF-8''\(fileName)",
        ]
    }
}
