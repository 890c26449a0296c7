import Schemas
import Tables

/// The thing that one row describes, with all that several of its fields must say alike.
struct Subject {
    let place: Place
    let number: Int
    let line: Int
    private let schema: Schema
    private let siren: String
    private let siret: String
    private let days: [String]
    private let votes: [Int]
    private var name: String

    init(place: Place, number: Int, line: Int, schema: Schema, _ chance: inout Chance) {
        self.place = place
        self.number = number
        self.line = line
        self.schema = schema
        siren = chance.happens(60) ? Register.siren(ofCommune: place.code) : Register.siren(&chance)
        siret = Register.siret(of: siren, &chance)
        days = Self.days(&chance)
        votes = Self.votes(&chance)
        name = Self.name(schema, &chance)
    }

    /// Takes another name while the one that it has is taken.
    mutating func keepName(apartFrom taken: inout Set<String>, _ chance: inout Chance) {
        for _ in 0..<8 where taken.contains(name) { name = Self.name(schema, &chance) }
        if !taken.insert(name).inserted { name += " \(line)" }
    }

    /// Fields that are filled or empty with others: votes, and what stands beside a year of a budget.
    static func isTied(_ field: Field) -> Bool {
        ["VOTE_", "BUDGET_", "PREF_"].contains(where: field.name.hasPrefix)
            || ["idBeneficiaire", "rnaBeneficiaire"].contains(field.name)
    }

    /// What stands in a field.
    func value(of field: Field, _ chance: inout Chance) -> String {
        if let known = own(field, &chance) { return known }
        if let meaning = field.meaning, let known = meant(meaning, field, &chance) { return known }
        if !field.codes.isEmpty { return coded(field, &chance) }
        return typed(field, &chance)
    }

    // MARK: By meaning

    private func meant(_ meaning: Field.Meaning, _ field: Field, _ chance: inout Chance) -> String? {
        switch meaning {
        case .uid: "\(schema.additions.trigram ?? "OBJ")-\(place.code)-\(Register.padded(number, 3))"
        case .uidNumber: Register.padded(number, 3)
        case .name: name
        case .communeName: place.name
        case .communeCode: place.code
        case .postcode: place.postcode
        case .houseNumber: place.number
        case .street: place.street
        case .address: "\(place.number) \(place.street)"
        case .fullAddress: "\(place.number) \(place.street), \(place.postcode) \(place.name)"
        case .placeDetail: chance.pick(Facts.details)
        case .longitude: Register.decimal(place.position.longitude, places: 6)
        case .latitude: Register.decimal(place.position.latitude, places: 6)
        case .openingHours: chance.pick(Facts.hours)
        case .pastYear: String(chance.within(1880...2024))
        case .phone: Self.phone(field, &chance)
        case .email: "\(chance.pick(["mairie", "accueil", "contact", "mediatheque", "sports"]))@\(host(&chance))"
        case .url: address(field, &chance)
        case .siret: siret
        case .siren: siren
        case .prose: Words.prose[field.name].map { chance.pick($0) } ?? chance.pick(Facts.hourRemarks)
        default: nil
        }
    }

    /// Numbers of places: a mobile number may be somebody's own, which is rightly asked before it is published.
    private static func phone(_ field: Field, _ chance: inout Chance) -> String {
        let pairs = (0..<3).map { _ in Register.padded(chance.below(100)) }
        let start = chance.pick(["04", "04", "04", "01", "02", "03", "05", "09"])
        let second =
            start == "04" ? chance.pick(["72", "78", "37", "74", "26"]) : chance.pick(["40", "51", "62", "80"])
        let isInternational = field.constraints.pattern?.contains("+33") ?? ((field.constraints.maxLength ?? 99) < 14)
        return isInternational
            ? "+33" + start.dropFirst() + second + pairs.joined() : ([start, second] + pairs).joined(separator: " ")
    }

    private func host(_ chance: inout Chance) -> String {
        chance.pick(["mairie-", "ville-", ""]) + word(place.name) + ".fr"
    }

    private func address(_ field: Field, _ chance: inout Chance) -> String {
        let isPicture = field.name.hasPrefix("photo")
        let page = "https://www.\(word(place.name)).fr/\(chance.pick(["lieux", "cadre-de-vie", "services"]))/\(line)"
        return page + (isPicture ? ".jpg" : "")
    }

    /// A name as addresses of the web write it.
    private func word(_ name: String) -> String {
        let plain: [Character: String] = [
            "é": "e", "è": "e", "ê": "e", "ë": "e", "â": "a", "à": "a", "ô": "o", "î": "i", "ï": "i", "ç": "c",
            "û": "u",
            "ü": "u", "ÿ": "y", "'": "", " ": "-",
        ]
        return name.lowercased().map { plain[$0] ?? String($0) }.joined()
    }

    // MARK: By list or by type

    private func coded(_ field: Field, _ chance: inout Chance) -> String {
        let values = field.codes.map(\.value)
        guard let separator = field.separator else { return chance.pick(values) }
        let count = min(values.count, chance.pick([1, 1, 2, 3]))
        return chance.shuffled(Words.compatible(values, &chance)).prefix(count).joined(separator: separator)
    }

