import Foundation
import Tables
import Texts

/// A file that an office publishes about communes, recognised by what is in it.
enum OfficialFile {
    case communes(SeparatedText)
    case changes(SeparatedText)
    case postcodes(SeparatedText)
    case joined(SeparatedText)
    case borders([(code: String, shape: Geometry)])

    init(_ file: URL) throws {
        let data = try Data(contentsOf: file)
        let name = file.lastPathComponent
        if data.first(where: { $0 != 0x20 && $0 != 0x0A && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }) == 0x7B {
            let borders = BorderFile.read(data)
            guard !borders.isEmpty else { throw Self.foreign(name) }
            self = .borders(borders)
            return
        }
        let text = SeparatedText(data)
        if text.column("typecom") != nil, text.column("com") != nil, text.column("libelle") != nil {
            self = .communes(text)
        } else if text.column("com_av") != nil, text.column("com_ap") != nil, text.column("date_eff") != nil {
            self = .changes(text)
        } else if text.column(PostcodeFile.code) != nil, text.column(PostcodeFile.postcode) != nil,
            text.column(PostcodeFile.destination) != nil
        {
            self = .postcodes(text)
        } else if text.column(JoinedFile.code) != nil, text.column(JoinedFile.name) != nil {
            self = .joined(text)
        } else {
            throw Self.foreign(name)
        }
    }

    /// The list of communes comes first: the others speak of its codes.
    var order: Int {
        switch self {
        case .communes: 0
        case .joined: 1
        case .changes: 2
        case .postcodes: 3
        case .borders: 4
        }
    }

    var title: String {
        switch self {
        case .communes: "INSEE, communes"
        case .joined: "communes"
        case .changes: "INSEE, mouvements"
        case .postcodes: "La Poste, codes postaux"
        case .borders: "contours"
        }
    }

    func add(to ledger: inout CommuneLedger) {
        switch self {
        case .communes(let text): CommuneFile.add(text, to: &ledger)
        case .joined(let text): JoinedFile.add(text, to: &ledger)
        case .changes(let text): ChangeFile.add(text, to: &ledger)
        case .postcodes(let text): PostcodeFile.add(text, to: &ledger)
        case .borders: break
        }
    }

    func addBorders(to ledger: inout BorderLedger, reference: Reference) {
        if case .borders(let borders) = self { ledger.add(borders, reference: reference) }
    }

    private static func foreign(_ name: String) -> UnusableReference {
        UnusableReference(
            text: Text(
                fr: """
                    « \(name) » n’est pas un fichier de communes connu. Sont acceptés : les listes de communes et de \
                    mouvements de l’INSEE, la base des codes postaux de La Poste, une table avec les colonnes \
                    « code_insee » et « nom », ou des contours de communes en GeoJSON.
                    """,
                en: """
                    “\(name)” is no known file about communes. Accepted are INSEE’s lists of communes and of changes, \
                    La Poste’s base of postcodes, a table with the columns “code_insee” and “nom”, or the outlines of \
                    communes as GeoJSON.
                    """))
    }
}
