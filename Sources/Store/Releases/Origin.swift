/// Where the value of one cell comes from.
public struct Origin: Sendable, Hashable, Codable {
    /// The rule that repaired it; nil where it is as it was sent.
    public var rule: String?
    /// What was sent, where it was repaired.
    public var before: String?

    /// An origin.
    public init(rule: String?, before: String?) {
        self.rule = rule
        self.before = before
    }
}

/// Where the cells of a table come from, as far as they are not as they were sent.
public struct Origins: Sendable {
    /// By row of the table, then by field.
    public var cells: [Int: [String: Origin]]

    /// All cells are as they were sent, but those that are named.
    public init(_ cells: [Int: [String: Origin]] = [:]) { self.cells = cells }
}

/// The origins of one version, as the database keeps them: by field, the release in which the cell became what it is
/// (where that is not the release of the version) and its repair.
struct VersionOrigins: Codable {
    struct Cell: Codable {
        var since: Int64?
        var rule: String?
        var before: String?
    }

    var cells: [String: Cell]

    init(from decoder: any Decoder) throws { cells = try [String: Cell](from: decoder) }
    func encode(to encoder: any Encoder) throws { try cells.encode(to: encoder) }
    init(cells: [String: Cell]) { self.cells = cells }
}
