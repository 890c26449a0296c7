extension CustomCheck {
    /// Subjects of acts: `Urbanisme/…`, from the national nomenclature *Actes*.
    static let act = CustomCheck(names: ["nomenclature-acte", "nomenclature-actes-value"]) {
        (declared, _) throws(CheckProblem) in
        .value(
            ValueCheck(
                column: try declared.requiredColumn(), isDear: true, takesAnyType: false,
                accepts: { problems(of: $0.text).isEmpty },
                fault: { .format(problems(of: $0.text).joined(separator: ", ")) }))
    }

    private static let subjects: Set = [
        "Commande publique", "Urbanisme", "Domaine et patrimoine", "Fonction publique",
        "Institutions et vie politique", "Libertés publiques et pouvoirs de police", "Finances locales",
        "Domaines de compétences par thèmes", "Autres domaines de compétences",
    ]
    private static let foldedSubjects = Set(subjects.map(folded))

    /// Small letters without the accents of French.
    private static func folded(_ text: String) -> String {
        String(
            text.lowercased().map { letter in
                switch letter {
                case "è", "é", "ê", "ë": "e"
                case "à", "á", "â", "ã", "ä", "å": "a"
                case "ì", "í", "î", "ï": "i"
                case "ò", "ó", "ô", "õ", "ö": "o"
                case "ù", "ú", "û", "ü": "u"
                default: letter
                }
            })
    }

    private static func problems(of value: String) -> [String] {
        guard let slash = value.firstIndex(of: "/") else { return ["le signe oblique « / » est manquant"] }
        let prefix = String(value[..<slash])
        let isSpaced = value.contains("/ ")
        if foldedSubjects.contains(folded(prefix)), !isSpaced { return [] }
        let bare = prefix.pythonStripped
        var problems: [String] = []
        if isSpaced || (bare != prefix && subjects.contains(bare)) {
            problems.append("le signe oblique ne doit pas être précédé ni suivi d'espace")
        }
        if !subjects.contains(bare) { problems.append("le préfixe de nomenclature Actes '\(bare)' n'est pas reconnu") }
        return problems
    }
}

extension CustomFault {
    /// A value that has not the form of its kind.
    static func format(_ message: String) -> CustomFault {
        CustomFault(title: "Format Invalide", message: message, type: "custom-check-error")
    }
}
