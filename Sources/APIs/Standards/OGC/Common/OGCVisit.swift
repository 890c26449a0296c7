import Editions
import Foundation
import Markup
import Texts

/// One request to the OGC APIs, with what is needed to answer it.
struct OGCVisit {
    let request: APIRequest
    /// The decoded segments after `/ogc`.
    let path: [String]
    let holdings: any Holdings
    let now: Date
    let shelf: RecordShelf

    /// In which form a document is written.
    enum Form: String {
        case json, html
    }

    /// The parameters that every resource knows.
    static let commonParameters: Set<String> = ["f", "lang"]

    var language: Language { request.language }

    /// The parameters, where only the common ones and these may be given.
    func parameters(_ names: Set<String> = []) throws(Problem) -> Parameters {
        let parameters = try Parameters(request, known: Self.commonParameters.union(names))
        _ = try parameters.choice("lang", of: Language.allCases.map(\.rawValue))
        return parameters
    }

    /// The form that is asked for, by `f` or by the `Accept` header.
    func form(_ parameters: Parameters, json types: [String]) throws(Problem) -> Form {
        if let word = try parameters.choice("f", of: ["json", "html"]) { return word == "html" ? .html : .json }
        let offers = types + ["text/html"]
        guard let place = Negotiation.best(of: offers, accept: request.accept) else {
            throw .notAcceptable(offers)
        }
        return place == types.count ? .html : .json
    }

    /// The address of a resource below `/ogc`.
    func address(_ path: [String], _ parameters: [(name: String, value: String)] = []) -> String {
        request.origin + "/ogc" + path.map { "/" + WebText.encoded($0) }.joined() + WebText.query(parameters)
    }

    /// The links of a document to itself in its forms.
    func formLinks(_ form: Form, json type: String) -> [Link] {
        let others = request.parameters.filter { $0.name != "f" }
        func link(_ other: Form) -> Link {
            let isSelf = other == form
            return Link(
                href: address(path, others + [("f", other.rawValue)]), rel: isSelf ? "self" : "alternate",
                type: other == .html ? "text/html" : type,
                title: isSelf
                    ? Text(fr: "Ce document", en: "This document").in(language)
                    : other == .html
                        ? Text(fr: "Ce document en HTML", en: "This document as HTML").in(language)
                        : Text(fr: "Ce document en JSON", en: "This document as JSON").in(language))
        }
        return form == .html ? [link(.html), link(.json)] : [link(.json), link(.html)]
    }

    /// The answer of a document in one of its forms. `tag` changes with what it says.
    func document(
        _ form: Form, _ document: JSON, type: String, links: [Link], tag: String? = nil, modified: Date? = nil,
        headers: [(name: String, value: String)] = [], page: () -> PlainPage
    ) -> APIResponse {
        answer(
            form == .html ? page().bytes : document.bytes, form == .html ? PlainPage.mediaType : type, links: links,
            tag: tag.map { "\($0)-\(form.rawValue)-\(language.rawValue)" }, modified: modified, headers: headers)
    }

    /// The answer of some bytes, with its links as headers too.
    func answer(
        _ bytes: [UInt8], _ type: String, links: [Link], tag: String?, modified: Date?,
        headers: [(name: String, value: String)] = []
    ) -> APIResponse {
        // A long filter makes long links: as headers they would be more than clients take.
        var all = links.filter { $0.href.utf8.count <= 2000 }.headers + headers
        all.append((name: "Content-Language", value: language.rawValue))
        if let modified, modified > .distantPast {
            all.append((name: "Last-Modified", value: Instants.header(modified)))
        }
        return APIResponse(mediaType: type, headers: all, body: .bytes(bytes), tag: tag)
    }

    // MARK: Pages

    /// A page of what a document says. `trail` are the resources above.
    func page(_ title: String, under trail: [(title: String, path: [String])], _ body: HTML) -> PlainPage {
        let french = language == .french
        let others = request.parameters.filter { $0.name != "lang" }
        return PlainPage(
            title: title, language: language, trail: trail.map { ($0.title, address($0.path)) },
            otherLanguage: address(path, others + [("lang", french ? "en" : "fr")]), body: body)
    }

    /// The resource above all others, for the trail of pages.
    var root: (title: String, path: [String]) { ("OGC API", []) }

    /// The list of collections, for the trail of pages.
    var collectionsAbove: (title: String, path: [String]) {
        (Text(fr: "Collections", en: "Collections").in(language), ["collections"])
    }

    /// Links as a list.
    func list(_ links: [Link]) -> HTML {
        let items = links.filter { !$0.isTemplate }.map { link -> HTML in
            "<li><a href=\"\(link: link.href)\" rel=\"\(link.rel)\">\(link.title ?? link.href)</a> <small>\(link.type ?? "")</small></li>\n"
        }
        return "<h2>\(Text(fr: "Liens", en: "Links").in(language))</h2>\n<ul>\n\(items)</ul>"
    }

    /// What is said about something, as a list of terms.
    func facts(_ facts: [(term: String, words: String)]) -> HTML {
        let items = facts.filter { !$0.words.isEmpty }.map { fact -> HTML in
            "<dt>\(fact.term)</dt><dd>\(fact.words)</dd>\n"
        }
        return "<dl>\n\(items)</dl>"
    }
}
