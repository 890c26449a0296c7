import Schemas
import Spelling
import Texts

extension Detector {
    /// A person who is named with a form of address. Streets and places are named after people: they are left alone.
    static let namedPerson = Detector(
        "named-person",
        Text(fr: "noms de personnes précédés d'une civilité", en: "persons named with a form of address"),
        held: [
            "Clés chez M. Durand", "contacter Mme LE GALL", "Monsieur Paul Martin, gardien", "Mlle Petit",
            "Mr Dupont", "Madame Ben Ali",
        ],
        innocent: [
            "M. le Maire", "Madame la directrice", "entrée M", "1 200 m. Parking", "rue de Monsieur", "Mme la Maire",
            "Hôtel de Madame",
        ],
        serves: { field in
            switch field.meaning {
            case .name, .street, .address, .fullAddress, .url, .email, .phone: false
            default: true
            }
        },
        finds: { value in
            value.utf8.contains(0x4D) && shape.matches(in: value).contains { isName($0.1, $0.2) }
        })

    private static let shape = Shape(
        /(?:^|[^\p{L}\p{N}])(?:MM?\.|Mr\.?|Mmes?\.?|Mlles?\.?|Monsieur|Madame|Mademoiselle)[\s\x{A0}]+([\p{L}'’\-]+)(?:[\s\x{A0}]+([\p{L}'’\-]+))?/
    )

    /// A capital begins a name, also after a particle (`Mme Le Gall`); an office (`Mme la Maire`) is none.
    private static func isName(_ first: Substring, _ second: Substring?) -> Bool {
        guard particles.contains(first.lowercased()) else { return isCapitalized(first) && !isOffice(first) }
        return second.map { isCapitalized($0) && !isOffice($0) } ?? false
    }

    private static func isCapitalized(_ word: Substring) -> Bool { word.first?.isUppercase == true && word.count > 1 }

    private static func isOffice(_ word: Substring) -> Bool { offices.contains(word.folded) }

    private static let particles: Set<String> = ["le", "la", "de", "du", "des", "les", "ben", "el", "van", "von"]
    private static let offices: Set<String> = [
        "maire", "president", "presidente", "directeur", "directrice", "prefet", "prefete", "ministre", "adjoint",
        "adjointe", "secretaire", "responsable", "gardien", "gardienne",
    ]
}
