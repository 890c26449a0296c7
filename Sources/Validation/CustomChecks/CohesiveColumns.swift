extension CustomCheck {
    /// Columns that are all filled or all empty.
    static let cohesiveColumns = CustomCheck(names: ["cohesive-columns-value"]) {
        (declared, _) throws(CheckProblem) in
        let columns = [try declared.requiredColumn()] + (try declared.params.words("othercolumns"))
        return .row(
            RowCheck(
                columns: columns, column: declared.column, skipsMissing: false,
                missing: { missing in
                    guard !missing.isEmpty, Set(missing) != Set(columns) else { return nil }
                    return fault(
                        """
                        Les colonnes \(quoted(columns)) doivent être soit toutes présentes, soit toutes absentes \
                        (sont absentes : \(quoted(missing)))
                        """)
                },
                fault: { values in
                    let isFilled = values[0].value != nil
                    guard values.contains(where: { ($0.value != nil) != isFilled }) else { return nil }
                    let names = values.map(\.label).joined(separator: ", ")
                    return fault(
                        """
                        Les colonnes présentes parmi \(names) doivent toutes comporter une valeur ou toutes être vides
                        """)
                }))
    }

    private static func quoted(_ names: [String]) -> String {
        names.map { "'\($0)'" }.joined(separator: ", ")
    }

    private static func fault(_ message: String) -> CustomFault {
        CustomFault(title: "Colonnes Non Solidaires", message: message, type: "cohesive-columns-value")
    }
}
