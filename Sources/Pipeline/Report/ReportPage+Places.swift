import Geocoding
import Intake
import Markup
import Review
import Tables
import Texts

// Where things are, and where it is not known.
extension ReportPage {
    /// The addresses in doubt, the most doubtful first: what is thought, where it may be, and why.
    var places: HTML? {
        let open = reviewed.locations.filter { $0.status != .accepted }
        let title = say("Positions à vérifier", "Positions to check")
        guard !open.isEmpty else {
            return located.isEmpty ? nil : section(say("Positions", "Positions"), located)
        }
        let queue = open.sorted { first, second in
            (first.candidates.first?.score ?? 0, first.row) < (second.candidates.first?.score ?? 0, second.row)
        }
        let rows = queue.prefix(Self.mostLines).map { location -> [HTML] in
            [
                "\(prepared.reception.table.rowNumbers[location.row])", value(location.query),
                "\(remark(on: location))", candidates(of: location),
            ]
        }
        let headers = [
            say("Ligne", "Row"), say("Adresse", "Address"), say("Remarque", "Remark"),
            say("Où est-ce ?", "Where is it?"),
        ]
        let advice = open.contains { !$0.candidates.isEmpty } ? answering : ""
        return section(title, located + advice, table(headers, rows, total: open.count))
    }

    private var answering: String {
        say(
            "Les plus douteuses d'abord. Répondez dans la feuille « Questions » du classeur corrigé : la réponse est retenue.",
            "The most doubtful first. Answer in the sheet “Questions” of the corrected workbook: the answer is remembered."
        )
    }

    /// How many addresses the base placed; each one is in report.json with its evidence.
    private var located: String {
        let found = reviewed.locations.filter { $0.status == .accepted && $0.evidence["source"] == "address" }
        guard !found.isEmpty else { return "" }
        let all = Text.number(found.count)
        let houses = Text.number(found.count { $0.precision == .housenumber })
        return say(
            "Adresses placées d'après la base d'adresses : \(all.fr), dont \(houses.fr) à leur numéro. ",
            "Addresses placed by the address base: \(all.en), \(houses.en) of them at their number. ")
    }

    private func remark(on location: Location) -> String {
        location.remark.map(say)
            ?? say(
                "Pas de position : à placer sur la carte.", "No position: to be placed on the map.")
    }

    private func candidates(of location: Location) -> HTML {
        guard !location.candidates.isEmpty else { return .empty }
        let list = location.candidates.map { "<li>\($0.label)</li>" as HTML }
        return "\(PlaceMap(location: location, language: language).svg)<ol class=\"candidates\">\(list)</ol>"
    }
}
