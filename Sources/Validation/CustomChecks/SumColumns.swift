extension CustomCheck {
    /// A column that is the sum of others.
    static let sumColumns = CustomCheck(names: ["sum-columns-value"]) { (declared, _) throws(CheckProblem) in
        let columns = [try declared.requiredColumn()] + (try declared.params.words("columns"))
        return .row(
            RowCheck(columns: columns, column: declared.column) { values in
                var sum = ExactNumber(0)
                for part in values.dropFirst() {
                    guard case .number(let number)? = part.value else { return nil }
                    sum = sum + number
                }
                guard case .number(let expected)? = values[0].value, expected != sum else { return nil }
                return CustomFault(
                    title: "Somme de Colonnes Incorrecte",
                    message: """
                        La somme des valeurs des colonnes \(values.dropFirst().map(\.label).joined(separator: ", ")) \
                        (\(sum.plain)) est différent de celui trouvé dans la colonne \(values[0].label) (\(values[0].written))
                        """,
                    type: "sum-columns-value")
            })
    }
}
