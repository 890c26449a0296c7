import Catalog
import Markup
import Texts

/// What stands around every page.
struct Frame {
    let site: Site
    let visit: Visit

    /// A page of the portal, with its header and its footer.
    func whole(_ page: some Page) -> HTML {
        """
        <!DOCTYPE html>
        <html lang="\(visit.language.rawValue)">
        \(head(page))
        <body>
        <a class="skip" href="#contenu">\(visit(Words.skip))</a>
        \(header)
        <main id="contenu" tabindex="-1">
        \(breadcrumb(page))
        \(PastNote(visit: visit).html)
        \(page.content(visit, site))
        </main>
        \(footer)
        </body>
        </html>

        """
    }

    /// The same page inside another site: only what was asked for, and where it comes from.
    func embedded(_ page: some Page) -> HTML {
        """
        <!DOCTYPE html>
        <html lang="\(visit.language.rawValue)">
        \(head(page))
        <body class="embedded">
        <main id="contenu">
        \(PastNote(visit: visit).html)
        \(page.content(visit, site))
        </main>
        <footer class="source"><p>\(visit(Words.source)) <a href="\(link: visit.path)" target="_blank" rel="noopener">
        \(site.publisher.name)<span class="unseen"> \(visit(Words.newWindow))</span></a></p></footer>
        </body>
        </html>

        """
    }

    private func head(_ page: some Page) -> HTML {
        let name = site.publisher.name
        let title = visit(page.title)
        let scripts: HTML =
            site.hasInteractiveMap
            ? """
            <link rel="stylesheet" href="\(link: Address.asset("maplibre-gl.css").path)">
            <script src="\(link: Address.asset("map.js").path)" type="module"></script>
            """ : .empty
        return """
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title == name ? title : "\(title) · \(name)")</title>
            <meta name="color-scheme" content="light dark">
            <link rel="stylesheet" href="\(link: Address.asset("gabarit.css").path)">
            <link rel="icon" href="\(link: Address.asset("icone.svg").path)" type="image/svg+xml">
            \(scripts)
            \(robots)
            \(structuredData(page))
            </head>
            """
    }

    /// Search engines show what is published now.
    private var robots: HTML? { visit.moment == nil ? nil : "<meta name=\"robots\" content=\"noindex\">" }

    /// What search engines are told, and the one address of the page, whatever is asked of it.
    private func structuredData(_ page: some Page) -> HTML? {
        page.data.map { data in
            """
            <link rel="canonical" href="\(link: data.address)">
            <script type="application/ld+json">\(script: data.json)</script>
            """
        }
    }

    private var header: HTML {
        """
        <header class="top">
        <a class="brand" href="\(link: visit.link(.home))"><span class="mark" aria-hidden="true"></span>
        <span><strong>\(site.publisher.name)</strong> <span class="tagline">\(visit(Words.openData))</span></span></a>
        <nav aria-label="\(visit(Words.mainMenu))"><ul>
        <li><a href="\(link: visit.link(.home) + "#donnees")">\(visit(Words.data))</a></li>
        <li><a href="\(link: visit.link(.home) + "#communes")">\(visit(Words.communes))</a></li>
        <li><a href="\(link: visit.link(.embed))">\(visit(Words.reuse))</a></li>
        <li>\(languageSwitch)</li>
        </ul></nav>
        </header>
        """
    }

    private var languageSwitch: HTML {
        let other: Language = visit.language == .french ? .english : .french
        let name = other == .french ? "Français" : "English"
        return """
            <a class="language" href="\(link: visit.here(["lang": other.rawValue]))" lang="\(other.rawValue)" \
            hreflang="\(other.rawValue)">\(name)</a>
            """
    }

    private func breadcrumb(_ page: some Page) -> HTML {
        guard !page.trail.isEmpty else { return .empty }
        let steps = page.trail.map { step -> HTML in
            "<li><a href=\"\(link: visit.link(step.address))\">\(visit(step.title))</a></li>"
        }
        return """
            <nav class="trail" aria-label="\(visit(Words.youAreHere))"><ol>
            <li><a href="\(link: visit.link(.home))">\(visit(Words.home))</a></li>\(steps)
            </ol></nav>
            """
    }

    private var footer: HTML {
        let contact: HTML? = site.publisher.email.map { email in
            "<li><a href=\"\(link: "mailto:" + email)\">\(visit(Words.contact))</a></li>"
        }
        return """
            <footer class="bottom"><div>
            <p><strong>\(site.publisher.name)</strong><br>\(visit(Words.promise))</p>
            <ul>
            <li><a href="\(link: visit.link(.embed))">\(visit(Words.embedThese))</a></li>
            <li><a href="\(link: visit.link(.accessibility))">\(visit(Words.accessibilityState))</a></li>
            \(contact)
            </ul>
            </div></footer>
            """
    }
}
