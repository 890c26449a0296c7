public import Texts

/// Why an address base cannot be used.
public enum AddressBaseError: Error, Equatable {
    /// There is no such file, or it may not be read.
    case missing(String)
    /// The file is no index of addresses.
    case notAnIndex(String)
    /// The index was made by another version.
    case otherVersion(String)
    /// The file ends before its end.
    case truncated(String)
    /// The file holds no addresses in a form that is known.
    case foreign(String)
    /// A file could not be written.
    case unwritable(String)
    /// The person stopped the work.
    case cancelled

    /// What happened and what to do, for people.
    public var sentence: Text {
        switch self {
        case .missing(let name):
            Text(
                fr: "Le fichier « \(name) » n'existe pas ou ne peut pas être lu.",
                en: "The file “\(name)” does not exist or cannot be read.")
        case .notAnIndex(let name):
            Text(
                fr: "« \(name) » n'est pas un index d'adresses : construisez-le avec « gabarit addresses build ».",
                en: "“\(name)” is not an index of addresses: build one with “gabarit addresses build”.")
        case .otherVersion(let name):
            Text(
                fr:
                    "« \(name) » a été construit par une autre version de Gabarit : reconstruisez-le avec « gabarit addresses build ».",
                en: "“\(name)” was built by another version of Gabarit: build it anew with “gabarit addresses build”.")
        case .truncated(let name):
            Text(
                fr: "« \(name) » est incomplet (fichier tronqué) : téléchargez-le ou reconstruisez-le.",
                en: "“\(name)” is not complete (truncated file): download it or build it again.")
        case .foreign(let name):
            Text(
                fr:
                    "« \(name) » n'est pas une base d'adresses connue : il faut un fichier CSV de la BAN (numero, nom_voie, code_insee, lon, lat…) ou une BAL 1.3 à 1.5.",
                en:
                    "“\(name)” is no known address base: a CSV file of the BAN (numero, nom_voie, code_insee, lon, lat…) or a BAL 1.3 to 1.5 is needed."
            )
        case .unwritable(let name):
            Text(fr: "« \(name) » ne peut pas être écrit.", en: "“\(name)” cannot be written.")
        case .cancelled:
            Text(fr: "Arrêté : l'index existant n'a pas changé.", en: "Stopped: the existing index is unchanged.")
        }
    }
}
