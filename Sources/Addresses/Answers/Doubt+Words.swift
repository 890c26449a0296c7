public import Texts

extension Doubt {
    /// Why an answer is not taken without somebody looking at it, for people.
    public var text: Text {
        switch self {
        case .unlike: Text(fr: "rien de semblable n'a été trouvé", en: "nothing alike was found")
        case .otherCommune:
            Text(fr: "la commune n'est pas celle qui est écrite", en: "the commune is not the one written")
        case .uncertainCommune: Text(fr: "la commune n'est pas certaine", en: "the commune is not certain")
        case .otherPostcode:
            Text(fr: "le code postal est celui d'une autre commune", en: "the postcode is that of another commune")
        case .otherKind:
            Text(fr: "le type de voie diffère (rue, impasse, allée…)", en: "the kind of street differs (rue, impasse…)")
        case .moreWords:
            Text(fr: "l'adresse a des mots que la voie n'a pas", en: "the address has words that the street has not")
        case .fewerWords:
            Text(fr: "la voie a des mots que l'adresse n'a pas", en: "the street has words that the address has not")
        case .otherSpelling:
            Text(
                fr: "le nom s'écrit autrement et pourrait être un autre",
                en: "the name is spelt otherwise, and may be another")
        case .numberMissing: Text(fr: "la voie n'a pas ce numéro", en: "the street has no such number")
        case .rival: Text(fr: "une autre voie convient aussi bien", en: "another street fits as well")
        }
    }
}

extension AddressResult.Verdict {
    /// The verdict, for people.
    public var text: Text {
        switch self {
        case .accepted: Text(fr: "localisée", en: "located")
        case .doubt: Text(fr: "à vérifier", en: "to verify")
        case .none: Text(fr: "non trouvée", en: "not found")
        }
    }
}

extension AddressAnswer {
    /// What speaks for an answer and against it, for people.
    public var evidence: [Text] {
        var words = [number.text]
        words.append(
            street.isSameSpelling
                ? Text(fr: "voie écrite de même", en: "street spelt the same")
                : Text(
                    fr: "voie semblable à \(Int(street.similarity * 100))\u{00A0}%",
                    en: "street alike at \(Int(street.similarity * 100))%"))
        words.append(Text(fr: "commune", en: "commune") + commune.text)
        if postcode != .unknown { words.append(Text(fr: "code postal", en: "postcode") + postcode.text) }
        if communeCode != .unknown { words.append(Text(fr: "code Insee", en: "INSEE code") + communeCode.text) }
        return words
    }
}

extension NumberEvidence {
    fileprivate var text: Text {
        switch self {
        case .found: Text(fr: "numéro trouvé", en: "number found")
        case .otherSuffix: Text(fr: "numéro trouvé, autre indice", en: "number found, another suffix")
        case .range: Text(fr: "premier numéro de la plage trouvé", en: "first number of the range found")
        case .interpolated: Text(fr: "numéro situé entre ses voisins", en: "number placed between its neighbours")
        case .missing: Text(fr: "numéro absent de la voie", en: "number not in the street")
        case .notTyped: Text(fr: "sans numéro", en: "without a number")
        }
    }
}

extension Agreement {
    fileprivate var text: Text {
        switch self {
        case .same: Text(fr: "identique", en: "the same")
        case .alike: Text(fr: "semblable", en: "alike")
        case .differs: Text(fr: "différent", en: "differs")
        case .unknown: Text(fr: "non précisé", en: "not given")
        }
    }
}
