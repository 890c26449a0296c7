import AddressAnswers
import Addresses
import Foundation
import Tables
import Texts

// The addresses of a file.
extension Geocode {
    func locateTable(_ file: URL) throws {
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

extension UnusableAddressTable: Sentenced {}

extension Unusable {
    static func interrupted(_ name: String) -> Unusable {
        Unusable(
            fr: "Arrêté avant la fin de « \(name) ». La même commande reprendra où elle en était.",
            en: "Stopped before the end of “\(name)”. The same command will go on where it was.")
    }
}
