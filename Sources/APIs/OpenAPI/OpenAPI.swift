import Catalog
public import Editions
import Foundation

/// The one description of everything that can be asked for (OpenAPI 3.0), put together from the parts of the APIs.
public enum OpenAPI {
    /// The media type.
    public static let mediaType = "application/vnd.oai.openapi+json;version=3.0"

    /// The document. `origin` is the address of the site; `others` are *paths* objects of what is no API (files, the
    /// geocoder), as JSON text.
    public static func document(
        _ holdings: any Holdings, origin: String, apis: [any PublicAPI] = APIs.all, others: [String] = []
    ) -> [UInt8] {
        let parts = apis.map { $0.paths(holdings) } + others
        return whole(paths: parts, server: origin, holdings).bytes
    }

    /// A document of some *paths* objects, as JSON text.
    /// `components` are what programs look for there (QGIS looks for the parameter `limit`).
    static func whole(
        paths: [String], server: String, _ holdings: any Holdings, components: JSON? = nil
    ) -> JSON {
        let contact = JSON.members([
            "name": .text(holdings.publisher.name), "url": .text(site(of: server)),
            "email": holdings.publisher.email.map(JSON.text),
        ])
        return .members([
            "openapi": "3.0.3",
            "info": [
                "title": .text("Données ouvertes – \(holdings.publisher.name)"),
                "description":
                    "Les données publiées, sous les formes que les logiciels connaissent. Published data, in the forms that programs know.",
                "version": "1.0.0", "contact": contact,
                "license": [
                    "name": "Licence Ouverte 2.0", "url": "https://www.etalab.gouv.fr/licence-ouverte-open-licence",
                ],
            ],
            "servers": [["url": .text(server)]],
            "paths": .written([UInt8(ascii: "{")] + joined(paths) + [UInt8(ascii: "}")]),
            "components": components,
        ])
    }

    /// The members of some JSON objects as those of one.
    private static func joined(_ objects: [String]) -> [UInt8] {
        var all: [UInt8] = []
        for object in objects {
            let text = trimmed(Array(object.utf8)[...])
            precondition(
                text.first == UInt8(ascii: "{") && text.last == UInt8(ascii: "}"), "an API's paths are no JSON object")
            let members = trimmed(text.dropFirst().dropLast())
            guard !members.isEmpty else { continue }
            if !all.isEmpty { all += ",\n".utf8 }
            all += members
        }
        return all
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text.drop { $0 <= 0x20 }
        while let last = text.last, last <= 0x20 { text.removeLast() }
        return text
    }

    private static func site(of server: String) -> String {
        server.hasSuffix("/ogc") ? String(server.dropLast(4)) : server
    }
}
