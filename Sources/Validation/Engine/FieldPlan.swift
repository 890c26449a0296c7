/// A field made ready to judge cells. Immutable: any number of workers share it. A class, because rows must not copy it.
final class FieldPlan: Sendable {
    let descriptor: FieldDescriptor
    let reader: any CellReader
    /// In the order in which Validata judges and tells them.
    let constraints: [Constraint]
    let isRequired: Bool
    let missingValues: [[UInt8]]
    /// What each item of an array must be.
    let item: ItemPlan?
    /// Constraints that cannot be used, as the schema writes them.
    let unusable: [String]

    /// What the items of an array must be (`arrayItem`, an addition of frictionless).
    struct ItemPlan: Sendable {
        let reader: any CellReader
        let constraints: [Constraint]
        let isRequired: Bool
    }

    var name: String { descriptor.name }

    init(_ descriptor: FieldDescriptor, missingValues inherited: [String]) {
        self.descriptor = descriptor
        let reader = descriptor.reader()
        self.reader = reader
        isRequired = descriptor.isRequired
        missingValues = (descriptor.missingValues ?? inherited).map { Array($0.utf8) }
        var unusable: [String] = []
        constraints = FieldPlan.constraints(descriptor, reader, &unusable)
        if descriptor.type == "array", let tree = descriptor.tree["arrayItem"], tree.isObject, !tree.members.isEmpty {
            var inner = FieldDescriptor(tree)
            if tree["type"] == nil { inner.type = "any" }
            let itemReader = inner.reader()
            item = ItemPlan(
                reader: itemReader, constraints: FieldPlan.constraints(inner, itemReader, &unusable),
                isRequired: inner.isRequired)
        } else {
            item = nil
        }
        self.unusable = unusable
    }

    private static func constraints(
        _ descriptor: FieldDescriptor, _ reader: any CellReader, _ unusable: inout [String]
    ) -> [Constraint] {
        var constraints: [Constraint] = []
        for name in Constraint.Name.allCases {
            guard let declared = descriptor.constraints[name.rawValue] else { continue }
            if let constraint = Constraint(name, declared, reader: reader) {
                constraints.append(constraint)
            } else {
                unusable.append("\(name.rawValue) : \(declared.words)")
            }
        }
        // Table Schema 2: a field with categories holds nothing else.
        if let categories = descriptor.tree["categories"]?.items, constraints.allSatisfy({ $0.name != .enumeration }),
            descriptor.type == "string" || descriptor.type == "integer"
        {
            let values = JSONTree.list(categories.map { $0["value"] ?? $0 })
            if let constraint = Constraint(.enumeration, values, reader: reader) { constraints.append(constraint) }
        }
        return constraints
    }

    /// Whether a cell stands for nothing.
    func isMissing(_ cell: Bytes) -> Bool {
        for missing in missingValues where cell.equals(missing) { return true }
        return NativeCell(cell)?.isMissing(missingValues) ?? false
    }

    /// The value of a cell that stands for something; nil where it is none of the type.
    func value(of cell: Bytes) -> Logical? {
        // Cells of workbooks say what they are: see `NativeCell`.
        if let native = NativeCell(cell) { return native.value(for: self) }
        return reader.read(cell)
    }
}
