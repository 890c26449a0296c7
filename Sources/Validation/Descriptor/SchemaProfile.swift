/// What the document of a schema must look like, before its fields are read (the profile of Table Schema).
enum SchemaProfile {
    /// Names of version 1 are made of these signs.
    private static let name = Pattern.required("^([-a-z0-9._/])+$")

    /// The first field of a type that does not exist: nothing else is told then.
    static func unknownTypes(_ fields: JSONTree?) -> [SchemaFault]? {
        for field in fields?.items ?? [] {
            guard let type = field["type"]?.string, !type.isEmpty, FieldProfile.constraints[type] == nil else {
                continue
            }
            return [.field("Champ « \(field["name"]?.string ?? "") » : le type « \(type) » n'existe pas.")]
        }
        return nil
    }

    static func faults(of tree: JSONTree) -> [SchemaFault] {
        var faults: [SchemaFault] = []
        func expect(_ holds: Bool, _ note: String) {
            if !holds { faults.append(.schema(note)) }
        }
        expect(isTextOrAbsent(tree["title"]), "Le titre n'est pas un texte.")
        expect(isTextOrAbsent(tree["description"]), "La description n'est pas un texte.")
        if let declared = tree["name"] {
            expect(
                declared.string.map(isName) ?? false,
                "Le nom du modèle n'a que des minuscules sans accent, des chiffres et les signes - . _ /")
        }
        if let type = tree["type"], type != .null, type != .text("") {
            expect(false, "Un modèle n'a pas de type (« \(type.words) »).")
        }
        expect(tree["fields"]?.items != nil, "Le modèle n'a pas de liste de champs (« fields »).")
        expect(
            tree["fieldsMatch"].map { $0.string.flatMap(SchemaDescriptor.FieldsMatch.init) != nil } ?? true,
            "« fieldsMatch » vaut exact, equal, subset, superset ou partial.")
        expect(isMissingValues(tree["missingValues"]), "« missingValues » est une liste de textes.")
        expect(isKey(tree["primaryKey"]), "« primaryKey » est un nom de champ ou une liste de noms.")
        expect(isForeignKeys(tree["foreignKeys"]), "« foreignKeys » est une liste de renvois.")
        return faults
    }

    private static func isName(_ name: String) -> Bool { name.withBytes { Self.name.matchesStart(of: $0) } }

    static func isTextOrAbsent(_ tree: JSONTree?) -> Bool { tree == nil || tree?.string != nil }

    static func isMissingValues(_ tree: JSONTree?) -> Bool {
        guard let tree else { return true }
        guard let items = tree.items else { return false }
        let isWords = items.allSatisfy { $0.string != nil }
        let isObjects = items.allSatisfy { $0["value"]?.string != nil && isTextOrAbsent($0["label"]) }
        return isWords || isObjects
    }

    private static func isKey(_ tree: JSONTree?) -> Bool {
        guard let tree, tree != .null else { return true }
        return tree.string != nil || (tree.items?.allSatisfy { $0.string != nil } ?? false)
    }

    private static func isForeignKeys(_ tree: JSONTree?) -> Bool {
        guard let tree else { return true }
        guard let items = tree.items else { return false }
        return items.allSatisfy { key in
            key.isObject && isKey(key["fields"]) && (key["reference"] == nil || key["reference"]?.isObject ?? false)
                && isKey(key["reference"]?["fields"]) && isTextOrAbsent(key["reference"]?["resource"])
        }
    }
}

/// What the document of a field must look like.
enum FieldProfile {
    /// What each type may be asked to respect (Table Schema, *constraints*).
    static let constraints: [String: Set<String>] = {
        let bounds: Set = ["required", "unique", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "enum"]
        let lengths: Set = ["required", "unique", "minLength", "maxLength", "enum"]
        let least: Set = ["required", "unique", "enum"]
        return [
            "string": lengths.union(["pattern"]), "number": bounds, "integer": bounds, "date": bounds, "time": bounds,
            "datetime": bounds, "year": bounds, "yearmonth": bounds, "boolean": least, "duration": least,
            "geopoint": least, "geojson": least, "any": least, "object": lengths.union(["jsonSchema"]),
            "array": lengths.union(["jsonSchema"]), "list": lengths.subtracting(["enum"]),
        ]
    }()

