import Editions
import Foundation
import Schemas
import Spelling
import Tables

/// What one audience sees of the rows of one commune that were released under one document. **This is the only place
/// in which anything is hidden**; whatever leaves the store for a public face went through it.
///
/// A field is seen only if the document of the row and the newest document of the dataset both let it be seen: a field
/// that was hidden later is hidden in old rows too. A position is as secret as its coordinates.
struct Sight {
    /// For each field that the audience sees of the dataset, its place in the cells of the row; nil is empty.
    let sources: [Int?]
    /// Whether the audience sees where the objects are.
    let seesPlaces: Bool
    private let audience: Audience
    private let commune: String

    /// - Parameters:
    ///   - fields: The names of the fields that the audience sees of the dataset.
    ///   - newest: The newest schema of the dataset.
    ///   - schema: The schema of the rows.
    init(fields: [String], newest: Schema, schema: Schema, commune: String, audience: Audience) {
        func isSeen(_ name: String) -> Bool {
            [newest.field(name), schema.field(name)].allSatisfy { field in
                field.map { audience.maySee($0.visibility, of: commune) } ?? false
            }
        }
        sources = fields.map { isSeen($0) ? schema.index(of: $0) : nil }
        seesPlaces = (newest.fields + schema.fields).allSatisfy { field in
            !field.tellsPlace || audience.maySee(field.visibility, of: commune)
        }
        self.audience = audience
        self.commune = commune
    }

    /// Whether the audience may know that the row exists.
    func sees(row visibility: Field.Visibility) -> Bool { audience.maySee(visibility, of: commune) }
}

extension Field {
    fileprivate var tellsPlace: Bool {
        [.longitude, .latitude].contains(meaning) || [.geopoint, .geojson].contains(type)
    }
}

extension Field.Visibility {
    /// Who may see a row, from what stands in its field for that. What is not understood is shown to as few as
    /// possible: a mistake must not publish.
    init(ofRow word: String) {
        // `?` folds to nothing, and yet says something.
        let isEmpty = word.allSatisfy(\.isWhitespace)
        self = isEmpty ? .public : Self.words[word.folded] ?? .service
    }

    private static let words: [String: Field.Visibility] = [
        "public": .public, "publique": .public, "publics": .public, "oui": .public, "tous": .public,
        "commune": .commune, "mairie": .commune,
        "territory": .territory, "territoire": .territory, "metropole": .territory, "agglomeration": .territory,
    ]
}
