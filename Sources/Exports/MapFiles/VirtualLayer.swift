import Markup
import Tables

/// A layer over the rows of a ``MapSource``, in the words of GDAL's virtual format: it gives every column its name and
/// its type, so that nothing is guessed.
struct VirtualLayer {
    /// The name of the layer.
    var name: String
    /// The names of the fields.
    var fieldNames: [String]
    /// Which rows belong to it, by their kinds of shapes; nil is all.
    var kinds: ShapeKinds?
    /// Whether the format keeps truth values; else they are the words of the schema.
    var hasTruth = true
    /// Whether the format wants the widths of its fields (DBF).
    var hasWidths = false

    /// The layer as a file of GDAL.
    func document(_ source: MapSource) -> String {
        let type = (kinds ?? source.kinds).intersection(source.kinds).layerType
        var lines = [
            "<OGRVRTDataSource><OGRVRTLayer name=\"\(XMLText.attribute(name))\">",
            "<SrcDataSource relativeToVRT=\"1\">rows.csv</SrcDataSource>",
            "<OpenOptions><OOI key=\"HEADERS\">YES</OOI><OOI key=\"SEPARATOR\">COMMA</OOI>",
            "<OOI key=\"EMPTY_STRING_AS_NULL\">YES</OOI><OOI key=\"MAX_LINE_SIZE\">-1</OOI></OpenOptions>",
            rows(of: source), "<GeometryType>\(type)</GeometryType>",
        ]
        if type != "wkbNone" {
            lines.append("<LayerSRS>EPSG:\(source.epsg)</LayerSRS><GeometryField encoding=\"WKB\" field=\"shape\"/>")
        }
        lines += source.fields.indices.map { field($0, source.facts[$0]) }
        return (lines + ["</OGRVRTLayer></OGRVRTDataSource>"]).joined(separator: "\n")
    }

    private func rows(of source: MapSource) -> String {
        guard let kinds else { return "<SrcLayer>rows</SrcLayer>" }
        let numbers = (0..<7).map { 1 << $0 }.filter { kinds.contains(ShapeKinds(rawValue: $0)) }
        let list = numbers.map { "'\($0)'" }.joined(separator: ",")
        return "<SrcSQL>SELECT * FROM rows WHERE kind IN (\(list))</SrcSQL>"
    }

    private func field(_ column: Int, _ facts: ColumnFacts) -> String {
        let (type, source): (String, String) =
            switch facts.kind {
            case .integer where hasWidths: ("Integer64\" width=\"\(facts.whole)", "c")
            case .integer: (facts.whole < 10 ? "Integer" : "Integer64", "c")
            case .real where hasWidths:
                ("Real\" width=\"\(facts.whole + facts.decimals + 1)\" precision=\"\(facts.decimals)", "c")
            case .real: ("Real", "c")
            case .boolean where hasTruth: ("Integer\" subtype=\"Boolean", "b")
            case .date: ("Date", "c")
            case .moment where !hasWidths: ("DateTime", "c")
            default: (hasWidths ? "String\" width=\"\(max(1, facts.longest))" : "String", "c")
            }
        return "<Field name=\"\(XMLText.attribute(fieldNames[column]))\" src=\"\(source)\(column)\" type=\"\(type)\"/>"
    }
}
