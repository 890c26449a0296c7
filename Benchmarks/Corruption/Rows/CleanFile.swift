public import Schemas
import Tables
public import Territories

/// A file without a fault: rows as a careful agent would write them, every value in its canonical form.
public struct CleanFile: Sendable {
    /// The schema that the rows answer.
    public let schema: Schema
    /// Who sends them.
    public let sending: Sending
    /// The rows: one value for each field, in the order of the schema.
    public var rows: [[String]]

    /// Rows made of real places, names, hours and numbers; the same ones for the same chance.
    public init(of schema: Schema, rows count: Int, reference: Reference, chance: inout Chance) {
        self.schema = schema
        sending = Sending.any(reference, &chance).fitting(schema)
        var writer = RowWriter(schema: schema, sending: sending)
        rows = (0..<count).map { _ in writer.row(&chance) }
    }

    /// The place of a field.
    func index(_ meaning: Field.Meaning) -> Int? { schema.fields.firstIndex { $0.meaning == meaning } }
}

extension Sending {
    /// Only the communes whose names a schema lets one write: some patterns know no apostrophe and no digit.
    fileprivate func fitting(_ schema: Schema) -> Sending {
        guard let pattern = schema.field(meaning: .communeName)?.constraints.pattern, let rule = try? Regex(pattern)
        else { return self }
        let fitting = towns.filter { $0.name.wholeMatch(of: rule) != nil }
        let one = Facts.towns[0]
        return fitting.isEmpty
            ? Sending(label: one.name, towns: [one], sender: one.code)
            : Sending(label: label, towns: fitting, sender: sender)
    }
}
