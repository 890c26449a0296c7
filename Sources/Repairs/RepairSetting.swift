public import Checks
public import Schemas
import Tables

/// What a repair may know beside the value: the field, and the other values of the column.
public struct RepairSetting: Sendable {
    /// The field that is being repaired.
    public let field: Field
    /// What is known of the world.
    public let context: CheckContext
    /// The distinct values of the column that are not empty, without outer white space.
    public let values: Set<String>
    /// The three letters that begin the identifiers of the schema, if it gives any.
    public let trigram: String?
    /// Whether a value respects every check of the field.
    public let accepts: @Sendable (String) -> Bool

    /// The setting of a column.
    public init(
        field: Field, context: CheckContext, values: Set<String>, trigram: String? = nil,
        accepts: @escaping @Sendable (String) -> Bool
    ) {
        self.field = field
        self.context = context
        self.values = values
        self.trigram = trigram
        self.accepts = accepts
    }

    /// The setting of the cells of a field of a schema.
    init(field index: Int, of schema: Schema, context: CheckContext, cells: Cells, judge: Judge) {
        // Values of rows that were set aside (totals, repeated headers) prove nothing.
        let held = Set(cells.codes)
        let values = held.map { cells.distinct(Int($0)).text.withoutOuterSpace }
        self.init(
            field: schema.fields[index], context: context, values: Set(values.filter { !$0.isEmpty }),
            trigram: schema.additions.trigram, accepts: { judge.accepts($0, field: index) })
    }
}

extension String {
    /// The text without white space at its ends.
    var withoutOuterSpace: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
