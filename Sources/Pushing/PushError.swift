public import Texts

/// Why a dataset could not be pushed.
public enum PushError: Error, Sendable, Equatable {
    /// The address is not encrypted: a key would be read by everybody on the way.
    case unprotected(String)
    /// The server does not answer.
    case unreachable(String)
    /// The key is not known there.
    case unknownKey
    /// The key is known and may not do this.
    case forbidden(String)
    /// What is sent is not accepted; the words are those of the server.
    case refused(String)
    /// The dataset was deleted there by somebody.
    case deleted(String)
    /// What is asked for is not there.
    case notFound(String)
    /// The server asked to be left alone, each time.
    case tooOften
    /// The server is broken.
    case broken(Int)
    /// The server answers something else than what this kind of server says.
    case misunderstood(String)
    /// The dataset is there, and its identifier could not be written down here.
    case notRemembered(id: String, String)

    /// What happened and what to do.
    public var text: Text {
        switch self {
        case .unprotected(let address):
            Text(
                fr:
                    "L'adresse « \(address) » n'est pas chiffrée : votre clé pourrait être lue. Donnez une adresse en https.",
                en: "The address “\(address)” is not encrypted: your key could be read. Give an https address.")
        case .unreachable(let words):
            Text(
                fr:
                    "Le site ne répond pas (\(words)). Vérifiez la connexion et recommencez : rien ne sera publié deux fois.",
                en:
                    "The site does not answer (\(words)). Check the connection and try again: nothing is published twice."
            )
        case .unknownKey:
            Text(
                fr: "La clé d'API est refusée. Copiez-la de nouveau depuis votre profil sur data.gouv.fr.",
                en: "The API key is refused. Copy it again from your profile on data.gouv.fr.")
        case .forbidden(let words):
            Text(
                fr:
                    "Cette clé n'a pas le droit de faire cela (\(words)). Le compte doit être éditeur de l'organisation.",
                en: "This key may not do that (\(words)). The account must be an editor of the organisation.")
        case .refused(let words):
            Text(fr: "data.gouv.fr refuse la fiche : \(words).", en: "data.gouv.fr refuses the sheet: \(words).")
        case .deleted(let id):
            Text(
                fr: """
                    Ce jeu de données a été supprimé sur data.gouv.fr (\(id)). Restaurez-le là-bas, ou dites de l'oublier \
                    pour en créer un autre.
                    """,
                en: """
                    This dataset was deleted on data.gouv.fr (\(id)). Restore it there, or say to forget it to create \
                    another one.
                    """)
        case .notFound(let what):
            Text(
                fr: "« \(what) » n'existe pas sur ce site. Vérifiez l'adresse et l'identifiant de l'organisation.",
                en: "“\(what)” does not exist on this site. Check the address and the identifier of the organisation.")
        case .tooOften:
            Text(
                fr: "Le site demande de ralentir. Recommencez dans quelques minutes.",
                en: "The site asks to slow down. Try again in some minutes.")
        case .broken(let status):
            Text(
                fr: "Le site est en panne (erreur \(status)). Recommencez plus tard : rien ne sera publié deux fois.",
                en: "The site is broken (error \(status)). Try again later: nothing is published twice.")
        case .misunderstood(let words):
            Text(
                fr: "La réponse du site est incompréhensible (\(words)). Est-ce bien l'adresse de data.gouv.fr ?",
                en: "The answer of the site cannot be understood (\(words)). Is it the address of data.gouv.fr?")
        case .notRemembered(let id, let words):
            Text(
                fr: """
                    Le jeu de données est en ligne (\(id)), mais son identifiant n'a pas pu être noté ici (\(words)). Il \
                    sera retrouvé au prochain envoi.
                    """,
                en: """
                    The dataset is online (\(id)), but its identifier could not be written down here (\(words)). It will \
                    be found again next time.
                    """)
        }
    }
}
