/// The parts of an ODS file beside its rows (OpenDocument 1.3).
struct ODSParts {
    /// The title of the workbook.
    let title: String
    /// The names of the sheets.
    let sheets: [String]

    static let mediaType = "application/vnd.oasis.opendocument.spreadsheet"

    /// The parts after the rows, by path.
    var all: [(path: String, text: String)] {
        [
            ("styles.xml", Self.styles), ("meta.xml", meta), ("settings.xml", settings),
            ("META-INF/manifest.xml", Self.manifest),
        ]
    }

    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private static let names = """
        xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
        xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
        xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
        xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
        xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" \
        xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" office:version="1.3"
        """

    /// What stands before the first sheet. `widths` are those of the columns, in signs.
    static func contentHead(widths: [Int]) -> String {
        let columns = widths.enumerated().map { column, width in
            "<style:style style:name=\"co\(column + 1)\" style:family=\"table-column\"><style:table-column-properties "
                + "style:column-width=\"\(width * 2).0mm\"/></style:style>"
        }
        return head + "<office:document-content \(names)><office:automatic-styles>" + columns.joined() + """
            <style:style style:name="ta1" style:family="table" style:master-page-name="Default">\
            <style:table-properties table:display="true"/></style:style><style:style style:name="ce1" \
            style:family="table-cell" style:parent-style-name="Default"><style:table-cell-properties \
            fo:background-color="#e1ede5" fo:border="0.5pt solid #c9d1da"/><style:text-properties \
            fo:font-weight="bold"/></style:style></office:automatic-styles><office:body><office:spreadsheet>
            """
    }

    private static let styles =
        head + "<office:document-styles \(names)>" + """
            <office:styles><style:style style:name="Default" style:family="table-cell"/></office:styles>\
            <office:automatic-styles><style:page-layout style:name="pm1"><style:page-layout-properties \
            fo:page-width="297mm" fo:page-height="210mm" style:print-orientation="landscape"/></style:page-layout>\
            </office:automatic-styles><office:master-styles><style:master-page style:name="Default" \
            style:page-layout-name="pm1"/></office:master-styles></office:document-styles>
            """

    private var meta: String {
        Self.head + "<office:document-meta \(Self.names)><office:meta><meta:generator>Gabarit</meta:generator>"
            + "<dc:title>\(xml(title))</dc:title></office:meta></office:document-meta>"
    }

    /// The header stays in view.
    private var settings: String {
        let tables = sheets.map { name in
            "<config:config-item-map-entry config:name=\"\(xml(name))\">"
                + Self.item("VerticalSplitMode", "short", "2") + Self.item("VerticalSplitPosition", "int", "1")
                + Self.item("PositionBottom", "int", "1") + Self.item("ActiveSplitRange", "short", "2")
                + "</config:config-item-map-entry>"
        }
        return Self.head + "<office:document-settings \(Self.names)><office:settings><config:config-item-set "
            + "config:name=\"ooo:view-settings\"><config:config-item-map-indexed config:name=\"Views\">"
            + "<config:config-item-map-entry><config:config-item-map-named config:name=\"Tables\">" + tables.joined()
            + "</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed>"
            + "</config:config-item-set></office:settings></office:document-settings>"
    }

    private static func item(_ name: String, _ type: String, _ value: String) -> String {
        "<config:config-item config:name=\"\(name)\" config:type=\"\(type)\">\(value)</config:config-item>"
    }

    private static let manifest =
        head + "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
        + "manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" "
        + "manifest:media-type=\"\(mediaType)\"/>"
        + ["content.xml", "styles.xml", "meta.xml", "settings.xml"].map {
            "<manifest:file-entry manifest:full-path=\"\($0)\" manifest:media-type=\"text/xml\"/>"
        }.joined() + "</manifest:manifest>"
}