    private func typed(_ field: Field, _ chance: inout Chance) -> String {
        switch field.type {
        case .boolean: chance.happens(50) ? field.trueValues[0] : field.falseValues[0]
        case .integer:
            String(chance.within(1...(field.constraints.maximum.flatMap(Int.init).map { min($0, 2400) } ?? 2400)))
        case .number: Register.decimal(Double(chance.within(8...48_000)) / chance.pick([1, 1, 2, 4, 10]), places: 2)
        case .year: String(chance.within(1995...2025))
        case .date: chance.pick(days)
        default:
            if field.isList {
                chance.shuffled(Words.equipment).prefix(chance.within(1...3)).joined(separator: field.separator ?? "|")
            } else {
                Words.free[field.name].map { chance.pick($0) } ?? chance.pick(Facts.details)
            }
        }
    }

    // MARK: What several fields share

    /// Days in order, none of which can be read two ways only.
    private static func days(_ chance: inout Chance) -> [String] {
        (0..<3).map { _ in
            "\(chance.within(2016...2025))-\(Register.padded(chance.within(1...12)))-\(Register.padded(chance.within(1...28)))"
        }.sorted()
    }

    private static func votes(_ chance: inout Chance) -> [Int] {
        let present = chance.within(19...55)
        let against = chance.below(6)
        let silent = chance.below(5)
        return [present + chance.below(6), present, present - against - silent, against, silent]
    }

    private static func name(_ schema: Schema, _ chance: inout Chance) -> String {
        let kind = chance.pick(Words.kinds[schema.name] ?? Words.kinds["equipements"] ?? [])
        return kind + " " + (chance.happens(50) ? chance.pick(Facts.people) : chance.pick(Facts.things))
    }

    /// What only a field of this name can hold.
    private func own(_ field: Field, _ chance: inout Chance) -> String? {
        switch field.name {
        case "DELIB_DATE", "dateConvention": days[0]
        case "PREF_DATE": days[1]
        case "VOTE_EFFECTIF": String(votes[0])
        case "VOTE_REEL": String(votes[1])
        case "VOTE_POUR": String(votes[2])
        case "VOTE_CONTRE": String(votes[3])
        case "VOTE_ABSTENTION": String(votes[4])
        case "COLL_SIRET", "idAttribuant":
            Register.siret(of: Register.siren(ofCommune: sending(place)), first: true)
        case "COLL_NOM", "nomAttribuant": "Ville de \(place.name)"
        case "EQUIP_UID": "\(place.code)-\(Words.equipmentCode(line))-\(Register.padded(number, 3))"
        case "EQUIP_CODE": "\(Words.equipmentCode(line))-\(Register.padded(number, 3))"
        case "ADR_CLE_INTEROP":
            "\(place.code)_\(Register.padded(chance.within(10...4800), 4))_\(Register.padded(chance.within(1...180), 5))"
        case "ERP_ID": "\(place.code)-\(line)"
        case "DELIB_ID": "\(days[0].prefix(4))-\(Register.padded(line, 3))"
        case "referenceDecision":
            "\(days[0].prefix(4))-\(days[0].dropFirst(5).prefix(2))-\(Register.padded(100 + line, 3))"
        case "datesPeriodeVersement": chance.happens(50) ? days[1] : "\(days[1])/\(days[2].dropLast(2))28"
        case "pourcentageSubvention": Register.decimal(Double(chance.within(1...100)) / 100, places: 2)
        case "montant": Register.decimal(Double(chance.within(150...60_000)) / chance.pick([1, 1, 1, 2, 4]), places: 2)
        case "rnaBeneficiaire":
            "W" + place.code.replacing("A", with: "0").replacing("B", with: "0").prefix(2) + "1"
                + Register.padded(line + 4200, 6)
        case "num_serie":
            line % 3 == 0
                ? "4015" + Register.padded(line * 6_700_417 % 1_000_000_000_000, 12)
                : "X\(Register.padded(line * 7 % 97 + 2, 2))E\(Register.padded(409_000 + line * 13, 6))"
        case "id_euro": "037005\(Register.padded(line * 7919 % 10_000_000, 7))\(Register.padded(line * 31 + 17, 5))"
        case "expt_siret": Register.siret(of: siren, first: true)
        case "expt_rais": "Commune de \(place.name)"
        case "nb_places": String(chance.within(1...12))
        case "longueur_m": Register.decimal(Double(chance.within(33...76)) / 10, places: 1)
        case "ENFANT_PRENOM": Facts.firstNames[line % Facts.firstNames.count]
        case "ANNEE": String(2010 + line / Facts.firstNames.count % 15)
        case "NOMBRE_OCCURRENCES": String(chance.within(1...320))
        case "BUDGET_ANNEE": String(days[0].prefix(4))
        default: nil
        }
    }

    private func sending(_ place: Place) -> String { place.code }
}

extension Register {
    /// The SIRET number of the seat of a legal unit.
    static func siret(of siren: String, first: Bool) -> String { siren + "0001" + String(key(of: siren + "0001")) }
}
