import Texts

extension Words {
    // MARK: The past

    static func pastNote(_ moment: Text) -> Text {
        Text(
            fr: "Vous lisez ce qui était publié le \(moment.fr).",
            en: "You are reading what was published on \(moment.en)."
        )
    }
    static let seeToday = Text(fr: "Voir ce qui est publié aujourd'hui", en: "See what is published today")
    static let momentTitle = Text(fr: "Cette date n'est pas comprise", en: "This date is not understood")
    static let momentLead = Text(
        fr: "Écrivez un jour comme 2026-10-01, ou un instant comme 2026-10-01T12:00:00Z.",
        en: "Write a day such as 2026-10-01, or an instant such as 2026-10-01T12:00:00Z.")
    static let futureTitle = Text(fr: "Ce jour n'est pas encore venu", en: "This day has not come yet")
    static let futureLead = Text(
        fr: "Choisissez un jour passé, ou lisez ce qui est publié aujourd'hui.",
        en: "Choose a day of the past, or read what is published today.")
    static let notYetTitle = Text(fr: "Rien n'était encore publié", en: "Nothing was published yet")
    static func notYetLead(_ day: Text, first: Text) -> Text {
        Text(
            fr:
                "Le \(day.fr), ce jeu de données n'existait pas encore\u{00A0}: la première publication date du \(first.fr).",
            en: "On \(day.en) this dataset did not exist yet: the first release is of \(first.en).")
    }
    static let notThenTitle = Text(fr: "Ce lieu n'était pas publié", en: "This place was not published")
    static func notThenLead(_ day: Text) -> Text {
        Text(
            fr: "Rien n'était publié sous cet identifiant le \(day.fr).",
            en: "Nothing was published under this identifier on \(day.en).")
    }
    static let busyTitle = Text(fr: "Beaucoup de monde lit le passé", en: "Many people are reading the past")
    static let busyLead = Text(
        fr: "Revenez dans un instant\u{00A0}: cet état est long à retrouver, et d'autres attendent déjà.",
        en: "Come back in a moment: this state takes long to find, and others are waiting already.")

    // MARK: The life of an object

    static let history = Text(fr: "Ce qui a changé", en: "What has changed")
    static let added = Text(fr: "Publié pour la première fois", en: "Published for the first time")
    static let addedAgain = Text(fr: "Publié de nouveau", en: "Published again")
    static let changed = Text(fr: "Modifié", en: "Changed")
    static let removed = Text(fr: "Retiré", en: "Removed")
    static let position = Text(fr: "Position", en: "Position")
    static let moved = Text(fr: "déplacée", en: "moved")
    static let valueBefore = Text(fr: "avant\u{00A0}:", en: "before:")
    static let valueAfter = Text(fr: "après\u{00A0}:", en: "after:")
    static func by(_ commune: String) -> Text { Text(fr: "par \(commune)", en: "by \(commune)") }
    static func older(_ count: Int) -> Text {
        Text(
            fr: "Les \(count) changements les plus récents sont montrés.",
            en: "The \(count) most recent changes are shown.")
    }
    static let forPrograms = Text(fr: "Pour les programmes (JSON)", en: "For programs (JSON)")
    static let goneTitle = Text(fr: "Ce lieu n'est plus publié", en: "This place is no longer published")
    static func gone(_ day: Text, _ commune: String) -> Text {
        Text(
            fr: "\(commune) l'a retiré le \(day.fr). Son identifiant ne sera donné à aucun autre.",
            en: "\(commune) removed it on \(day.en). Its identifier will not be given to another.")
    }
    static let lastKnown = Text(fr: "Ce qui en était publié en dernier", en: "What was published of it last")

    // MARK: The versions of a dataset

    static let versions = Text(fr: "Versions", en: "Versions")
    static let versionsOf = Text(fr: "Toutes les versions, jour par jour", en: "All versions, day by day")
    static let versionsTitle = Text(fr: "Les versions", en: "The versions")
    static let versionsLead = Text(
        fr:
            "Chaque publication d'une commune fait une nouvelle version. Aucune ne se perd\u{00A0}: chacune reste à lire.",
        en: "Each release of a commune makes a new version. None is lost: each one can still be read.")
    static let onDay = Text(fr: "Tel qu'il était le", en: "As it was on")
    static let releases = Text(fr: "Publications", en: "Releases")
    static let publishedOn = Text(fr: "Publié le", en: "Published on")
    static let whatChanged = Text(fr: "Ce qui a changé", en: "What changed")
    static let thisState = Text(fr: "Cet état", en: "This state")
    static let readThen = Text(fr: "Le lire", en: "Read it")
    static let noVersion = Text(fr: "Aucune publication ne correspond.", en: "No release matches.")
    static func versionTitle(_ moment: Text) -> Text {
        Text(fr: "Ce qui a changé le \(moment.fr)", en: "What changed on \(moment.en)")
    }
    static let restored = Text(fr: "Un état plus ancien est rétabli", en: "An older state was brought back")
    static let confirmed = Text(
        fr: "La commune confirme que rien n'a changé", en: "The commune confirms that nothing has changed")
    static let erased = Text(
        fr: "Une valeur publiée par erreur a été effacée", en: "A value published by mistake was erased")
    static let nothingChanged = Text(fr: "Rien n'a changé", en: "Nothing changed")
    static func additions(_ count: Int) -> Text {
        .count(count, fr: ("ajout", "ajouts"), en: ("addition", "additions"))
    }
    static func alterations(_ count: Int) -> Text {
        .count(count, fr: ("modification", "modifications"), en: ("change", "changes"))
    }
    static func removals(_ count: Int) -> Text {
        .count(count, fr: ("retrait", "retraits"), en: ("removal", "removals"))
    }
    static let addedOnes = Text(fr: "Ajouts", en: "Additions")
    static let changedOnes = Text(fr: "Modifications", en: "Changes")
    static let removedOnes = Text(fr: "Retraits", en: "Removals")
    static let more = Text(fr: "La suite", en: "More")
    static let seeThen = Text(
        fr: "Lire tout le jeu de données tel qu'il était alors", en: "Read the whole dataset as it was then")
}
