public import Tables
public import Texts

/// Where the object of one row is, with the evidence.
public struct Location: Sendable {
    /// The place of the row in the table, from 0.
    public var row: Int
    /// The address that was looked for, in words.
    public var query: String
    /// The address that was found, in words.
    public var label: String?
    /// The place, on the surface of the object.
    public var point: Coordinate?
    /// How precise it is; nil where the sender gave the position.
    public var precision: Precision?
    /// What is thought of it.
    public var status: Status
    /// Why, as pairs of a short name and a value.
    public var evidence: [String: String]
    /// What its owner should know.
    public var remark: Text?
    /// The places that it may be, the likeliest first, where somebody should look.
    public var candidates: [Candidate] = []
    /// Addresses around the candidates: what a small map shows behind them.
    public var surroundings: [Coordinate] = []

    /// A place that an address may be.
    public struct Candidate: Sendable {
        /// The address, in words.
        public var label: String
        /// Where it is.
        public var point: Coordinate
        /// From 0 to 1, for an order only.
        public var score: Double
    }

    /// How precise a position is.
    public enum Precision: String, Sendable, Codable {
        case housenumber, street, locality, municipality
    }

    /// What is thought of a position.
    public enum Status: String, Sendable, Codable {
        /// It can be published.
        case accepted
        /// Somebody should look at it.
        case doubt
        /// There is none.
        case none
    }

    /// A location.
    public init(
        row: Int, query: String, point: Coordinate?, status: Status, evidence: [String: String], remark: Text? = nil
    ) {
        self.row = row
        self.query = query
        self.point = point
        self.status = status
        self.evidence = evidence
        self.remark = remark
    }
}
