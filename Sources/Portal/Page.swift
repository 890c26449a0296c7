public import Catalog
public import Markup
public import Texts

/// One page. To add one, put a file in `Pages/` and route to it.
public protocol Page: Sendable {
    /// The title of the window.
    var title: Text { get }
    /// The way from the home page, without the page itself.
    var trail: [Step] { get }
    /// What search engines are told of what the page shows.
    var data: SchemaOrg? { get }
    /// Whether the page may stand in a frame of another site.
    var canBeEmbedded: Bool { get }
    /// What stands between header and footer, with exactly one `h1`.
    func content(_ visit: Visit, _ site: Site) -> HTML
}

extension Page {
    public var trail: [Step] { [] }
    public var data: SchemaOrg? { nil }
    public var canBeEmbedded: Bool { false }
}

/// One step on the way to a page.
public struct Step: Sendable {
    let title: Text
    let address: Address
}
