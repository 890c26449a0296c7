/// A Table Schema as it is written, in version 1 or 2, with what is wrong with it.
///
/// `Schemas.Schema` is what Gabarit works with; here every word of the document counts, since Validata refuses files
/// whose schema is at fault.
struct SchemaDescriptor: Sendable {
    /// The fields, in their order.
    var fields: [FieldDescriptor] = []
    /// What counts as an empty cell.
    var missingValues: [String] = [""]
    /// The fields that together name one row.
    var primaryKey: [String] = []
    /// Sets of fields of which no two rows may be the same (Table Schema 2).
    var uniqueKeys: [[String]] = []
    /// References to other tables, or to the table itself.
    var foreignKeys: [ForeignKey] = []
    /// How the columns must match the fields, where the schema says it.
    var fieldsMatch: FieldsMatch?
    /// The checks of Validata, in the order in which they are told.
    var customChecks: [CheckDescriptor] = []
    /// What is wrong with the schema itself. Nothing is verified where there is something.
    var faults: [SchemaFault] = []

    /// A reference to rows of a table.
    struct ForeignKey: Sendable {
        var fields: [String]
        /// The other table; empty for this one.
        var resource: String
        var referenced: [String]
    }

    /// How columns and fields are matched (Table Schema 2).
    enum FieldsMatch: String, Sendable {
        /// The same fields, in the same order.
        case exact
        /// The same fields, in any order.
        case equal
        /// The file may hold more.
        case subset
        /// The file may hold fewer.
        case superset
        /// At least one in common: how Validata matches where the schema says nothing.
        case partial
    }
}

/// A field as it is written.
struct FieldDescriptor: Sendable {
    var name: String
    var type: String
    var format: String
    var tree: JSONTree
    var constraints: [String: JSONTree]
    /// The field's own empty values, where it has some.
    var missingValues: [String]?
    /// A good example, where it is a text.
    var example: String?

    var isRequired: Bool { constraints["required"]?.bool ?? false }
    var isUnique: Bool { constraints["unique"]?.bool ?? false }
}

/// A check of Validata as a schema names it.
struct CheckDescriptor: Sendable {
    var name: String
    /// The column on which faults are told.
    var column: String?
    var params: JSONTree
}

/// Something wrong with a schema.
struct SchemaFault: Sendable, Hashable {
    /// `schema-error`, `field-error` or `check-error`.
    var type: String
    var title: String
    var message: String
}
