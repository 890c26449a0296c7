extension CustomCheck {
    /// Telephone numbers: French, French short ones, or of another country with its prefix.
    static let phone = CustomCheck(names: ["phone-number-value"]) { (declared, _) throws(CheckProblem) in
        .value(
            ValueCheck(
                column: try declared.requiredColumn(), isDear: true,
                accepts: { PhoneNumber.isValid($0) },
                fault: { _ in
                    CustomFault(
                        title: "Numéro de Téléphone Incorrect",
                        message: """
                            Numéro de téléphone invalide.

                             Les numéros de téléphone acceptés sont les numéros français à 10 chiffres \
                            (`01 99 00 27 37`) ou au format international avec le préfixe du pays \
                            (`+33 1 99 00 27 37`). Les numéros courts (`115` ou `3949`) sont également acceptés.
                            """,
                        type: "phone-number-value")
                }))
    }
}
