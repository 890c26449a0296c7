/// A link of a document, to the same thing in another form or to something near (RFC 8288).
struct Link: Sendable, Equatable {
    /// The whole address.
    var href: String
    /// What it is to the document (`self`, `next`, `items`).
    var rel: String
    /// The media type of what is there.
    var type: String?
    /// What it is, for people.
    var title: String?
    /// The language of what is there.
    var hreflang: String?
    /// Whether the address is a template with `{variables}`.
    var isTemplate = false

    /// The member of a JSON array of links.
    var json: JSON {
        .members([
            "href": .text(href), "rel": .text(rel), "type": type.map(JSON.text), "title": title.map(JSON.text),
            "hreflang": hreflang.map(JSON.text), "templated": isTemplate ? true : nil,
        ])
    }

    /// The value of a `Link` header. Titles are left out: a header holds ASCII only.
    var header: String {
        "<\(href)>; rel=\"\(rel)\"" + (type.map { "; type=\"\($0.split(separator: "\"").joined())\"" } ?? "")
    }
}

extension [Link] {
    /// The links as a JSON array.
    var json: JSON { .array(map(\.json)) }

    /// The links as headers, without the templates.
    var headers: [(name: String, value: String)] {
        filter { !$0.isTemplate }.map { (name: "Link", value: $0.header) }
    }
}
