public import Catalog
import Foundation
public import Schemas

extension Formats {
    /// The files in which a dataset is published, of the whole territory or of one commune.
    ///
    /// - Parameter site: The address of the portal, without a slash at its end.
    public static func published(
        _ schema: Schema, hasPositions: Bool, commune: String? = nil, site: String
    ) -> [PublishedFile] {
        func escaped(_ word: String) -> String { word.addingPercentEncoding(withAllowedCharacters: unreserved) ?? word }
        let folder = "\(site)/fichiers/\(escaped(schema.name))/\(escaped(commune ?? "territoire"))"
        return offered(for: schema, hasPositions: hasPositions).map { format in
            PublishedFile(
                address: "\(folder).\(format.fileExtension)", fileExtension: format.fileExtension,
                mediaType: format.mediaType, title: format.title, purpose: format.purpose)
        }
    }

    /// The files of a dataset of which only the sheet is known.
    public static func published(_ record: DatasetRecord, site: String) -> [PublishedFile] {
        published(record.schema, hasPositions: record.extent != nil, site: site)
    }

    /// What stands in an address as it is (RFC 3986, §2.3).
    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
