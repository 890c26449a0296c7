public import Catalog
public import Editions
public import Foundation
import Schemas
import Texts

/// What a folder of data holds, for programs: a Data Package (version 2 of datapackage.org), which the readers of
/// version 1 understand too.
public struct DataPackage {
    /// One CSV file of the package.
    public struct Resource {
        /// What is said about its dataset.
        public var record: DatasetRecord
        /// Its structure.
        public var structure: PublicSchema
        /// Where it is, from the folder of the document: no `..`, no `/` in front.
        public var path: String
        /// How many bytes it has.
        public var bytes: Int
        /// Its SHA-256, in hexadecimal digits.
        public var digest: String

        /// A CSV file as ``CSVExport`` writes it.
        public init(record: DatasetRecord, structure: PublicSchema, path: String, bytes: Int, digest: String) {
            self.record = record
            self.structure = structure
            self.path = path
            self.bytes = bytes
            self.digest = digest
        }
    }

    private let properties: [String: Any]
    private let resources: [Resource]

    /// The package of one dataset.
    public init(_ resource: Resource) {
        let record = resource.record
        var properties: [String: Any] = [
            "name": Self.name(record.name), "title": record.schema.title,
            "licenses": [Self.licence(record.licence)],
        ]
        if !record.schema.description.isEmpty { properties["description"] = record.schema.description }
        if !record.schema.version.isEmpty { properties["version"] = record.schema.version }
        if let words = record.schema.additions.keywords, !words.isEmpty { properties["keywords"] = words }
        if let date = record.lastPublished { properties["created"] = date.formatted(.iso8601) }
        properties["contributors"] = Self.contributors(record.publisher, nil)
        self.init(properties: properties, resources: [resource])
    }

    /// The package of a territory. There must be at least one resource.
    public init(_ resources: [Resource], publisher: Publisher) {
        precondition(!resources.isEmpty, "a data package holds something")
        var properties: [String: Any] = ["name": Self.name(publisher.name), "title": publisher.name]
        let licences = resources.map(\.record.licence)
        let unique = licences.indices.filter { licences.firstIndex(of: licences[$0]) == $0 }.map { licences[$0] }
        properties["licenses"] = unique.map(Self.licence)
        properties["contributors"] = Self.contributors(publisher.name, publisher.email)
        if let date = resources.compactMap(\.record.lastPublished).max() {
            properties["created"] = date.formatted(.iso8601)
        }
        self.init(properties: properties, resources: resources)
    }

    private init(properties: [String: Any], resources: [Resource]) {
        self.properties = properties
        self.resources = resources
    }

    /// `datapackage.json`.
    public func document() throws -> Data {
        var object = properties
        object["$schema"] = "https://datapackage.org/profiles/2.0/datapackage.json"
        object["resources"] = try resources.map(Self.object)
        return try JSONSerialization.data(
            withJSONObject: object, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    }

    private static func object(_ resource: Resource) throws -> [String: Any] {
        var object: [String: Any] = [
            "name": name(resource.record.name), "type": "table", "path": resource.path,
            "title": resource.record.schema.title, "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
            "bytes": resource.bytes, "hash": "sha256:" + resource.digest,
            "dialect": [
                "header": true, "delimiter": ",", "lineTerminator": "\n", "quoteChar": "\"", "doubleQuote": true,
                "skipInitialSpace": false,
            ] as [String: Any],
            "licenses": [licence(resource.record.licence)],
            "schema": try JSONSerialization.jsonObject(with: resource.structure.document),
        ]
        if !resource.record.schema.description.isEmpty { object["description"] = resource.record.schema.description }
        return object
    }

    private static func licence(_ licence: Licence) -> [String: Any] {
        ["name": licence.id, "title": licence.title.fr, "path": licence.url]
    }

    private static func contributors(_ publisher: String, _ email: String?) -> [[String: Any]] {
        // `role` is how version 1 says it.
        var contributor: [String: Any] = ["title": publisher, "roles": ["publisher"], "role": "publisher"]
        if let email { contributor["email"] = email }
        return [contributor]
    }

    /// A name as the standard wants it: lower case, only `a-z 0-9 - . _`.
    static func name(_ words: String) -> String {
        let folded = words.folding(options: .diacriticInsensitive, locale: nil).lowercased()
        var name = ""
        for letter in folded {
            if letter.isASCII, letter.isLetter || letter.isNumber || letter == "_" || letter == "." {
                name.append(letter)
            } else if name.last != "-" {
                name.append("-")
            }
        }
        let trimmed = name.trimmingCharacters(in: CharacterSet(charactersIn: "-."))
        return trimmed.isEmpty ? "donnees" : trimmed
    }
}
