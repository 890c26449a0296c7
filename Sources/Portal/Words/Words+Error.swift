import Texts

extension Words {
    static let notFoundTitle = Text(fr: "Cette page n'existe pas", en: "This page does not exist")
    static let notFoundLead = Text(
        fr: "L'adresse est peut-être incomplète, ou ce lieu n'est plus publié.",
        en: "The address may be incomplete, or this place is no longer published.")
    static let notAllowedTitle = Text(fr: "Cette page se lit seulement", en: "This page can only be read")
    static let notAllowedLead = Text(
        fr: "On ne peut rien envoyer à cette adresse.", en: "Nothing can be sent to this address.")
    static let badRequestTitle = Text(fr: "Cette demande n'est pas comprise", en: "This request is not understood")
    static let badRequestLead = Text(
        fr: "L'adresse est trop longue ou mal écrite.", en: "The address is too long or badly written.")
    static let failureTitle = Text(fr: "Quelque chose n'a pas marché", en: "Something went wrong")
    static let failureLead = Text(
        fr: "C'est de notre côté. Réessayez dans un instant\u{00A0}; vos données ne sont pas en cause.",
        en: "It is on our side. Try again in a moment; your data are not the cause.")
    static let backHome = Text(fr: "Revenir à l'accueil", en: "Back to the home page")

    static let accessibilityTitle = Text(fr: "Accessibilité", en: "Accessibility")
    static let accessibilityBody = Text(
        fr: """
            Ce site est conçu pour être lu par tout le monde\u{00A0}: au clavier, avec un lecteur d'écran, agrandi, sur un \
            téléphone et sans JavaScript. Chaque carte a son équivalent en liste. Il n'a pas encore été contrôlé selon \
            le RGAA\u{00A0}4.1.2\u{00A0}: il est donc déclaré non conforme, comme la règle le veut en l'absence d'audit.
            """,
        en: """
            This site is made to be read by everybody: with a keyboard, with a screen reader, magnified, on a telephone \
            and without JavaScript. Each map has its equivalent as a list. It has not yet been audited against RGAA \
            4.1.2: it is therefore declared not compliant, as the rule wants where there is no audit.
            """)
    static let accessibilityHelp = Text(
        fr: """
            Si quelque chose vous empêche de lire une page, dites-le-nous\u{00A0}: nous vous donnerons l'information \
            autrement. Sans réponse de notre part, vous pouvez saisir le Défenseur des droits.
            """,
        en: """
            If anything keeps you from reading a page, tell us: we will give you the information in another way. Without \
            an answer from us, you may turn to the French ombudsman (Défenseur des droits).
            """)
}
