import Catalog
import Foundation
import Hummingbird
import Portal
import Tables

/// Style, script, icon, the map library, and the outlines of the communes.
struct AssetRoutes {
    let folder: URL?
    let publisher: Publisher

    func add(to router: Router<BasicRequestContext>) {
        router.get("/statique/{name}", use: asset)
        router.get("/contours.geojson", use: outlines)
        router.get("/favicon.ico") { _, _ in Answers.moved(to: "/statique/icone.svg") }
    }

    @Sendable private func asset(_ request: Request, _ context: BasicRequestContext) throws -> Response {
        let name = context.parameters.get("name") ?? ""
        let own = Assets.data(name)
        guard let type = Assets.mediaTypes[name] ?? Self.installed[name], let data = own ?? installed(name) else {
            throw HTTPError(.notFound)
        }
        return Answers.bytes(
            data, headers: [.contentType: type, .cacheControl: "public, max-age=3600"], tag: nil, Inquiry(request))
    }

    /// Only names that are known here are ever looked for on the disk.
    private static let installed = [
        "maplibre-gl.js": "text/javascript; charset=utf-8", "maplibre-gl.css": "text/css; charset=utf-8",
    ]

    private func installed(_ name: String) -> Data? {
        guard Self.installed[name] != nil, let folder else { return nil }
        return try? Data(contentsOf: folder.appendingPathComponent(name))
    }

    @Sendable private func outlines(_ request: Request, _ context: BasicRequestContext) throws -> Response {
        guard !publisher.outlines.isEmpty else { throw HTTPError(.notFound) }
        let features = publisher.outlines.sorted { $0.key < $1.key }.map { code, shape in
            "{\"type\":\"Feature\",\"properties\":{\"code\":\"\(code.filter { $0.isLetter || $0.isNumber })\"},"
                + "\"geometry\":\(shape.geoJSON)}"
        }
        let text = "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ",\n"))]}\n"
        return Answers.bytes(
            Array(text.utf8),
            headers: [.contentType: "application/geo+json; charset=utf-8", .accessControlAllowOrigin: "*"],
            tag: nil, Inquiry(request))
    }
}
