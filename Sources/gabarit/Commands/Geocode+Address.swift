import AddressAnswers
import Addresses
import ArgumentParser
import Foundation
import Tables
import Texts

// One address, typed into the terminal.
extension Geocode {
    func locateOne(_ desk: AddressDesk) throws {
        let findings = try findings(desk)
        if json {
            print(GeocodeJSON(findings, query: what, limit: limit, isEvident: true).text(desk))
        } else {
            for line in sentences(findings) { print(line.in(language)) }
        }
        if findings.verdict != .accepted { throw ExitCode(1) }
    }

    private func findings(_ desk: AddressDesk) throws -> AddressFindings {
        if reverse { return AddressFindings(around: desk.nearest(to: try place(), limit: limit)) }
        if complete { return AddressFindings(around: desk.complete(what, limit: limit)) }
        return desk.answer(AddressQuestion(what, limit: limit))
    }

    /// A place as people write it: latitude first.
    private func place() throws -> Coordinate {
        let numbers = what.split { $0 == "," || $0 == " " || $0 == ";" }.compactMap { Double($0) }
        guard numbers.count == 2, abs(numbers[0]) <= 90, abs(numbers[1]) <= 180 else {
            throw Unusable(
                fr: "« \(what) » n'est pas une position : écrivez la latitude puis la longitude, comme « 48.79,2.35 ».",
                en: "“\(what)” is no place: write the latitude, then the longitude, such as “48.79,2.35”.")
        }
        return Coordinate(longitude: numbers[1], latitude: numbers[0])
    }

    private func sentences(_ findings: AddressFindings) -> [Text] {
        guard let first = findings.places.first else {
            return [Text(fr: "Aucune adresse trouvée.", en: "No address found.")]
        }
        if complete || reverse { return findings.places.map(line) }
        let verdict = findings.verdict.text
        let reasons = findings.doubts.map(\.text)
        let why = reasons.isEmpty ? "" : " : "
        var lines = [
            line(first),
            Text(
                fr: verdict.fr.capitalizedFirst + why + reasons.map(\.fr).joined(separator: ", ") + ".",
                en: verdict.en.capitalizedFirst + why.trimmingPrefix(" ") + reasons.map(\.en).joined(separator: ", ")
                    + "."),
        ]
        if let evidence = first.evidence?.evidence {
            lines.append(
                Text(
                    fr: "Indices : " + evidence.map(\.fr).joined(separator: ", ") + ".",
                    en: "Evidence: " + evidence.map(\.en).joined(separator: ", ") + "."))
        }
        let others = findings.places.dropFirst()
        if !others.isEmpty {
            lines.append(Text(fr: "Autres réponses :", en: "Other answers:"))
            lines += others.map { Text(fr: "  " + line($0).fr, en: "  " + line($0).en) }
        }
        return lines
    }

    private func line(_ place: FoundPlace) -> Text {
        let point = "\(place.place.point.latitude), \(place.place.point.longitude)"
        guard let metres = place.metres else { return Text(verbatim: "\(place.label)  (\(point))") }
        return Text(
            fr: "\(place.label)  (\(point)) à \(Int(metres)) m", en: "\(place.label)  (\(point)) at \(Int(metres)) m")
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