    private static let formats: [String: Set<String>] = [
        "string": ["default", "email", "uri", "binary", "uuid", "wkt"], "geojson": ["default", "topojson"],
    ]

    static func faults(of field: FieldDescriptor) -> [SchemaFault] {
        let tree = field.tree
        var faults: [SchemaFault] = []
        func expect(_ holds: Bool, _ note: String) {
            if !holds { faults.append(.field("Champ « \(field.name) » : \(note)")) }
        }
        guard tree.isObject, tree["name"]?.string != nil else { return [.field("Un champ n'a pas de nom.")] }
        guard let supported = constraints[field.type] else {
            return [.field("Champ « \(field.name) » : le type « \(field.type) » n'existe pas.")]
        }
        for name in ["title", "description", "format", "rdfType", "delimiter", "decimalChar", "groupChar"] {
            expect(SchemaProfile.isTextOrAbsent(tree[name]), "« \(name) » n'est pas un texte.")
        }
        expect(SchemaProfile.isMissingValues(tree["missingValues"]), "« missingValues » est une liste de textes.")
        if let formats = formats[field.type], tree["format"]?.string != nil {
            expect(formats.contains(field.format), "le format « \(field.format) » n'existe pas.")
        }
        for name in ["trueValues", "falseValues"] where field.type == "boolean" {
            expect(
                tree[name].map { $0.items?.allSatisfy { $0.string != nil } ?? false } ?? true,
                "« \(name) » est une liste de textes.")
        }
        expect(tree["required"] == nil, "« required » se place dans « constraints ».")
        faults += constraintFaults(field, supported)
        if faults.isEmpty { faults += exampleFaults(field) }
        return faults
    }

    private static func constraintFaults(_ field: FieldDescriptor, _ supported: Set<String>) -> [SchemaFault] {
        var faults: [SchemaFault] = []
        func expect(_ holds: Bool, _ note: String) {
            if !holds { faults.append(.field("Champ « \(field.name) » : \(note)")) }
        }
        guard let tree = field.tree["constraints"] else { return [] }
        expect(tree.isObject, "« constraints » n'est pas un objet.")
        for (name, value) in tree.members.sorted(by: { $0.key < $1.key }) {
            switch name {
            case "required", "unique": expect(value.bool != nil, "« \(name) » vaut true ou false.")
            case "pattern": expect(value.string != nil, "« pattern » n'est pas un texte.")
            case "enum": expect(value.items != nil, "« enum » n'est pas une liste.")
            case "minLength", "maxLength": expect(isWhole(value), "« \(name) » n'est pas un nombre entier.")
            default: break
            }
            expect(
                supported.contains(name), "la contrainte « \(name) » n'est pas prévue pour le type « \(field.type) ».")
        }
        return faults
    }

    private static func isWhole(_ tree: JSONTree) -> Bool {
        if case .number(let number, _) = tree { number.isWhole } else { false }
    }

    /// An example that is none.
    private static func exampleFaults(_ field: FieldDescriptor) -> [SchemaFault] {
        guard let example = field.tree["example"], !isNothing(example), field.tree["type"]?.string != nil else {
            return []
        }
        var plain = field
        if field.type != "boolean" {
            plain.tree = .object([("format", .text(field.format))])
        }
        let reader = plain.reader()
        guard reader.read(example) == nil else { return [] }
        return [.field("Champ « \(field.name) » : l'exemple « \(example.words) » n'est pas une valeur de ce champ.")]
    }

    /// Whether Python would take a value for false.
    private static func isNothing(_ tree: JSONTree) -> Bool {
        switch tree {
        case .null: true
        case .truth(let truth): !truth
        case .number(let number, _): number == ExactNumber(0)
        case .text(let text): text.isEmpty
        case .list(let items): items.isEmpty
        case .object(let members): members.isEmpty
        }
    }
}
