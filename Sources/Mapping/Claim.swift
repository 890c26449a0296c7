import Schemas
import Tables

/// One reason to take one column for one field.
struct Claim: Sendable {
    /// The place of the column in the table.
    let column: Int
    /// The place of the field in the schema.
    let field: Int
    /// The kind of reason.
    let evidence: ColumnMapping.Evidence
    /// How strong it is, from 0 to 1.
    let confidence: Double
    /// The unit that the header gives, where it is not that of the field (`Surface (ha)`).
    var unit: String?
}

/// A kind of evidence: it looks at the whole table and claims what it can. Add yours to `Evidences.all`.
struct EvidenceKind: Sendable {
    /// What it looks at.
    let name: String
    /// The claims it makes.
    let claims: @Sendable (Table, Schema, MappingContext) -> [Claim]
}

/// What a mapping may know beside the file. Values, not services: the caller decides where they come from.
public struct MappingContext: Sendable {
    /// Whether a text is the INSEE code of a commune.
    public var isCommuneCode: @Sendable (String) -> Bool
    /// Whether a text is a postcode in use.
    public var isPostcode: @Sendable (String) -> Bool
    /// Whether a text names a commune.
    public var isCommuneName: @Sendable (String) -> Bool
    /// What was decided before: folded header → field; an empty field means that the column is to be left out.
    public var remembered: [String: String]

    /// A context.
    public init(
        isCommuneCode: @escaping @Sendable (String) -> Bool,
        isPostcode: @escaping @Sendable (String) -> Bool,
        isCommuneName: @escaping @Sendable (String) -> Bool,
        remembered: [String: String] = [:]
    ) {
        self.isCommuneCode = isCommuneCode
        self.isPostcode = isPostcode
        self.isCommuneName = isCommuneName
        self.remembered = remembered
    }
}

/// All kinds of evidence, strongest first.
enum Evidences {
    static let all: [EvidenceKind] = [.remembered, .header, .neighbour, .content]
}
