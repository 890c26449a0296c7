public import Catalog
import Foundation
public import Schemas

extension Formats {
    /// The files in which a dataset is published, of the whole territory or of one commune.
    ///
    /// - Parameters:
    ///   - site: The address of the portal, without a slash at its end.
    ///   - written: What is known of those that were written already, by the ends of their names.
    public static func published(
        _ schema: Schema, hasPositions: Bool, commune: String? = nil, site: String, written: [String: WrittenFile] = [:]
    ) -> [PublishedFile] {
        func escaped(_ word: String) -> String { word.addingPercentEncoding(withAllowedCharacters: unreserved) ?? word }
        let folder = "\(site)/fichiers/\(escaped(schema.name))/\(escaped(commune ?? "territoire"))"
        return offered(for: schema, hasPositions: hasPositions).map { format in
            var file = PublishedFile(
                address: "\(folder).\(format.fileExtension)", fileExtension: format.fileExtension,
                mediaType: format.mediaType, title: format.title, purpose: format.purpose)
            file.size = written[format.fileExtension]?.size
            file.sha256 = written[format.fileExtension]?.sha256
            return file
        }
    }

    /// The files of a dataset of which only the sheet is known.
    public static func published(
        _ record: DatasetRecord, site: String, written: [String: WrittenFile] = [:]
    ) -> [PublishedFile] {
        published(record.schema, hasPositions: record.extent != nil, site: site, written: written)
    }

    /// What stands in an address as it is (RFC 3986, §2.3).
    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
