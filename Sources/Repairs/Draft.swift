public import Mapping
public import Schemas
public import Tables

/// A table with everything that is proposed for it. Nothing has been applied yet.
public struct Draft: Sendable {
    /// The table as it was mapped.
    public let mapped: MappedTable
    /// For each field, what is proposed for its values.
    public internal(set) var fields: [FieldDraft]
    /// What is asked.
    public internal(set) var questions: [Question]
    /// What was remarked.
    public internal(set) var findings: [Finding]

    /// The schema.
    public var schema: Schema { mapped.schema }

    /// What is proposed for one cell.
    public func outcome(field: Int, row: Int) -> Outcome {
        fields[field].rows[row] ?? fields[field].outcomes[Int(fields[field].cells.codes[row])]
    }

    /// The value that is proposed for one cell.
    public func value(field: Int, row: Int) -> String {
        if let outcome = fields[field].rows[row] { return outcome.value }
        return fields[field].outcomes[Int(fields[field].cells.codes[row])].value
    }

    /// Proposes another value for one cell only.
    mutating func propose(field: Int, row: Int, rule: String, degree: Degree, _ value: String) {
        var outcome = outcome(field: field, row: row)
        outcome.take(rule, degree, value)
        outcome.problem = nil
        outcome.candidates = []
        fields[field].rows[row] = outcome
    }

    /// What was likely in one cell is certain, because of what else stands in the row.
    mutating func confirm(field: Int, row: Int) {
        var outcome = outcome(field: field, row: row)
        outcome.confirm()
        fields[field].rows[row] = outcome
    }

    /// Marks one cell as asked about: whatever was sent is not published until it is answered.
    mutating func doubt(field: Int, row: Int, problem: Outcome) {
        fields[field].rows[row] = problem
    }

    /// The number that the spreadsheet shows for a row.
    func number(of row: Int) -> Int { mapped.table.rowNumbers[row] }
}

/// What is proposed for the values of one field.
public struct FieldDraft: Sendable {
    /// The values as they were sent.
    public let cells: Cells
    /// For each distinct value, what is proposed.
    public internal(set) var outcomes: [Outcome]
    /// For single rows, what is proposed instead, because of what else stands in the row.
    public internal(set) var rows: [Int: Outcome]
}
