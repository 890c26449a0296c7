import Catalog
public import Markup
public import Texts

/// The declaration of accessibility that the law asks for (loi 2005-102, article 47).
public struct AccessibilityPage: Page {
    public init() {}

    public var title: Text { Words.accessibilityTitle }

    public func content(_ visit: Visit, _ site: Site) -> HTML {
        let contact: HTML? = site.publisher.email.map { email in
            "<p><a href=\"\(link: "mailto:" + email)\">\(email)</a></p>"
        }
        return """
            <h1>\(visit(Words.accessibilityTitle))</h1>
            <p class="lead">\(visit(Words.accessibilityState))</p>
            <p>\(visit(Words.accessibilityBody))</p><p>\(visit(Words.accessibilityHelp))</p>\(contact)
            """
    }
}
