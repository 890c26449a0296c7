extension SchemaDescriptor {
    /// Reads a Table Schema. What is wrong with it is told in `faults`.
    init(_ tree: JSONTree?) {
        guard let tree, tree.isObject else {
            faults = [.schema("Le modèle n'est pas un objet JSON.")]
            return
        }
        faults = SchemaProfile.unknownTypes(tree["fields"]) ?? SchemaProfile.faults(of: tree)
        guard faults.isEmpty else { return }
        fields = (tree["fields"]?.items ?? []).map(FieldDescriptor.init)
        missingValues = tree["missingValues"].map(Self.missing) ?? [""]
        primaryKey = Self.names(tree["primaryKey"])
        uniqueKeys = (tree["uniqueKeys"]?.items ?? []).map(Self.names)
        foreignKeys = (tree["foreignKeys"]?.items ?? []).map { key in
            ForeignKey(
                fields: Self.names(key["fields"]), resource: key["reference"]?["resource"]?.string ?? "",
                referenced: Self.names(key["reference"]?["fields"]))
        }
        fieldsMatch = tree["fieldsMatch"]?.string.flatMap(FieldsMatch.init)
        readCustomChecks(tree)
        faults += fields.flatMap(FieldProfile.faults) + referenceFaults()
    }

    /// A name, or several.
    static func names(_ tree: JSONTree?) -> [String] {
        if let one = tree?.string { return one.isEmpty ? [] : [one] }
        return (tree?.items ?? []).compactMap(\.string)
    }

    /// The empty values: texts, or (Table Schema 2) objects with a value and a label.
    static func missing(_ tree: JSONTree) -> [String] {
        (tree.items ?? []).compactMap { $0.string ?? $0["value"]?.string }
    }

    private mutating func readCustomChecks(_ tree: JSONTree) {
        if let declared = tree["custom_checks"] {
            guard let checks = declared.items else {
                faults.append(.check("La propriété « custom_checks » doit être une liste."))
                return
            }
            for check in checks {
                guard let name = check["name"]?.string, let params = check["params"], params.isObject else {
                    faults.append(.check("Chaque élément de « custom_checks » a un « name » et des « params »."))
                    continue
                }
                customChecks.append(CheckDescriptor(name: name, column: params["column"]?.string, params: params))
            }
        }
        for field in fields {
            guard let declared = field.tree["customCheck"] else { continue }
            if let name = declared.string {
                if !name.isEmpty {
                    customChecks.append(CheckDescriptor(name: name, column: field.name, params: .object([])))
                }
            } else if let name = declared["name"]?.string {
                customChecks.append(CheckDescriptor(name: name, column: field.name, params: declared))
            }
        }
    }

    private func referenceFaults() -> [SchemaFault] {
        var faults: [SchemaFault] = []
        let names = fields.map(\.name)
        if Set(names).count != names.count { faults.append(.schema("Deux champs portent le même nom.")) }
        for name in primaryKey where !names.contains(name) {
            faults.append(.schema("La clé primaire nomme un champ « \(name) », que le modèle n'a pas."))
        }
        for key in foreignKeys {
            for name in key.fields where !names.contains(name) {
                faults.append(.schema("Une clé étrangère nomme un champ « \(name) », que le modèle n'a pas."))
            }
            if key.fields.count != key.referenced.count {
                faults.append(.schema("Une clé étrangère n'a pas autant de champs que ce à quoi elle renvoie."))
            }
        }
        return faults
    }
}

extension FieldDescriptor {
    init(_ tree: JSONTree) {
        self.tree = tree
        name = tree["name"]?.string ?? ""
        let declared = tree["type"]?.string ?? ""
        type = declared.isEmpty ? "string" : declared
        format = tree["format"]?.string ?? "default"
        if format.hasPrefix("fmt:") { format = format.replacing("fmt:", with: "") }
        constraints = tree["constraints"]?.members.filter { $0.value != .null } ?? [:]
        missingValues = tree["missingValues"].map(SchemaDescriptor.missing)
        example = tree["example"]?.string
    }
}

extension SchemaFault {
    static func schema(_ note: String) -> SchemaFault {
        SchemaFault(type: "schema-error", title: "Modèle incorrect", message: note)
    }
    static func field(_ note: String) -> SchemaFault {
        SchemaFault(type: "field-error", title: "Champ incorrect dans le modèle", message: note)
    }
    static func check(_ note: String) -> SchemaFault {
        SchemaFault(type: "check-error", title: "Contrôle incorrect dans le modèle", message: note)
    }
}
