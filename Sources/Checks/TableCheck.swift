public import Schemas
public import Tables
public import Texts

/// What a whole table must be: one rule, in one file. It looks at the clean table and never changes it.
public struct TableCheck: Sendable {
    /// The name, as reports give it.
    public let name: String
    /// What it expects, for the documentation.
    public let expectation: Text
    let findings: @Sendable (CleanTable, Schema) -> [Finding]

    init(
        _ name: String, _ expectation: Text, findings: @escaping @Sendable (CleanTable, Schema) -> [Finding]
    ) {
        self.name = name
        self.expectation = expectation
        self.findings = findings
    }

    /// Every check of a table.
    public static let all: [TableCheck] = [.required, .unique, .duplicateRows]

    /// What all of them find.
    public static func findings(in table: CleanTable, schema: Schema) -> [Finding] {
        all.flatMap { $0.findings(table, schema) }
    }
}
