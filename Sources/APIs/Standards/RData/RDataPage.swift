import Foundation

/// The parameters that every table takes. Names know no capitals; what is unknown is left alone, as it always was.
struct RDataPage: Sendable {
    /// How many rows at most; nil is all (`-1`).
    let limit: Int?
    /// How many are left out: `start` counts from one.
    let offset: Int
    /// What fields must be: an operator of CQL2, and the value or values that it compares with.
    let conditions: [Condition]
    /// Whether each different value of a column is given once.
    let isCompact: Bool
    /// What stands between the cells of CSV.
    let separator: UInt8
    /// What stands before the decimals of CSV.
    let decimalSign: UInt8
    /// Whether CSV has a column of shapes as well-known text.
    let hasShapes: Bool
    /// The name under which a browser keeps the answer.
    let fileName: String?

    /// A condition on one field.
    struct Condition: Sendable {
        var field: String
        var sign: String
        var values: [String]
    }

    init(_ request: APIRequest, usual: Int) throws(Problem) {
        func text(_ name: String) -> String? {
            request.parameters.first { $0.name.lowercased() == name && !$0.value.isEmpty }?.value
        }
        let most = try Self.whole("maxfeatures", request, least: -1) ?? usual
        limit = most < 0 ? nil : most
        offset = max(0, (try Self.whole("start", request, least: 0) ?? 1) - 1)
        var conditions = try Self.conditions(request)
        switch (text("field"), text("value")) {
        case (let field?, let value): conditions.append(Condition(field: field, sign: "=", values: [value ?? ""]))
        case (nil, nil): break
        case (nil, .some): throw .badRequest("The parameter “value” needs a “field”.")
        }
        self.conditions = conditions
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
        switch text("ds") {
        case nil, ".": decimalSign = UInt8(ascii: ".")
        case ",": decimalSign = UInt8(ascii: ",")
        default: throw .badRequest("The parameter “ds” must be a point or a comma.")
        }
        switch text("geometry")?.lowercased() {
        case nil, "off": hasShapes = false
        case "on": hasShapes = true
        default: throw .badRequest("The parameter “geometry” must be on or off.")
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

    /// `commune__in=BRON,LIMONEST`, `dateplantation__gte=2009-03-01`: a field and an operator, as Django writes them.
    private static func conditions(_ request: APIRequest) throws(Problem) -> [Condition] {
        let signs = ["eq": "=", "gt": ">", "gte": ">=", "lt": "<", "lte": "<=", "in": "in"]
        var conditions: [Condition] = []
        for (name, value) in request.parameters {
            guard let mark = name.range(of: "__", options: .backwards), mark.lowerBound > name.startIndex else {
                continue
            }
            guard let sign = signs[name[mark.upperBound...].lowercased()] else {
                throw .badRequest(
                    "The operator of “\(name.prefix(100))” must be one of \(signs.keys.sorted().joined(separator: ", "))."
                )
            }
            let values = sign == "in" ? value.split(separator: ",", maxSplits: 1000).map(String.init) : [value]
            conditions.append(Condition(field: String(name[..<mark.lowerBound]), sign: sign, values: values))
        }
        guard conditions.count <= 50 else { throw .badRequest("At most 50 conditions are expected.") }
        return conditions
    }

    /// WGS 84, RGF93, ETRS89.
    private static let systems = ["4326", "4171", "4258"]

    private static func whole(_ name: String, _ request: APIRequest, least: Int) throws(Problem) -> Int? {
        let texts = request.parameters.filter { $0.name.lowercased() == name }.map(\.value)
        guard let text = texts.first, texts != [""] else { return nil }
        guard texts.count == 1 else { throw .badRequest("The parameter “\(name)” stands twice.") }
        guard let number = Int(clamping: text), number >= least else {
            throw .badRequest("The parameter “\(name)” must be a whole number of at least \(least).")
        }
        return number
    }
}
