extension CustomCheck {
    /// Two years, the earlier first (`2019/2020`), or, where the schema allows it, one.
    static let yearInterval = CustomCheck(names: ["year-interval-value"]) { (declared, _) throws(CheckProblem) in
        let column = try declared.requiredColumn()
        let option = declared.params["allow-year-only"] == nil ? "false" : try declared.params.word("allow-year-only")
        let allowsYear = option == "true" || option == "yes"
        return .value(
            ValueCheck(
                column: column, accepts: { message($0, allowsYear) == nil },
                fault: { cell in
                    CustomFault(
                        title: "Intervalle d'Années Incorrect", message: message(cell, allowsYear) ?? "",
                        type: "year-interval-value")
                }))
    }

    private static let interval = Pattern.required(#"^(\d{4})/(\d{4})$"#)
    private static let year = Pattern.required(#"^\d{4}$"#)

    private static func message(_ cell: Bytes, _ allowsYear: Bool) -> String? {
        guard let groups = interval.groups(in: cell) else {
            guard allowsYear else { return "Format attendu : AAAA/AAAA" }
            return year.matchesStart(of: cell) ? nil : "Format attendu : année (AAAA) ou intervale (AAAA/AAAA)"
        }
        let years = groups[1...2].map { $0.flatMap { ExactNumber(integer: $0)?.int } ?? 0 }
        if years[0] == years[1] { return "Les deux années doivent être différentes" }
        guard years[0] > years[1] else { return nil }
        // Validata names the two years the other way round.
        return "la deuxième année (\(years[1])) doit être postérieure à la première (\(years[0]))"
    }
}
