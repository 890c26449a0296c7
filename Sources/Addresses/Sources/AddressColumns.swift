/// Which column of an address file holds what, by the names that the known forms give them: the national base (BAN) in
/// full and in short, its named places, and the communes' own bases (BAL 1.3, 1.4 and 1.5).
struct AddressColumns {
    /// For each column, the field of `AddressLine` that it fills.
    let fields: [WritableKeyPath<AddressLine, AddressLine.Field>?]

    /// Nil where the columns are not those of an address base.
    init?(header: [String]) {
        let names = header.map { $0.lowercased().trimmingPrefix("\u{FEFF}") }
        var fields = [WritableKeyPath<AddressLine, AddressLine.Field>?](repeating: nil, count: names.count)
        for (field, known) in Self.known {
            guard let place = known.lazy.compactMap({ name in names.firstIndex { $0 == name } }).first else { continue }
            fields[place] = field
        }
        let found = Set(fields.compactMap { $0 })
        let isPlaced = found.isSuperset(of: [\.longitude, \.latitude]) || found.isSuperset(of: [\.x, \.y])
        // The first communal bases told the commune by the key of the address only: `69029_1020_00012`.
        let hasCommune = found.contains(\.communeCode) || names.contains("cle_interop")
        guard isPlaced, found.contains(\.street), hasCommune else { return nil }
        self.fields = fields
    }

    /// By the names of the forms, and as a Shapefile cuts them.
    private static var known: [(WritableKeyPath<AddressLine, AddressLine.Field>, [String])] {
        [
            (\.identifier, ["id", "cle_interop", "cle_intero", "id_ban_adresse"]),
            (\.number, ["numero"]),
            (\.suffix, ["rep", "suffixe"]),
            (\.street, ["nom_voie", "voie_nom", "toponyme", "nom_lieu_dit", "nom_ld"]),
            (\.postcode, ["code_postal"]),
            (\.communeCode, ["code_insee", "commune_insee", "commune_in", "code_commune"]),
            (\.communeName, ["nom_commune", "commune_nom", "commune_no"]),
            (\.formerCode, ["code_insee_ancienne_commune", "commune_deleguee_insee"]),
            (\.formerName, ["nom_ancienne_commune", "commune_deleguee_nom"]),
            (\.longitude, ["lon", "long", "longitude", "long_wgs84"]),
            (\.latitude, ["lat", "latitude", "lat_wgs84"]),
            (\.x, ["x", "x_l93"]),
            (\.y, ["y", "y_l93"]),
            (\.position, ["type_position", "position"]),
        ]
    }
}
