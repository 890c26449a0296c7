import AddressAnswers
import Addresses
import ArgumentParser
import Foundation
import Tables
import Texts

/// Locates addresses with no network: one, or those of a table.
struct Geocode: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "geocode", abstract: "Localise une adresse, ou celles d'un fichier CSV, sans réseau.")

    @Argument(help: "Le fichier CSV, ou une adresse entre guillemets.")
    var what: String

    @OptionGroup var base: AddressBase

    @Option(help: ArgumentHelp("Les colonnes de l'adresse, séparées par des virgules.", valueName: "A,B"))
    var columns: String?

    @Option(help: ArgumentHelp("La colonne du code Insee de la commune.", valueName: "COLUMN"))
    var citycode: String?

    @Option(help: ArgumentHelp("La colonne du code postal.", valueName: "COLUMN"))
    var postcode: String?

    @Option(help: ArgumentHelp("La colonne du nom de la commune.", valueName: "COLUMN"))
    var city: String?

    @Option(
        help: ArgumentHelp(
            "Où écrire (sinon NOM.geocoded.csv à côté du fichier ; « - » : la sortie standard).", valueName: "FILE"))
    var out: String?

    @Option(help: "Combien de réponses montrer pour une adresse.")
    var limit = 5

    @Flag(help: "Cherche l'adresse la plus proche : colonnes latitude et longitude, ou « 48.79,2.35 ».")
    var reverse = false

    @Flag(help: "Propose des adresses qui commencent ainsi.")
    var complete = false

    @Option(
        help: ArgumentHelp(
            "Un autre géocodeur, interrogé pour les seules adresses d'un fichier qui ne sont pas sûres (sinon aucun).",
            valueName: "URL"))
    var secondOpinion: String?

    @Flag(help: "Écrit la réponse en GeocodeJSON, dans la forme de l'API nationale ; les comptes, pour un fichier.")
    var json = false

    @Flag(help: "Parle anglais (in English).")
    var english = false

    @OptionGroup var surroundings: Surroundings

    private var language: Language { english ? .english : .french }

    func validate() throws {
        guard (1...100).contains(limit) else { throw ValidationError("--limit : de 1 à 100.") }
    }

    func run() throws {
        if isFile {
            try locateTable(existingFile(what))
        } else {
            try locateOne(AddressDesk(base.open(in: surroundings.folder)))
        }
    }

    /// What is named is a file if there is one, or if it is named as one.
    private var isFile: Bool {
        let ending = URL(filePath: what).pathExtension.lowercased()
        return FileManager.default.fileExists(atPath: what) || ["csv", "tsv", "txt"].contains(ending)
    }

    // MARK: One address

    private func locateOne(_ desk: AddressDesk) throws {
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

    // MARK: A table

    private func locateTable(_ file: URL) throws {
        let index = try base.open(in: surroundings.folder)
        var table = try AddressTable.open(file)
        if reverse {
            try table.askAround()
        } else {
            try table.ask(
                AddressTable.Naming(
                    columns: columns?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } ?? [],
                    postcode: postcode, city: city, cityCode: citycode),
                adding: ResultColumn.own + (secondOpinion == nil ? [] : ResultColumn.otherOpinion))
            if let other = try opinion() { table.askOther = { other.ask($0) } }
        }
        say(table.reading.in(language))
        let locating = TableLocating(table, index, workers: ProcessInfo.processInfo.activeProcessorCount)
        let counts = out == "-" ? try toStandardOutput(locating) : try toFile(locating, file, table)
        if json {
            print(String(decoding: try JSONEncoder().encode(counts), as: UTF8.self))
        } else {
            say(counts.text.in(language))
        }
    }

    /// Who else is asked, if the person wants it.
    private func opinion() throws -> SecondOpinion? {
        guard let secondOpinion else { return nil }
        guard let other = SecondOpinion(secondOpinion, remembered: surroundings.folder) else {
            throw Unusable(
                fr: "« \(secondOpinion) » n'est pas une adresse web, comme https://data.geopf.fr/geocodage.",
                en: "“\(secondOpinion)” is no web address, such as https://data.geopf.fr/geocodage.")
        }
        return other
    }

    private func toStandardOutput(_ locating: TableLocating) throws -> LocatedCounts {
        let sum = CountedRows()
        try locating.run { bytes, step in
            try FileHandle.standardOutput.write(contentsOf: bytes)
            sum.add(step.counts)
            return true
        }
        return sum.counts
    }

    private func toFile(_ locating: TableLocating, _ file: URL, _ table: AddressTable) throws -> LocatedCounts {
        let name = file.deletingPathExtension().lastPathComponent
        let place =
            out.map { URL(filePath: $0) } ?? file.deletingLastPathComponent().appending(path: "\(name).geocoded.csv")
        let unfinished: UnfinishedFile
        do {
            unfinished = try UnfinishedFile(for: place, signature: signature(file, table))
        } catch {
            throw Unusable.unwritable(place.path, error)
        }
        if unfinished.blocksBefore > 0 {
            let rows = Text.rows(unfinished.counts.rows)
            say(Text(fr: "Reprise après \(rows.fr).", en: "Going on after \(rows.en).").in(language))
        }
        let interruption = Interruption()
        let line = ProgressLine(file.lastPathComponent)
        let (begun, before, language) = (Date(), unfinished.counts.rows, language)
        try locating.run(skipping: unfinished.blocksBefore) { bytes, step in
            try unfinished.append(bytes, step)
            let rows = unfinished.counts.rows
            let pace = Double(rows - before) / max(Date().timeIntervalSince(begun), 0.001)
            line.show(
                share: step.share,
                Text(
                    fr: "\(Text.rows(rows).fr), \(Text.number(Int(pace)).fr) par seconde",
                    en: "\(Text.rows(rows).en), \(Text.number(Int(pace)).en) a second"
                ).in(language))
            return !interruption.isAsked
        }
        line.end()
        if interruption.isAsked { throw Unusable.interrupted(place.lastPathComponent) }
        try unfinished.finish()
        say(Text(fr: "Résultat dans \(place.path)", en: "Result in \(place.path)").in(language))
        return unfinished.counts
    }

    /// What must be the same for work to go on where it stopped.
    private func signature(_ file: URL, _ table: AddressTable) -> String {
        func state(_ url: URL) -> String {
            let values = try? url.resourceValues(forKeys: [.fileSizeKey, .contentModificationDateKey])
            let time = values?.contentModificationDate?.timeIntervalSince1970 ?? 0
            return "\(url.standardizedFileURL.path) \(values?.fileSize ?? 0) \(time)"
        }
        let arguments =
            [columns, citycode, postcode, city, secondOpinion].map { $0 ?? "-" } + [reverse ? "reverse" : "search"]
        return ([gabaritVersion, state(file), state(base.file(in: surroundings.folder))] + arguments)
            .joined(separator: " | ")
    }
}

/// A sum over pieces that several threads hand in, one at a time.
private final class CountedRows: @unchecked Sendable {
    // `TableLocating` hands blocks on one by one.
    private(set) var counts = LocatedCounts()

    func add(_ other: LocatedCounts) { counts = counts + other }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension UnusableAddressTable: Sentenced {}

extension Unusable {
    static func interrupted(_ name: String) -> Unusable {
        Unusable(
            fr: "Arrêté avant la fin de « \(name) ». La même commande reprendra où elle en était.",
            en: "Stopped before the end of “\(name)”. The same command will go on where it was.")
    }
}
