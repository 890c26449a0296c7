import OpeningHours

extension CustomCheck {
    /// Opening hours in the syntax of OpenStreetMap.
    static let openingHours = CustomCheck(names: ["opening-hours-value"]) { (declared, _) throws(CheckProblem) in
        .value(
            ValueCheck(
                column: try declared.requiredColumn(), isDear: true,
                accepts: { (try? Timetable(parsing: $0.text)) != nil },
                fault: { _ in
                    CustomFault(
                        title: "Horaires d'Ouverture Incorrects",
                        message: """
                            Horaires d'ouverture incorrects.

                             La valeur doit respecter la spécification \
                            [OpenStreetMap](https://wiki.openstreetmap.org/wiki/Key:opening_hours) de description \
                            d'horaires d'ouverture.
                            """,
                        type: "opening-hours-value")
                }))
    }
}
