extension CustomCheck {
    /// Two columns of which one is greater, less than or equal to the other.
    static let compareColumns = CustomCheck(names: ["compare-columns-value"]) {
        (declared, _) throws(CheckProblem) in
        let columns = [try declared.requiredColumn(), try declared.params.word("column2")]
        let operation = try declared.params.word("op")
        guard let comparison = comparisons[operation] else {
            throw CheckProblem(message: "L'opérateur '\(operation)' n'est pas géré.")
        }
        return .row(
            RowCheck(columns: columns, column: declared.column) { values in
                let (one, other) = (values[0], values[1])
                guard let order = order(one, other) else {
                    return CustomFault(
                        title: "Valeurs Non Comparables",
                        message: """
                            La valeur de la colonne \(one.label) `\(one.written)` n'est pas comparable avec la valeur de la \
                            colonne \(other.label) `\(other.written)`.
                            """,
                        type: "compare-columns-value")
                }
                guard !comparison.holds(order) else { return nil }
                return CustomFault(
                    title: "Erreur de Comparaison",
                    message: """
                        La valeur de la colonne \(one.label) `\(one.written)` devrait être \(comparison.words) à la valeur \
                        de la colonne \(other.label) `\(other.written)`.
                        """,
                    type: "compare-columns-value")
            })
    }

    private static let comparisons: [String: (words: String, holds: @Sendable (Int) -> Bool)] = [
        ">": ("supérieure", { $0 > 0 }), ">=": ("supérieure ou égale", { $0 >= 0 }), "==": ("égale", { $0 == 0 }),
        "<=": ("inférieure ou égale", { $0 <= 0 }), "<": ("inférieure", { $0 < 0 }),
    ]

    /// Numbers as numbers, also where they are written in text columns; else texts as texts; else the same type.
    private static func order(_ one: CheckedValue, _ other: CheckedValue) -> Int? {
        if let oneNumber = number(one), let otherNumber = number(other) {
            return oneNumber.compared(to: otherNumber)
        }
        guard let value = one.value, let otherValue = other.value else { return nil }
        if case .text(let text) = value, case .text(let otherText) = otherValue {
            return text.unicodeScalars.lexicographicallyPrecedes(otherText.unicodeScalars)
                ? -1 : text.utf8.elementsEqual(otherText.utf8) ? 0 : 1
        }
        return value.compared(to: otherValue)
    }

    private static func number(_ value: CheckedValue) -> ExactNumber? {
        switch value.value {
        case .number(let number): number
        case .text(let text): text.withBytes { ExactNumber(decimal: $0) }
        default: nil
        }
    }
}
