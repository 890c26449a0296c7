/// A schema made ready for one file: what each of its columns must be, and what its rows must be together.
struct TablePlan: Sendable {
    /// The fields of the schema.
    let fields: [FieldPlan]
    /// For each column of the file, its field.
    let columns: [FieldPlan?]
    /// The checks of one column, for each column of the file: their places among `rules`.
    let valueChecks: [[Int]]
    /// The checks that a schema asks for, in its order.
    let rules: [CheckRule]
    /// The columns of each check of several columns; -1 where the file has none.
    let rowChecks: [RowChecking]
    /// The columns in which no value may come twice.
    let uniqueColumns: [Int]
    /// The columns of the primary key, where the file has all of them.
    let primaryKey: [Int]
    /// The columns of each unique key, where the file has all of them, and its place in the schema.
    let uniqueKeys: [(place: Int, columns: [Int])]
    /// The references of the table to itself: the columns that refer, those that are referred to, the place.
    let selfReferences: [(place: Int, columns: [Int], referenced: [Int])]
    /// Whether cells may bear the sign of their kind: those of workbooks do.
    let hasNativeCells: Bool

    /// A check of several columns, and where they are.
    struct RowChecking: Sendable {
        let place: Int
        let check: RowCheck
        let columns: [Int]
        /// What is to be said once, on the first row, where columns are missing.
        let missing: CustomFault?
    }

    init(
        schema: SchemaDescriptor, fields: [FieldPlan], header: HeaderPlan, rules: [CheckRule], hasNativeCells: Bool
    ) {
        self.fields = fields
        self.rules = rules
        self.hasNativeCells = hasNativeCells
        let columns = header.fields.map { $0.map { fields[$0] } }
        self.columns = columns
        let names = columns.map { $0?.name }
        let place = { (name: String) in names.firstIndex(of: name) ?? -1 }
        let present = { (list: [String]) in list.map(place) }
        var valueChecks = [[Int]](repeating: [], count: names.count)
        var rowChecks: [RowChecking] = []
        for (number, rule) in rules.enumerated() {
            switch rule {
            case .value(let check): if place(check.column) >= 0 { valueChecks[place(check.column)].append(number) }
            case .row(let check):
                let absent = check.columns.filter { place($0) < 0 }
                rowChecks.append(
                    RowChecking(
                        place: number, check: check, columns: present(check.columns),
                        missing: check.missing(absent)))
            }
        }
        self.valueChecks = valueChecks
        self.rowChecks = rowChecks
        uniqueColumns = columns.indices.filter { columns[$0]?.descriptor.isUnique ?? false }
        let key = present(schema.primaryKey)
        primaryKey = key.contains(-1) ? [] : key
        uniqueKeys = schema.uniqueKeys.enumerated().map { ($0.offset, present($0.element)) }
            .filter { !$0.1.contains(-1) && !$0.1.isEmpty }
        selfReferences = schema.foreignKeys.enumerated().filter { $0.element.resource.isEmpty }
            .map { ($0.offset, present($0.element.fields), present($0.element.referenced)) }
            .filter { !$0.1.contains(-1) && !$0.1.isEmpty }
    }

    /// How many keys a row has: unique columns, then the primary key, then the unique keys.
    var keyCount: Int { uniqueColumns.count + (primaryKey.isEmpty ? 0 : 1) + uniqueKeys.count }
}
