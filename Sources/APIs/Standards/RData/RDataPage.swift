/// The parameters that every table takes. Names know no capitals; what is unknown is left alone, as it always was.
struct RDataPage: Sendable {
    /// How many rows at most; nil is all (`-1`).
    let limit: Int?
    /// How many are left out: `start` counts from one.
    let offset: Int
    /// The value that a field must have.
    let wanted: (field: String, value: String)?
    /// Whether each different value of a column is given once.
    let isCompact: Bool
    /// What stands between the cells of CSV.
    let separator: UInt8
    /// The name under which a browser keeps the answer.
    let fileName: String?

    init(_ request: APIRequest, usual: Int) throws(Problem) {
        func text(_ name: String) -> String? {
            request.parameters.first { $0.name.lowercased() == name && !$0.value.isEmpty }?.value
        }
        let most = try Self.whole("maxfeatures", request, least: -1) ?? usual
        limit = most < 0 ? nil : most
        offset = max(0, (try Self.whole("start", request, least: 0) ?? 1) - 1)
        switch (text("field"), text("value")) {
        case (let field?, let value): wanted = (field, value ?? "")
        case (nil, nil): wanted = nil
        case (nil, .some): throw .badRequest("The parameter “value” needs a “field”.")
        }
        switch text("compact")?.lowercased() {
        case nil, "true", "1": isCompact = true
        case "false", "0": isCompact = false
        default: throw .badRequest("The parameter “compact” must be true or false.")
        }
        switch text("separator") {
        case nil, ";": separator = UInt8(ascii: ";")
        case ",": separator = UInt8(ascii: ",")
        case "|": separator = UInt8(ascii: "|")
        case "\t", "\\t": separator = 0x09
        default: throw .badRequest("The parameter “separator” must be one of ; , | and the tabulator.")
        }
        // Rows hold no shapes, and the degrees of these systems are the same here.
        if let name = text("srsname"), !Self.systems.contains(String(name.split(separator: ":").last ?? "")) {
            throw .badRequest(
                "The parameter “srsname” must be one of \(Self.systems.map { "EPSG:\($0)" }.joined(separator: ", ")).")
        }
        fileName = text("filename").map { name in
            String(
                name.unicodeScalars.filter {
                    $0.isASCII && ($0.properties.isAlphabetic || "0123456789-_.".unicodeScalars.contains($0))
                }.prefix(100).map(Character.init))
        }
    }

    /// WGS 84, RGF93, ETRS89.
    private static let systems = ["4326", "4171", "4258"]

    private static func whole(_ name: String, _ request: APIRequest, least: Int) throws(Problem) -> Int? {
        let texts = request.parameters.filter { $0.name.lowercased() == name }.map(\.value)
        guard let text = texts.first, texts != [""] else { return nil }
        guard texts.count == 1 else { throw .badRequest("The parameter “\(name)” stands twice.") }
        guard let number = Int(text), number >= least else {
            throw .badRequest("The parameter “\(name)” must be a whole number of at least \(least).")
        }
        return number
    }
}
