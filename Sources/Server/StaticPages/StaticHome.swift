import Foundation

/// The address under which a static site will be known, which is not always known when it is written.
struct StaticHome {
    /// The address, or one that cannot be any.
    let address: String
    /// Whether pages may tell it.
    let isKnown: Bool

    init(_ address: String?) {
        self.address = address ?? "https://adresse-du-site.invalid"
        isKnown = address != nil
    }

    /// The addresses of the site that stand in `robots.txt` or a site map, as the portal is asked for them.
    func addresses(in document: Data) -> [String] {
        String(decoding: document, as: UTF8.self).split { $0 == "<" || $0 == ">" || $0.isWhitespace }.compactMap {
            word in
            word.hasPrefix(address + "/") ? String(word.dropFirst(address.count)).replacing("&amp;", with: "&") : nil
        }
    }
}
