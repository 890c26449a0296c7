import Editions
import Foundation
import Schemas
import Texts

extension OGCVisit {
    /// `/collections/{id}/items`: a page of the items that answer a question.
    func items(of source: FeatureSource) throws -> APIResponse {
        let parameters = try parameters(ItemQuestion.parameters(of: source))
        let form = try form(parameters, json: GeoJSON.accepted)
        let question = try ItemQuestion(parameters, of: source, communes: holdings.communes)
        let page = try ItemPage(question, in: source.edition)
        let links = links(of: page, in: source, form: form)
        let bytes: [UInt8]
        switch form {
        case .json: bytes = collection(page, of: source, in: question.system, links: links)
        case .html: bytes = self.page(page, of: source, links: links).bytes
        }
        return answer(
            bytes, form == .html ? PlainPage.mediaType : GeoJSON.mediaType, links: links,
            tag: "\(source.edition.tag)-\(form.rawValue)-\(language.rawValue)", modified: source.edition.modified,
            headers: [contentCRS(question.system)])
    }

    /// `/collections/{id}/items/{fid}`: one item.
    func item(_ uid: String, of source: FeatureSource) throws -> APIResponse {
        let parameters = try parameters(["crs"])
        let form = try form(parameters, json: GeoJSON.accepted)
        let system = try CoordinateSystem.named("crs", in: parameters)
        guard let row = source.edition.row(of: uid) else {
            throw Problem.notFound("There is no item “\(uid)” in the collection “\(source.id)”.")
        }
        let links =
            formLinks(form, json: GeoJSON.mediaType) + [
                Link(
                    href: address(["collections", source.id], [("f", form.rawValue)]), rel: "collection",
                    type: form == .html ? "text/html" : "application/json", title: source.title)
            ]
        var bytes: [UInt8] = []
        switch form {
        case .json: FeatureText(source, in: system).write(row, links: links, to: &bytes)
        case .html: bytes = itemPage(row, of: source, links: links).bytes
        }
        return answer(
            bytes, form == .html ? PlainPage.mediaType : GeoJSON.mediaType, links: links,
            tag: "\(source.edition.tag)-\(form.rawValue)-\(language.rawValue)", modified: source.edition.modified,
            headers: [contentCRS(system)])
    }

    /// A page as a GeoJSON feature collection.
    private func collection(
        _ page: ItemPage, of source: FeatureSource, in system: CoordinateSystem, links: [Link]
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1024 + 512 * page.rows.count)
        bytes += "{\"type\":\"FeatureCollection\",\"timeStamp\":\"".utf8
        bytes += Instants.text(now).utf8
        bytes += "\",\"numberMatched\":\(page.matched),\"numberReturned\":\(page.rows.count),\"links\":".utf8
        links.json.write(to: &bytes)
        bytes += ",\"features\":[".utf8
        let text = FeatureText(source, in: system)
        for (place, row) in page.rows.enumerated() {
            bytes += place > 0 ? [0x2C, 0x0A] : [0x0A]
            text.write(row, to: &bytes)
        }
        bytes += "\n]}".utf8
        return bytes
    }

    private func contentCRS(_ system: CoordinateSystem) -> (name: String, value: String) {
        (name: "Content-Crs", value: "<\(system.uri)>")
    }

    /// What leads from a page to its other forms, to its neighbours and to its collection.
    private func links(of page: ItemPage, in source: FeatureSource, form: Form) -> [Link] {
        let type = form == .html ? "text/html" : GeoJSON.mediaType
        let kept = request.parameters.filter { $0.name != "cursor" && $0.name != "f" }
        func link(_ token: PageToken?, _ rel: String, _ title: Text) -> Link? {
            token.map {
                Link(
                    href: address(path, kept + [("cursor", $0.text), ("f", form.rawValue)]), rel: rel, type: type,
                    title: title.in(language))
            }
        }
        return formLinks(form, json: GeoJSON.mediaType)
            + [
                link(page.next, "next", Text(fr: "Page suivante", en: "Next page")),
                link(page.previous, "prev", Text(fr: "Page précédente", en: "Previous page")),
            ].compactMap(\.self) + [
                Link(
                    href: address(["collections", source.id]), rel: "collection", type: "application/json",
                    title: source.title)
            ]
    }
}
