/// A table that joins what several offices say: one row for each commune, with its code, name, postcodes,
/// intercommunal body, population and middle, as far as there are such columns.
enum JoinedFile {
    static let code = ["code_insee", "codgeo", "insee", "com", "code_commune_insee", "code_commune", "code"]
    static let name = ["nom", "nom_standard", "libgeo", "libelle", "nom_commune", "nom_com"]

    static func add(_ text: SeparatedText, to ledger: inout CommuneLedger) {
        let (code, name) = (text.column(code), text.column(name))
        let postcodes = text.column(["codes_postaux", "code_postal", "codes_postal"])
        let population = text.column(["population_municipale", "population", "pmun"])
        let (body, bodyName) = (
            text.column(["siren_epci", "epci", "epci_code"]), text.column(["nom_epci", "epci_nom"])
        )
        let longitude = text.column(["lon", "longitude", "longitude_centre"])
        let latitude = text.column(["lat", "latitude", "latitude_centre"])
        var bodies: [String: EPCI] = [:]
        text.forEachRow { row in
            let own = row[code]
            guard own.utf8.count == 5, !row[name].isEmpty else { return }
            let numbers = row[postcodes].split { !$0.isNumber }.map(String.init).filter { $0.utf8.count == 5 }
            let epci = CommuneTable.body(row[body], row[bodyName], &bodies)
            ledger.update(own) { commune in
                commune.name = row[name]
                if !numbers.isEmpty { commune.postcodes = numbers }
                commune.epci = epci ?? commune.epci
                commune.population = Int(row[population]) ?? commune.population
                commune.center = CommuneTable.center(row[longitude], row[latitude]) ?? commune.center
            }
        }
    }
}
