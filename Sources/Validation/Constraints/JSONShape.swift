/// The part of JSON Schema with which the constraint `jsonSchema` describes objects and arrays: types, lists of values,
/// bounds, lengths, patterns, members and items. Keywords beyond these are ignored, as JSON Schema wants of the unknown.
struct JSONShape: Sendable {
    private let tree: JSONTree

    init(_ tree: JSONTree) { self.tree = tree }

    /// Whether a value has the shape.
    func accepts(_ value: JSONTree) -> Bool {
        if let truth = tree.bool { return truth }
        return isOfType(value) && isAmong(value) && isWithinBounds(value) && isText(value) && isList(value)
            && isObject(value) && combinations(value)
    }

    private func isOfType(_ value: JSONTree) -> Bool {
        let types = SchemaDescriptor.names(tree["type"])
        return types.isEmpty
            || types.contains { type in
                switch (type, value) {
                case ("object", .object), ("array", .list), ("string", .text), ("boolean", .truth), ("null", .null):
                    true
                case ("number", .number): true
                case ("integer", .number(let number, _)): number.isWhole
                default: false
                }
            }
    }

    private func isAmong(_ value: JSONTree) -> Bool {
        (tree["enum"]?.items?.contains(value) ?? true) && (tree["const"].map { $0 == value } ?? true)
    }

    private func isWithinBounds(_ value: JSONTree) -> Bool {
        guard case .number(let number, _) = value else { return true }
        func holds(_ name: String, _ body: (Int) -> Bool) -> Bool {
            guard case .number(let bound, _)? = tree[name], let order = number.compared(to: bound) else { return true }
            return body(order)
        }
        return holds("minimum") { $0 >= 0 } && holds("maximum") { $0 <= 0 } && holds("exclusiveMinimum") { $0 > 0 }
            && holds("exclusiveMaximum") { $0 < 0 }
    }

    private func isText(_ value: JSONTree) -> Bool {
        guard let text = value.string else { return true }
        let isFound = tree["pattern"]?.string.flatMap { Pattern($0) }.map { pattern in
            text.withBytes { pattern.isFound(in: $0) }
        }
        return isCount(text.unicodeScalars.count, "minLength", "maxLength") && isFound ?? true
    }

    private func isList(_ value: JSONTree) -> Bool {
        guard let items = value.items else { return true }
        let shape = tree["items"].map(JSONShape.init)
        let isUnique = tree["uniqueItems"]?.bool != true || Set(items).count == items.count
        return isCount(items.count, "minItems", "maxItems") && isUnique
            && items.allSatisfy { shape?.accepts($0) ?? true }
    }

    private func isObject(_ value: JSONTree) -> Bool {
        guard value.isObject else { return true }
        let members = value.members
        let known = tree["properties"]?.members ?? [:]
        let others = tree["additionalProperties"].map(JSONShape.init)
        return isCount(members.count, "minProperties", "maxProperties")
            && SchemaDescriptor.names(tree["required"]).allSatisfy { members[$0] != nil }
            && members.allSatisfy { name, member in
                (known[name].map(JSONShape.init) ?? others)?.accepts(member) ?? true
            }
    }

    private func combinations(_ value: JSONTree) -> Bool {
        let shapes = { (name: String) in tree[name]?.items?.map(JSONShape.init) }
        return (shapes("allOf")?.allSatisfy { $0.accepts(value) } ?? true)
            && (shapes("anyOf")?.contains { $0.accepts(value) } ?? true)
            && (shapes("oneOf").map { $0.filter { $0.accepts(value) }.count == 1 } ?? true)
            && (tree["not"].map { !JSONShape($0).accepts(value) } ?? true)
    }

    private func isCount(_ count: Int, _ least: String, _ most: String) -> Bool {
        count >= tree[least]?.int ?? 0 && count <= tree[most]?.int ?? .max
    }
}
