/// What is said of a value that breaks a constraint of its field.
enum ConstraintWords {
    static func words(
        _ constraint: Constraint, _ field: FieldDescriptor, _ cell: String
    ) -> (title: String, message: String) {
        let bound = constraint.words
        let length = cell.unicodeScalars.count
        switch constraint.name {
        case .minLength:
            return (
                "Valeur trop courte",
                "Le texte doit comporter au moins \(bound) caractère(s) (au lieu de \(length) actuellement)"
            )
        case .maxLength:
            return (
                "Valeur trop longue",
                "Le texte ne doit pas comporter plus de \(bound) caractère(s) (au lieu de \(length) actuellement)"
            )
        case .minimum: return ("Valeur trop petite", "La valeur doit être au moins égale à \(bound)")
        case .maximum: return ("Valeur trop grande", "La valeur doit être au plus égale à \(bound)")
        case .exclusiveMinimum: return ("Valeur trop petite", "La valeur doit être supérieure à \(bound)")
        case .exclusiveMaximum: return ("Valeur trop grande", "La valeur doit être inférieure à \(bound)")
        case .pattern:
            let example = field.example.map { "**Exemple valide** :\n\($0)\n\n" } ?? ""
            return (
                "Format incorrect",
                "\(cell) ne respecte pas le motif imposé\n\n\(example)"
                    + "**Détails techniques** : la valeur doit respecter l'expression régulière `\(bound)`)"
            )
        case .enumeration: return ("Valeur incorrecte", allowed(field))
        case .jsonSchema: return ("Structure incorrecte", "La valeur n'a pas la structure que le schéma décrit")
        }
    }

    private static func allowed(_ field: FieldDescriptor) -> String {
        let items = field.constraints["enum"]?.items ?? field.tree["categories"]?.items?.map { $0["value"] ?? $0 } ?? []
        // Validata writes `{enum_values[0]}` here, a fault of its own.
        if items.count == 1 { return "L'unique valeur autorisée est \(items[0].words)" }
        return "Les valeurs autorisées sont :\n" + items.map { "- \($0.words)" }.joined(separator: "\n")
    }
}
