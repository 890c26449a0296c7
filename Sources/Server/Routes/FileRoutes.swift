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
        // Not made from the answer to GET: nothing is written for whoever asks about a file only.
        router.head("/fichiers/{schema}/{file}", use: file)
    }

    @Sendable private func file(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await visitors.visitor(of: request)
        for _ in 0..<3 {
            let shelf = try await library.current(for: visitor.audience)
            guard let wanted = WantedFile(context.parameters, on: shelf) else { throw HTTPError(.notFound) }
            // What is published may change while a file is made.
            do { return try await answer(wanted, request, isPublic: visitor.audience == .everybody) } catch is Outdated
            {}
        }
        throw HTTPError(.serviceUnavailable, headers: [.retryAfter: "1"])
    }

    private func answer(_ wanted: WantedFile, _ request: Request, isPublic: Bool) async throws -> Response {
        let desk = library.files
        guard try await desk.offers(wanted.name, of: wanted.dataset, on: wanted.shelf) else {
            throw HTTPError(.notFound)
        }
        let question = question(request)
        func answer(_ file: RenderedFile?) -> FileAnswer {
            FileAnswer(to: question, tag: wanted.tag, modified: wanted.modified, length: file?.size)
        }
        var known = desk.known(wanted.name, of: wanted.dataset, on: wanted.shelf)
        var growing: GrowingFile?
        // Whoever has the file already, or asks about it only, makes nobody write it.
        if known == nil, question.wantsBody, answer(nil).status == 200 {
            // Parts of a file that is not there yet are waited for.
            let given =
                question.range == nil
                ? try await desk.file(wanted.name, of: wanted.dataset, on: wanted.shelf)
                : try await desk.whole(wanted.name, of: wanted.dataset, on: wanted.shelf).map { .whole($0) }
            switch given {
            case nil: throw HTTPError(.notFound)
            case .whole(let file): known = file
            case .growing(let file): growing = file
            }
        }
        var headers = headers(wanted.name.export, "\(wanted.dataset)-\(wanted.name.text)", isPublic: isPublic)
        let said = answer(known)
        for header in said.headers {
            guard let field = HTTPFields.Element.Name(header.name) else { continue }
            headers[field] = header.value
        }
        var body = growing.map(Streaming.body) ?? .init()
        if let known, !said.bytes.isEmpty {
            guard let open = try? OpenFile(known.file) else {
                // Somebody swept the disk: it is made again.
                await desk.forget(wanted.name, of: wanted.dataset, on: wanted.shelf)
                throw Outdated()
            }
            body = Streaming.body(of: open, bytes: said.bytes)
        }
        var response = Response(
            status: HTTPResponse.Status(code: said.status), headers: headers, body: body)
        if known == nil { response.headers[.contentLength] = nil }
        return response
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

/// The file that an address names.
private struct WantedFile {
    let dataset: String
    let name: FileName
    let shelf: Shelf
    let tag: String
    let modified: Date

    /// Nil where the address names none.
    init?(_ parameters: Parameters, on shelf: Shelf) {
        guard let dataset = parameters.get("schema"), let record = shelf.record(dataset),
            let edition = shelf.editionTags[dataset],
            var name = FileName(parameters.get("file")?.removingPercentEncoding ?? "")
        else { return nil }
        if let code = name.commune {
            guard let known = shelf.code(answering: code) else { return nil }
            name.commune = known
        }
        self.dataset = dataset
        self.name = name
        self.shelf = shelf
        tag = "\(edition)-\(name.text)"
        modified = record.lastPublished ?? .distantPast
    }
}
