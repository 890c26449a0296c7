import Catalog
import Foundation
import Territories

/// The territory that a data folder serves, as `territory.json` in it says.
struct Territory: Codable {
    var name: String
    var communes: [Member]
    /// Where a person can write about the data.
    var email: String?

    struct Member: Codable {
        var code: String
        var name: String
    }

    /// Who publishes, as the portal says it. Outlines are drawn where the contours are known.
    func publisher(outlines reference: Reference) -> Publisher {
        let places = communes.map { Place(code: $0.code, name: $0.name) }
        let outlines = places.compactMap { place in reference.contours.outline(of: place.code).map { (place.code, $0) }
        }
        var publisher = Publisher(
            name: name, communes: places, outlines: Dictionary(outlines) { first, _ in first }, email: email)
        for place in places {
            for former in reference.formerCommunes(of: place.code) { publisher.formerCodes[former.code] = place.code }
        }
        return publisher
    }

    /// The territory of a data folder; one without a name where the folder does not say.
    static func read(in folder: URL) throws -> Territory {
        let file = folder.appending(path: "territory.json")
        guard let data = try? Data(contentsOf: file) else { return Territory(name: "Données ouvertes", communes: []) }
        do {
            return try JSONDecoder().decode(Territory.self, from: data)
        } catch {
            throw Unusable(
                fr:
                    "Le fichier territory.json du dossier des données est illisible : il lui faut « name » et « communes ».",
                en: "The file territory.json of the data folder cannot be read: it needs “name” and “communes”.")
        }
    }
}
