import Territories
import Texts

/// Decides which commune a row belongs to, by what its parts say together. Where two clear parts contradict each
/// other, nothing is guessed unless all the others take the same side.
struct CommuneIdentity {
    let setting: RowSetting
    /// The field under which answers about communes are remembered.
    let field: String
    /// Whether all that the file says of communes was read. Else the sender's commune is only likely: a column that
    /// nobody read may name another one.
    let isTold: Bool
    var reference: Reference { setting.reference }

    func verdict(on said: CommuneSayings) -> CommuneVerdict {
        if let answer = setting.memory.answer(field: field, value: said.spoken), let chosen = commune(answered: answer)
        {
            return settle(said, on: chosen, rule: "remembered", degree: .certain)
        }
        if said.name.isEmpty { return withoutName(said) }
        return figures(said) ?? named(said)
    }

    // MARK: Without a name

    private func withoutName(_ said: CommuneSayings) -> CommuneVerdict {
        if let commune = reference.commune(code: said.code) {
            let isSure = !said.supposed.contains(.code) || setting.sender?.code == commune.code
            return settle(said, on: commune, rule: "commune-name", degree: isSure ? sureness(commune, said) : .likely)
        }
        if let commune = reference.commune(code: said.uidCode) {
            return settle(said, on: commune, rule: "commune-of-uid", degree: .certain)
        }
        if let sender = setting.sender, fits(said.postcode, sender) {
            return settle(said, on: sender, rule: "commune-of-sender", degree: isTold ? .certain : .likely)
        }
        let parents = Set(reference.communes(postcode: said.postcode).map(\.parentCode))
        if parents.count == 1, let code = parents.first, let commune = reference.commune(code: code) {
            return settle(said, on: commune, rule: "commune-of-postcode", degree: .likely)
        }
        return asking(said, among: reference.communes(postcode: said.postcode))
    }

    // MARK: With a name

    private func named(_ said: CommuneSayings) -> CommuneVerdict {
        let hints = Hints(
            code: said.code.isEmpty ? nil : said.code, postcode: said.postcode.isEmpty ? nil : said.postcode,
            identifierCode: said.uidCode.isEmpty ? nil : said.uidCode, sender: setting.sender?.code)
        switch reference.match(name: said.name, among: setting.scope, hints: hints) {
        case .exact(let commune), .certain(let commune, _): return weigh(said, commune, .certain)
        case .likely(let commune, _): return weigh(said, commune, .likely)
        case .ambiguous(let communes): return asking(said, among: communes)
        case .none(let closest): return asking(said, among: closest)
        }
    }

    /// The name is read: does the rest of the row agree?
    private func weigh(_ said: CommuneSayings, _ named: Commune, _ degree: Degree) -> CommuneVerdict {
        guard let coded = reference.commune(code: said.code), coded.parentCode != named.parentCode else {
            let place = reference.commune(code: said.code) ?? specific(named, said)
            return settle(said, on: place, rule: "commune-name", degree: min(degree, sureness(place, said)))
        }
        // A code that was only supposed does not hold against a name.
        if said.supposed.contains(.code), degree == .certain {
            return settle(said, on: specific(named, said), rule: "commune-name", degree: .likely)
        }
        // Name and code contradict each other.
        let onSideOfName = supports(named, said), onSideOfCode = supports(coded, said)
        if onSideOfName > onSideOfCode, onSideOfCode == 0, degree == .certain {
            return settle(said, on: specific(named, said), rule: "commune-code", degree: .likely)
        }
        return asking(said, among: [named, coded] + reference.communes(postcode: said.postcode))
    }

    /// Nothing is certain where the postcode is that of another commune and nothing else speaks for this one.
    private func sureness(_ commune: Commune, _ said: CommuneSayings) -> Degree {
        guard reference.contains(postcode: said.postcode, code: commune.code) == false,
            !said.supposed.contains(.postcode),
            !reference.communes(postcode: said.postcode).isEmpty
        else { return .certain }
        let isNamed = !said.name.isEmpty && reference.commune(code: said.code)?.parentCode == commune.parentCode
        return isNamed || supports(commune, said) > 0 ? .certain : .likely
    }

