import Foundation
import Review
import Schemas
import Tables
import Territories
import Texts

/// An error that says in one sentence what is wrong and what to do.
protocol Sentenced: Error {
    var sentence: Text { get }
}

extension UnreadableFile: Sentenced {
    var sentence: Text { text }
}

extension UnusableSchema: Sentenced {
    var sentence: Text { text }
}

extension UnusableReference: Sentenced {
    var sentence: Text { text }
}

extension UnusableDecisions: Sentenced {
    var sentence: Text { text }
}

/// Something that the caller gave and that cannot be used.
struct Unusable: Sentenced {
    let sentence: Text

    init(fr: String, en: String) { sentence = Text(fr: fr, en: en) }
}

extension Unusable {
    static func commune(_ code: String) -> Unusable {
        Unusable(
            fr: """
                Aucune commune connue n'a le code Insee « \(code) ». Vérifiez-le, ou importez la table des communes avec \
                « gabarit reference import ».
                """,
            en: """
                No known commune has the INSEE code “\(code)”. Check it, or import the table of communes with \
                “gabarit reference import”.
                """)
    }

    static func decision(_ id: String) -> Unusable {
        Unusable(
            fr: "Aucune décision ne porte le signe « \(id) ». « gabarit decisions list » les montre toutes.",
            en: "No decision bears the sign “\(id)”. “gabarit decisions list” shows them all.")
    }

    static func field(_ name: String, _ schema: String) -> Unusable {
        Unusable(
            fr: "Le modèle « \(schema) » n'a pas de champ « \(name) ». « gabarit schemas show \(schema) » les montre.",
            en: "The schema “\(schema)” has no field “\(name)”. “gabarit schemas show \(schema)” shows them.")
    }

    static func missingFile(_ path: String) -> Unusable {
        Unusable(fr: "Le fichier « \(path) » n'existe pas.", en: "There is no file “\(path)”.")
    }

    static func unwritable(_ path: String, _ error: any Error) -> Unusable {
        Unusable(
            fr: "Impossible d'écrire dans « \(path) » : \(error.localizedDescription)",
            en: "Cannot write to “\(path)”: \(error.localizedDescription)")
    }
}
