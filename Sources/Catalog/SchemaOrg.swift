import Schemas
import Texts
import Foundation

/// A dataset as search engines read it: schema.org/Dataset in JSON-LD, for the head of its page.
public struct SchemaOrg: Sendable {
    private let record: DatasetRecord
    private let metadata: Metadata
    private let publisher: Publisher
    private let origin: String
    private let page: String
    private let files: [PublishedFile]

    /// A dataset.
    ///
    /// - Parameters:
    ///   - origin: The address of the site, without a slash at its end.
    ///   - page: The path of the page that shows the dataset (`/jeux-de-donnees/parcs-jardins`).
    ///   - files: The files in which it can be had.
    public init(
        _ record: DatasetRecord, publisher: Publisher, origin: String, page: String, files: [PublishedFile]
    ) {
        self.record = record
        metadata = Metadata(record, publisher: publisher)
        self.publisher = publisher
        self.origin = origin
        self.page = page
        self.files = files
    }

    /// The address of the page.
    public var address: String { origin + page }

    /// The JSON text.
    public var json: String {
        let object = members.compactMapValues { $0 }
        let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
        return String(decoding: data ?? Data("{}".utf8), as: UTF8.self)
    }

    private var members: [String: Any?] {
        [
            "@context": "https://schema.org/",
            "@type": "Dataset",
            "@id": "\(origin)/catalog/\(metadata.identifier)",
            "name": metadata.title,
            // Between 50 and 5,000 characters are read.
            "description": String(metadata.description.fr.prefix(5_000)),
            "url": address,
            "identifier": metadata.identifier,
            "keywords": metadata.keywords + [metadata.theme.title.fr],
            "license": metadata.licence.url,
            "isAccessibleForFree": true,
            "inLanguage": "fr",
            "version": metadata.version.isEmpty ? nil : metadata.version,
            "creator": organisation,
            "publisher": organisation,
            "dateModified": metadata.modified?.isoInstant,
            "datePublished": metadata.issued?.isoInstant,
            "temporalCoverage": metadata.period.map { "\($0.start)/\($0.end)" },
            "spatialCoverage": place,
            "variableMeasured": variables.isEmpty ? nil : variables,
            "includedInDataCatalog": ["@type": "DataCatalog", "name": catalogue, "url": "\(origin)/"],
            "distribution": files.map(download),
        ]
    }

    private var catalogue: String { metadata.contact.name }

    private var organisation: [String: Any] {
        var organisation: [String: Any] = ["@type": "Organization", "name": metadata.contact.name, "url": "\(origin)/"]
        if let email = metadata.contact.email {
            organisation["contactPoint"] = [
                "@type": "ContactPoint", "contactType": "customer service", "email": email,
            ]
        }
        return organisation
    }

    private var place: [String: Any] {
        var place: [String: Any] = ["@type": "Place", "name": catalogue]
        if let degrees = metadata.extent?.degrees {
            // Latitude first, unlike everywhere else.
            place["geo"] = [
                "@type": "GeoShape", "box": "\(degrees.south) \(degrees.west) \(degrees.north) \(degrees.east)",
            ]
        }
        return place
    }

    private var variables: [String] {
        record.schema.fields.filter { $0.visibility == .public }.map { $0.title.isBlank ? $0.name : $0.title }
    }

    private func download(_ file: PublishedFile) -> [String: Any] {
        var download: [String: Any] = [
            "@type": "DataDownload", "name": file.title.fr, "description": file.purpose.fr,
            "encodingFormat": file.plainMediaType, "contentUrl": file.address,
        ]
        download["contentSize"] = file.size.map { "\($0) B" }
        download["sha256"] = file.sha256
        return download
    }
}
