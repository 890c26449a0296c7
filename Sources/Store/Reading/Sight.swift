import Editions
import Foundation
import Schemas
import Spelling
import Tables

/// What one audience sees of the rows of one commune that were released under one document. **This is the only place
/// in which anything is hidden**; whatever leaves the store for a public face went through it.
///
/// A field is seen only if the document of the row and the newest document of the dataset both let it be seen: a field
/// that was hidden later is hidden in old rows too. So it is with whole rows: an object that was hidden later is hidden
/// in its past. A position is as secret as its coordinates.
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

    /// Whether the audience may know that the row exists, from what the row says of that as the database keeps it.
    func sees(row visibility: String) -> Bool {
        // What is not understood is shown to as few as possible.
        audience.maySee(Field.Visibility(rawValue: visibility) ?? .service, of: commune)
    }

    /// Whether rows released under some documents may be hidden one by one.
    static func isGuarded(under documents: some Collection<SchemaDocument>) -> Bool {
        documents.contains { $0.schema.field(meaning: .rowVisibility) != nil }
    }

    /// SQL for what the last version of the object of a version `v` says of who may see it. Where no row can be hidden
    /// it need not be looked up.
    static func lastVisibility(isGuarded: Bool) -> String {
        guard isGuarded else { return "v.visibility" }
        return """
            (SELECT n.visibility FROM row_version n WHERE n.schema_name = v.schema_name AND n.uid = v.uid \
            AND n.commune = v.commune ORDER BY n.since DESC LIMIT 1)
            """
    }
}

extension Field {
    /// Whether it says where an object is.
    var tellsPlace: Bool {
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
