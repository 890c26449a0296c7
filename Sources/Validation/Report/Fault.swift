/// One thing that does not respect the schema, in the shape of Validata's report.
public struct Fault: Sendable, Hashable {
    /// What sort of fault it is, for people.
    public let title: String
    /// What is wrong and what is expected, for people.
    public let message: String
    /// What sort of fault it is, for programs (`type-error`, `constraint-error`, `unique-error`…).
    public let type: String
    /// What it touches (`#cell`, `#row`, `#header`…).
    public let tags: [String]
    /// The number of the record: the header is usually 1.
    public let rowNumber: Int?
    /// The name of the field.
    public let fieldName: String?
    /// The place of the column in the file, from 1.
    public let fieldNumber: Int?
    /// What the cell holds.
    public let cell: String?

    /// A fault of the whole file, or of the schema.
    static func structure(_ title: String, _ message: String, type: String) -> Fault {
        Fault(
            title: title, message: message, type: type, tags: ["#structure"], rowNumber: nil, fieldName: nil,
            fieldNumber: nil, cell: nil)
    }
}
