import Addresses
import Texts

/// Why an address is to be looked at, in words for its owner.
enum DoubtWords {
    /// Nothing like it is in the base.
    static let notFound = Text(
        fr: "Cette adresse n'est pas dans la base d'adresses : à placer sur la carte.",
        en: "This address is not in the address base: to be placed on the map.")

    /// The position that was given is not at the address that was given.
    static let farFromAddress = Text(
        fr: "La position donnée est à plus de 300 m de l'adresse : à vérifier sur la carte.",
        en: "The given position is more than 300 m from the address: to be checked on the map.")

    /// The heaviest reason.
    static func remark(_ doubts: [Doubt]) -> Text { words(doubts.first { $0 != .unlike } ?? .unlike) }

    private static func words(_ doubt: Doubt) -> Text {
        switch doubt {
        case .unlike: notFound
        case .otherCommune:
            Text(
                fr: "Cette voie n'a pas été trouvée dans la commune, mais dans une autre : à vérifier.",
                en: "This street was not found in the commune, but in another one: to be checked.")
        case .uncertainCommune:
            Text(
                fr: "La commune n'est pas sûre : il manque le code postal ou le code INSEE.",
                en: "The commune is not sure: the postcode or the INSEE code is missing.")
        case .otherPostcode:
            Text(
                fr: "Le code postal est celui d'une autre commune : à vérifier.",
                en: "The postcode is that of another commune: to be checked.")
        case .otherKind:
            Text(
                fr: "La voie trouvée est d'un autre type (rue, avenue, impasse…) : est-ce bien elle ?",
                en: "The street that was found is of another kind (rue, avenue, impasse…): is it the one?")
        case .moreWords:
            Text(
                fr: "L'adresse a des mots que la voie trouvée n'a pas : est-ce bien elle ?",
                en: "The address has words that the street does not have: is it the one?")
        case .fewerWords:
            Text(
                fr: "La voie trouvée a des mots que l'adresse n'a pas : est-ce bien elle ?",
                en: "The street that was found has words that the address does not have: is it the one?")
        case .otherSpelling:
            Text(
                fr: "La voie trouvée s'écrit autrement : est-ce bien elle ?",
                en: "The street that was found is spelt otherwise: is it the one?")
        case .numberMissing:
            Text(
                fr: "La voie est connue, mais pas ce numéro : à placer sur la carte.",
                en: "The street is known, but not this number: to be placed on the map.")
        case .rival:
            Text(
                fr: "Plusieurs voies correspondent : laquelle est-ce ?", en: "Several streets fit: which one is it?")
        }
    }
}
