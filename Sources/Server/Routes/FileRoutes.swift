import Catalog
import Exports
import Foundation
import Hummingbird
import Editions

/// The files: `/fichiers/{schema}/{territoire|code}.{format}` and the schemas as JSON.
struct FileRoutes {
    let library: Library

    func add(to router: Router<BasicRequestContext>) {
        router.get("/fichiers/{schema}/{file}", use: file)
    }

    @Sendable private func file(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let shelf = try await library.current()
        let parts = (context.parameters.get("file") ?? "").split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let name = context.parameters.get("schema"),
            let edition = try await shelf.edition(of: name), let export = Formats.named(String(parts[1]))
        else { throw HTTPError(.notFound) }
        let asked = FileRequest(
            schema: name, commune: parts[0] == "territoire" ? nil : String(parts[0]), fileExtension: String(parts[1]))
        let place = asked.commune.flatMap(shelf.place)
        guard asked.commune == nil || place != nil || Self.isDistrict(asked.commune) else { throw HTTPError(.notFound) }
        guard let data = try await library.file(asked, edition: edition) else {
            throw HTTPError(.notFound)
        }
        let fileName = "\(name)-\(asked.commune ?? "territoire").\(export.fileExtension)"
        return Answers.bytes(
            data, headers: headers(export, fileName), tag: "\(edition.tag)-\(parts[0])-\(export.fileExtension)",
            Inquiry(request))
    }

    private func headers(_ export: any Export, _ fileName: String) -> HTTPFields {
        let isForPrograms = export.mediaType.contains("json")
        return [
            .contentType: export.mediaType, .accessControlAllowOrigin: "*",
            .accessControlExposeHeaders: "Content-Disposition, ETag",
            .contentDisposition: "\(isForPrograms ? "inline" : "attachment"); filename*=UTF-8''\(fileName)",
        ]
    }

    /// Whether a code is that of a municipal district, which no release bears itself.
    private static func isDistrict(_ code: String?) -> Bool {
        ["69123", "75056", "13055"].contains { code.map(Place.codes(within: $0).contains) ?? false }
    }
}