    /// How many of postcode and identifier speak for a commune.
    private func supports(_ commune: Commune, _ said: CommuneSayings) -> Int {
        let byPostcode =
            !said.postcode.isEmpty && reference.contains(postcode: said.postcode, code: commune.code) == true
        let byUid = reference.commune(code: said.uidCode)?.parentCode == commune.parentCode
        return (byPostcode ? 1 : 0) + (byUid ? 1 : 0)
    }

    /// The arrondissement, where the identifier or the postcode says which.
    private func specific(_ commune: Commune, _ said: CommuneSayings) -> Commune {
        let districts = reference.districts(of: commune.code)
        guard !districts.isEmpty else { return commune }
        if let district = districts.first(where: { $0.code == said.uidCode }) { return district }
        let byPostcode = districts.filter { $0.postcodes.contains(said.postcode) }
        return byPostcode.count == 1 ? byPostcode[0] : commune
    }

    // MARK: Once the commune is known

    /// Writes the name, the code and the postcode of a commune where they are missing or spelt otherwise.
    func settle(_ said: CommuneSayings, on place: Commune, rule: String, degree: Degree) -> CommuneVerdict {
        var verdict = CommuneVerdict()
        let commune = reference.parent(of: place.code) ?? place
        let isDistrict = reference.commune(code: said.code)?.parentCode == commune.code
        let name = keepsName(said, commune, place) ? said.name : commune.name
        if said.name != name { verdict.changes.append(.init(part: .name, value: name, rule: rule, degree: degree)) }
        if !isDistrict, said.code != place.code {
            verdict.changes.append(
                .init(
                    part: .code, value: place.code, rule: rule == "commune-name" ? "commune-code" : rule, degree: degree
                ))
        }
        if said.code == place.code, degree == .certain { verdict.confirmed.insert(.code) }
        settlePostcode(said, place, rule, degree, &verdict)
        if let other = reference.commune(code: said.uidCode), other.parentCode != commune.code, verdict.remark == nil {
            verdict.remark = Text(
                fr:
                    "L'identifiant contient le code \(said.uidCode) (\(other.name)), mais la ligne est à \(commune.name).",
                en: "The identifier holds the code \(said.uidCode) (\(other.name)), but the row is in \(commune.name).")
        }
        return verdict
    }

    /// A commune that has merged keeps its name in a file that gives its own code.
    private func keepsName(_ said: CommuneSayings, _ commune: Commune, _ place: Commune) -> Bool {
        said.name == place.name && !place.isCurrent
    }

    private func settlePostcode(
        _ said: CommuneSayings, _ place: Commune, _ rule: String, _ degree: Degree, _ verdict: inout CommuneVerdict
    ) {
        if said.postcode.isEmpty {
            guard place.postcodes.count == 1, let postcode = place.postcodes.first else { return }
            verdict.changes.append(.init(part: .postcode, value: postcode, rule: "postcode-of-commune", degree: degree))
        } else if reference.contains(postcode: said.postcode, code: place.code) == true {
            if degree == .certain { verdict.confirmed.insert(.postcode) }
        } else if reference.contains(postcode: said.postcode, code: place.code) == false {
            if rule == "remembered" || said.supposed.contains(.postcode) {
                let own = place.postcodes.count == 1 ? place.postcodes[0] : ""
                let isAnswered = rule == "remembered"
                verdict.changes.append(
                    .init(
                        part: .postcode, value: own, rule: isAnswered ? rule : "postcode-of-commune",
                        degree: isAnswered ? degree : .likely))
                return
            }
            let others = reference.communes(postcode: said.postcode).map(\.name)
            let owner =
                others.isEmpty
                ? Text(fr: "inconnu", en: "unknown") : Text(verbatim: others.prefix(3).joined(separator: ", "))
            verdict.remark = Text(
                fr:
                    "Le code postal \(said.postcode) (\(owner.fr)) n'est pas un de ceux de \(place.name) (\(place.postcodes.joined(separator: ", "))).",
                en:
                    "The postcode \(said.postcode) (\(owner.en)) is not one of \(place.name) (\(place.postcodes.joined(separator: ", ")))."
            )
        }
    }

    private func fits(_ postcode: String, _ commune: Commune) -> Bool {
        postcode.isEmpty || reference.contains(postcode: postcode, code: commune.code) != false
    }
}
