import Databases
import Texts

/// What whoever runs the server is told, and what to do about it; the engine's own words stand behind.
extension DatabaseError: Sentenced {
    var sentence: Text {
        let (cause, words) = (cause, "\(state.map { "\($0) : " } ?? "")\(message)")
        return Text(fr: "\(cause.fr) (\(words))", en: "\(cause.en) (\(words))")
    }

    private var cause: Text {
        switch kind {
        case .unreachable:
            Text(
                fr:
                    "La base de données ne répond pas : rien n'a été écrit. Vérifiez son adresse et qu'elle est démarrée.",
                en: "The database does not answer: nothing was written. Check its address and that it runs.")
        case .refused:
            Text(
                fr: "La base de données refuse l'accès. Vérifiez l'utilisateur, le mot de passe et le certificat.",
                en: "The database lets nobody in. Check the user, the password and the certificate.")
        case .timeout:
            Text(
                fr: "La base de données est occupée depuis trop longtemps : rien n'a été écrit. Réessayez.",
                en: "The database has been busy for too long: nothing was written. Try again.")
        case .cancelled:
            Text(
                fr: "Le travail de la base de données a été interrompu : rien n'a été écrit.",
                en: "The work of the database was stopped: nothing was written.")
        case .full:
            Text(
                fr: "Le disque de la base de données est plein : rien n'a été écrit. Libérez de la place.",
                en: "The disk of the database is full: nothing was written. Make room.")
        case .damaged:
            Text(
                fr: "Le fichier de la base de données est abîmé. Reprenez la dernière sauvegarde.",
                en: "The file of the database is damaged. Go back to the last backup.")
        case .readOnly:
            Text(
                fr: "La base de données ne peut être que lue. Donnez le droit d'écrire dans son dossier.",
                en: "The database can only be read. Allow writing in its folder.")
        case .constraint:
            Text(
                fr:
                    "La base de données refuse une ligne : rien n'a été écrit. C'est une erreur de Gabarit, signalez-la.",
                en: "The database refuses a row: nothing was written. This is an error of Gabarit, report it.")
        case .serialization:
            Text(
                fr: "Deux écritures se sont gênées : rien n'a été écrit. Réessayez.",
                en: "Two writes were in each other's way: nothing was written. Try again.")
        case .outcomeUnknown:
            Text(
                fr: "La connexion s'est perdue au moment d'écrire. Regardez si c'est fait avant de réessayer.",
                en: "The connection was lost while writing. Look whether it is done before trying again.")
        case .closed:
            Text(fr: "La base de données a été fermée.", en: "The database was closed.")
        case .other:
            Text(fr: "La base de données ne peut pas faire cela.", en: "The database cannot do that.")
        }
    }
}
