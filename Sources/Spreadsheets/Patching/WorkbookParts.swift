import Markup
import Tables
import Texts

/// The part that lists the sheets of a workbook.
struct WorkbookParts {
    let path: String
    /// Whether the workbook is written in the strict variant of Office Open XML.
    let isStrict: Bool
    /// Whether day 0 is 1 January 1904, as old Macs counted.
    let startsIn1904: Bool
    var links: PartLinks
    private let outline: XMLOutline
    private let parts: PackageParts
    private var paths: [String: String] = [:]
    private var added = ""
    private var addedCount = 0
    /// Whether formulas were removed or their sources changed, so that everything must be computed again.
    var mustCompute = false

    init(_ parts: PackageParts) throws(UnreadableFile) {
        self.parts = parts
        guard let path = try PartLinks(of: "", in: parts).link("officeDocument")?.path,
            let bytes = try parts.read(path)
        else { throw damagedWorkbook }
        self.path = path
        let outline = try XMLOutline(bytes)
        let links = try PartLinks(of: path, in: parts)
        self.outline = outline
        self.links = links
        isStrict = outline.root.attributes.contains { $0.value == OOXML.strictSpreadsheet }
        let properties = outline.first("workbookPr").map { outline.elements[$0] }
        startsIn1904 = ["1", "true"].contains(properties?.value("date1904") ?? "")
        for place in outline.all("sheet") {
            let element = outline.elements[place]
            guard let name = element.value("name"), let id = element.value("id", prefixed: true),
                let link = links.links.first(where: { $0.id == id }), let path = link.path
            else { continue }
            paths[name.lowercased()] = path
        }
    }

    /// The path of the sheet of a name, in capitals or not: for Excel `SIRET` and `Siret` are one sheet.
    func sheet(_ name: String) -> String? { paths[name.lowercased()] }

    /// Registers a sheet after all others and returns the path of its part.
    mutating func add(sheet name: String) throws(UnreadableFile) -> String {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let part = parts.freePath("\(folder)worksheets/sheet#.xml")
        let id = links.add("worksheet", to: part, strict: isStrict)
        let numbers = outline.all("sheet").compactMap { outline.elements[$0].value("sheetId").flatMap(Int.init) }
        addedCount += 1
        added += """
            <\(outline.prefix)sheet xmlns:r="\(OOXML.relationships(strict: isStrict))" \
            name="\(XMLText.attribute(name))" sheetId="\((numbers.max() ?? 0) + addedCount)" r:id="\(id)"/>
            """
        paths[name.lowercased()] = part
        return part
    }

    /// Takes the order of computing away, which names cells that may hold no formula any more.
    mutating func removeChain(_ types: inout ContentTypes) {
        for chain in links.remove("calcChain") {
            parts.remove(chain)
            types.remove(chain)
        }
    }

    func save() throws(UnreadableFile) {
        var splices: [Splice] = []
        if !added.isEmpty, let sheets = outline.first("sheets") { splices += outline.appending(added, to: sheets) }
        if mustCompute { splices += computing() }
        if !splices.isEmpty { try parts.write(path, splices.applied(to: outline.bytes)) }
        try links.save()
    }

    private func computing() -> [Splice] {
        if let place = outline.first("calcPr") {
            let element = outline.elements[place]
            let attributes =
                element.attributes.filter { $0.name != "fullCalcOnLoad" }
                + [.init(name: "fullCalcOnLoad", value: "1")]
            let tag = XMLOutline.tag(element.name, attributes, selfClosing: element.closesItself)
            return [Splice(element.tag, tag)]
        }
        let before: Set<Substring> = [
            "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets",
            "functionGroups", "externalReferences", "definedNames", "AlternateContent", "revisionPtr",
        ]
        let last = outline.children(of: 0).last { before.contains(outline.elements[$0].local) }
        guard let last else { return [] }
        let end = outline.elements[last].end
        return [Splice(end..<end, "<\(outline.prefix)calcPr fullCalcOnLoad=\"1\"/>")]
    }
}
