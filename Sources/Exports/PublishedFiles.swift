public import Catalog
import Foundation

extension Formats {
    /// The files in which a dataset is published, of the whole territory or of one commune.
    ///
    /// - Parameter site: The address of the portal, without a slash at its end.
    public static func published(_ schema: String, commune: String? = nil, site: String) -> [PublishedFile] {
        func escaped(_ word: String) -> String { word.addingPercentEncoding(withAllowedCharacters: unreserved) ?? word }
        return all.map { format in
            PublishedFile(
                address:
                    "\(site)/fichiers/\(escaped(schema))/\(escaped(commune ?? "territoire")).\(format.fileExtension)",
                fileExtension: format.fileExtension, mediaType: format.mediaType, title: format.title,
                purpose: format.purpose)
        }
    }

    /// What stands in an address as it is (RFC 3986, §2.3).
    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
