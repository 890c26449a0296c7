extension CustomCheck {
    /// Two columns of which at least one is filled.
    static let oneOfRequired = CustomCheck(names: ["one-of-required"]) { (declared, _) throws(CheckProblem) in
        let columns = [try declared.params.word("column1"), try declared.params.word("column2")]
        return .row(
            RowCheck(
                columns: columns, column: declared.column, skipsMissing: false,
                missing: { missing in
                    guard Set(missing).count == 2 else { return nil }
                    let names = missing.sorted().map { "'\($0)'" }.joined(separator: " et ")
                    return fault("Une des deux colonnes requise : \(names) sont manquantes")
                },
                fault: { values in
                    guard values.allSatisfy({ isNothing($0.value) }) else { return nil }
                    return fault(
                        """
                        Au moins l'une des colonnes '\(values[0].label)' ou '\(values[1].label)' doit comporter une valeur
                        """)
                }))
    }

    // Zero and « no » count as nothing for Validata.
    private static func isNothing(_ value: Logical?) -> Bool {
        switch value {
        case nil, .truth(false), .text(""): true
        case .number(let number): number == ExactNumber(0)
        case .json(.list(let items)): items.isEmpty
        case .json(.object(let members)): members.isEmpty
        default: false
        }
    }

    private static func fault(_ message: String) -> CustomFault {
        CustomFault(title: "Un Élement Requis", message: message, type: "one-of-required")
    }
}
