/// La Poste's base of postcodes (`laposte_hexasmal`), with its columns of today or of 2014.
enum PostcodeFile {
    static let code = ["code_commune_insee", "code commune insee", "#code_commune_insee"]
    static let postcode = ["code_postal", "code postal"]
    static let destination = ["libelle_d_acheminement", "libellé d'acheminement", "libelle_acheminement"]

    static func add(_ text: SeparatedText, to ledger: inout CommuneLedger) {
        let (code, postcode) = (text.column(code), text.column(postcode))
        let (latitude, longitude) = (text.column(["latitude"]), text.column(["longitude"]))
        let (name, part) = (text.column(["nom_de_la_commune", "nom de la commune"]), text.column(["ligne_5"]))
        text.forEachRow { row in
            let (own, number) = (row[code], row[postcode])
            guard number.utf8.count == 5, number.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return }
            guard let known = ledger[own] else {
                return ledger.addPostcode(number, toFormer: row[name], of: own)
            }
            if !row[part].isEmpty { ledger.addPostcode(number, toFormer: row[part], of: own) }
            ledger.update(own) { commune in
                if !commune.postcodes.contains(number) { commune.postcodes.append(number) }
                commune.center = commune.center ?? CommuneTable.center(row[longitude], row[latitude])
            }
            guard case .district(let city) = known.kind else { return }
            ledger.update(city) { if !$0.postcodes.contains(number) { $0.postcodes.append(number) } }
        }
    }
}
