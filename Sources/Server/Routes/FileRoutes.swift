import Editions
import Catalog
import Exports
import Foundation
import Hummingbird
import Portal
import Store

/// The files: `/fichiers/{schema}/{territoire|code}.{format}`, whole or in parts; with `?au=2026-10-01` as they were.
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
            let isPublic = visitor.audience == .everybody
            if let response = try await past(wanted, request, isPublic: isPublic) { return response }
            // What is published may change while a file is made.
            do { return try await answer(wanted, request, isPublic: isPublic) } catch is Outdated {}
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

    /// The file as it was at the moment that is asked for; nil where the present is.
    private func past(_ wanted: WantedFile, _ request: Request, isPublic: Bool) async throws -> Response? {
        let asked = Inquiry(request).text(PastMoment.parameter)
        if asked.isEmpty, let header = request.headers[.acceptDatetime] { return try moved(request, to: header) }
        guard let moment = try AskedMoment(asked, now: Date()), let record = wanted.shelf.record(wanted.dataset) else {
            return nil
        }
        let state = try await library.state(of: record, at: moment, for: wanted.shelf.audience)
        let modified = state.record.lastPublished ?? .distantPast
        let (question, tag) = (question(request), "\(state.tag)-\(wanted.name.text)")
        var said = FileAnswer(to: question, tag: tag, modified: modified, length: nil)
        var file: PastFile?
        // Whoever has the file already, or asks about it only, makes nobody write it.
        if question.wantsBody, said.status == 200 {
            file = try await library.archive.file(wanted.name, of: state)
            guard let file else { throw HTTPError(.notFound) }
            said = FileAnswer(to: question, tag: tag, modified: modified, length: file.size)
        }
        let day = moment.text.prefix(10)
        var headers = headers(wanted.name.export, "\(wanted.dataset)-\(day)-\(wanted.name.text)", isPublic: isPublic)
        for header in said.headers {
            guard let field = HTTPFields.Element.Name(header.name) else { continue }
            headers[field] = header.value
        }
        for field in moment.headers(since: modified, of: request.uri.path, isPublic: isPublic) {
            headers[field.name] = field.value
        }
        let body = try file.flatMap {
            try said.bytes.isEmpty ? nil : Streaming.body(of: OpenFile($0.file), bytes: said.bytes)
        }
        var response = Response(
            status: HTTPResponse.Status(code: said.status), headers: headers, body: body ?? .init())
        if file == nil { response.headers[.contentLength] = nil }
        return response
    }

    /// The same file at the moment of a header: the address of a file is its own time gate (RFC 7089, §4.1.1).
    private func moved(_ request: Request, to header: String) throws -> Response {
        guard let moment = AskedMoment.address(ofHeader: header) else {
            throw PageProblem(status: .badRequest, page: .badMoment)
        }
        return Response(
            status: .found,
            headers: [
                .location: "\(request.uri.path)?\(PastMoment.parameter)=\(moment)", .vary: "Accept-Datetime",
                .link: "<\(request.uri.path)>; rel=\"original\"", .accessControlAllowOrigin: "*",
            ])
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
            .accessControlExposeHeaders:
                "Accept-Ranges, Content-Disposition, Content-Range, ETag, Last-Modified, Link, Memento-Datetime",
            .cacheControl: isPublic ? "public, no-cache" : "private, no-store", .vary: "Accept-Datetime",
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
