/// One thing that a person decided, kept so that nobody is asked twice.
public struct Decision: Codable, Sendable, Hashable {
    /// The schema of the file.
    public var schema: String
    /// The field; for a column, the field it was taken for, or nothing when it is to be left out.
    public var field: String
    /// What was asked about: a value, or the header of a column.
    public var value: String
    /// What was answered. Empty: leave it empty.
    public var answer: String
    /// What kind of thing was decided.
    public var kind: Kind
    /// The commune that it holds for; nil for the whole territory.
    public var commune: String?
    /// Who decided, if it is known.
    public var who: String?
    /// When (ISO 8601).
    public var when: String
    /// From which file the answer came.
    public var file: String

    /// What kinds of things are decided.
    public enum Kind: String, Codable, Sendable {
        /// What a value of a field means.
        case value
        /// Which field a column is.
        case column
        /// In which row of a sheet the headers stand: the value is the name of the sheet, the answer the number.
        case headerRow
        /// Where an address is: the value is the address, the answer an address of the base or a pair of coordinates.
        case position
        /// Whether personal data in a field is published; the answer is the reason.
        case disclosure
    }

    /// A decision.
    public init(
        schema: String, field: String, value: String, answer: String, kind: Kind = .value, commune: String? = nil,
        who: String? = nil, when: String, file: String
    ) {
        self.schema = schema
        self.field = field
        self.value = value
        self.answer = answer
        self.kind = kind
        self.commune = commune
        self.who = who
        self.when = when
        self.file = file
    }
}
