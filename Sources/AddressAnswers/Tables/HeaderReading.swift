import Spelling

/// Which columns of a table hold the parts of an address, by their names.
struct HeaderReading {
    /// The columns of the address itself, in their order.
    private(set) var address: [Int] = []
    private(set) var postcode: Int?
    private(set) var city: Int?
    private(set) var cityCode: Int?
    private(set) var longitude: Int?
    private(set) var latitude: Int?
    /// Whether some column bears the name of an address; else all columns are read as one.
    private(set) var isNamed = true

    /// - Parameters:
    ///   - header: The names of the columns.
    ///   - rows: Some rows: numbers of houses stand before streets only where the street does not begin with one.
    init(header: [String], rows: [[String]]) {
        let names = header.map(ColumnName.init)
        postcode = names.firstIndex { $0.isPostcode }
        cityCode = names.firstIndex { $0.isCityCode }
        city = names.firstIndex { $0.isCity }
        longitude = names.firstIndex { $0.isLongitude }
        latitude = names.firstIndex { $0.isLatitude }
        address = names.indices.filter { names[$0].isStreet }
        let whole = address.filter { names[$0].isWholeAddress }
        if !whole.isEmpty { address = whole }
        addNumbers(names, rows)
        if address.isEmpty {
            isNamed = false
            let other = [postcode, cityCode, city, longitude, latitude]
            address = names.indices.filter { !other.contains($0) && !names[$0].isResult }
        }
    }

    /// The columns of the house number, before the street, where the street is written without it.
    private mutating func addNumbers(_ names: [ColumnName], _ rows: [[String]]) {
        guard let street = address.first else { return }
        let filled = rows.compactMap { $0.indices.contains(street) ? $0[street] : nil }.filter { !$0.isEmpty }
        let numbered = filled.count { $0.first?.isNumber == true }
        guard numbered * 2 <= filled.count else { return }
        let numbers = names.indices.filter { names[$0].isHouseNumber && !address.contains($0) }
        guard numbers.contains(where: { $0 < street && street - $0 <= 3 }) else { return }
        address = (address + numbers).sorted()
    }
}

/// The name of a column, in words: `codePostal`, `code_postal` and `Code postal` are the same.
private struct ColumnName {
    private let words: Set<String>
    private let folded: String

    init(_ name: String) {
        var spaced = ""
        for letter in name {
            if letter.isUppercase, spaced.last?.isLowercase == true { spaced.append(" ") }
            spaced.append(letter)
        }
        folded = spaced.folded
        words = Set(spaced.foldedWords)
    }

    private func has(_ known: String...) -> Bool { known.contains { words.contains($0) } }

    /// What was found, or should be, by whichever geocoder.
    var isResult: Bool { folded.hasPrefix("result ") || folded.hasPrefix("expected ") }
    private var isCode: Bool { has("code", "id", "cle", "uid", "num") }

    var isPostcode: Bool {
        !isResult
            && (has("cp", "postcode", "zip", "zipcode", "codepostal", "codepost")
                || has("code") && has("postal", "postale", "poste"))
    }

    var isCityCode: Bool {
        !isResult && !isPostcode
            && (has("insee", "citycode", "codeinsee", "codecommune", "depcom", "codgeo", "inseecom")
                || has("code") && has("commune", "com", "ville", "city"))
    }

    var isCity: Bool {
        !isResult && !isCode && !isCityCode && !isPostcode
            && has("ville", "commune", "city", "localite", "municipalite", "town", "libellecommune", "acheminement")
            && !has("ancienne", "deleguee", "nombre", "nb", "type", "site", "page", "mail")
    }

    var isLongitude: Bool { !isResult && has("longitude", "lon", "lng", "long") }
    var isLatitude: Bool { !isResult && has("latitude", "lat") }

    /// A column that holds an address, or a part of one down to the street.
    var isStreet: Bool {
        guard !isResult, !isPostcode, !isCityCode, !isCity else { return false }
        let isNoAddress = has(
            "mail", "email", "courriel", "mel", "web", "internet", "site", "url", "ip", "id", "cle", "code", "uid",
            "date", "longueur", "nb", "nombre", "source", "complement", "certification", "statut", "rivoli", "fantoir")
        return !isNoAddress
            && (isWholeAddress || has("voie", "rue", "street", "libellevoie", "nomvoie", "lieudit")
                || has("lieu") && has("dit"))
    }

    var isWholeAddress: Bool { has("adresse", "address", "addresse", "adr", "adress") && !has("numero", "num", "type") }

    /// A number of a house, or what follows it.
    var isHouseNumber: Bool {
        let known: Set = [
            "numero", "num", "no", "n", "voie", "rue", "adresse", "dans", "la", "de", "suffixe", "rep", "repetition",
            "indice", "bis", "numvoie", "numerovoie", "housenumber",
        ]
        return !words.isEmpty && words.isSubset(of: known)
            && has(
                "numero", "num", "no", "n", "suffixe", "rep", "repetition", "indice", "numvoie", "numerovoie",
                "housenumber")
    }
}
