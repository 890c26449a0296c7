extension CustomCheck {
    /// The formats of French codes and names, one check a format (the library `frformat`, in kebab case).
    static let formats: [CustomCheck] = [
        .siren, .siret, .rna, .building, .postcode, .communeCode, .communeName, .departmentNumber, .departmentName,
        .regionCode, .regionName, .canton, .fantoir, .countryCode2, .countryCode3, .countryName, .lambertLatitude,
        .lambertLongitude,
    ]

    /// A check of how one value is written. `title` is what its fault names.
    static func format(
        _ names: String..., isDear: Bool = false, needsVintage: Bool = false,
        accepts: @escaping @Sendable (CheckDescriptor, Surrounding) throws(CheckProblem) -> @Sendable (Bytes) -> Bool
    ) -> CustomCheck {
        let title = names[0].split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
            .joined(separator: " ")
        return CustomCheck(names: names) { (declared, surrounding) throws(CheckProblem) in
            if needsVintage { try declared.requireVintage() }
            return .value(
                ValueCheck(
                    column: try declared.requiredColumn(), isDear: isDear, takesAnyType: false,
                    accepts: try accepts(declared, surrounding),
                    fault: { _ in .format("La valeur n'est pas conforme au format \(title).") }))
        }
    }
}

extension CheckDescriptor {
    /// The year of the official geographical code that the check is asked to follow: `2023`, `2024`, `latest`.
    func requireVintage() throws(CheckProblem) {
        guard let declared = params["cog"] ?? params["version"] else {
            throw CheckProblem(
                message:
                    "Paramètre obligatoire manquant dans le custom check `\(name)` : cog. Veuillez corriger le schéma.")
        }
        guard ["2023", "2024", "latest"].contains(declared.words) else {
            throw CheckProblem(message: "cog parameter \(declared.words) is invalid ")
        }
    }
}
