import Foundation
import Tables
import Territories
import Testing

/// The folder of official files that stands beside the project on some machines.
private let official: URL = {
    var root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.deletingLastPathComponent().appending(path: "shared/reference")
}()

private let hasOfficialFiles = FileManager.default.fileExists(atPath: official.path)

@Suite(
    "The whole of France, from the official files in ../shared",
    .enabled(if: hasOfficialFiles, "../shared/reference is not on this machine"))
struct NationalTests {
    private static let imported = Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "gabarit-test-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = [
            "communes/laposte-hexasmal-2025-06-19.csv", "communes/communes.csv", "communes/communes-fr-2026.csv",
            "communes/mouvements-communes.csv", "contours/communes-69-rhone.geojson",
            "contours/communes-94-val-de-marne.geojson",
        ].map { official.appending(path: $0) }
        _ = try Reference.importing(files: files, into: folder.appending(path: "reference"))
        let start = ContinuousClock.now
        let reference = Reference.load(dataFolder: folder)
        print("loaded \(reference.communes.count) communes in \(ContinuousClock.now - start)")
        return reference
    }

    private var reference: Reference { get throws { try Self.imported.get() } }

    @Test func allCommunesAreKnown() throws {
        let reference = try reference
        #expect(reference.communes.count { $0.kind == .commune } == 34_875)
        #expect(reference.districts(of: "75056").count == 20)
        #expect(reference.communes(epci: "200046977").count == 58)
        #expect(reference.communes(postcode: "75015").contains { $0.code == "75115" })
        #expect(reference.successor(of: "69152", on: "2020-01-01")?.name == "Pierre-Bénite")
        #expect(reference.successor(of: "69152")?.name == "Oullins-Pierre-Bénite")
        #expect(reference.successor(of: "78286")?.code == "91286")
    }

    @Test func everyOfficialNameIsFoundInItsOwnTerritory() throws {
        let reference = try reference
        let members = reference.communes.filter { $0.kind == .commune && $0.epci != nil }
        for place in stride(from: 0, to: members.count, by: 40) {
            let commune = members[place]
            let scope = Scope.epci(commune.epci?.code ?? "")
            for spelling in [
                commune.name.uppercased(), commune.name.replacing("Saint-", with: "St ").replacing("-", with: " "),
            ] {
                let found = reference.match(name: spelling, among: scope)
                let same = reference.communes(named: commune.name).filter { $0.epci == commune.epci && $0.isCurrent }
                #expect(found.commune?.code == commune.code || same.count > 1, "\(spelling) → \(found)")
            }
        }
    }

    @Test func everyAbbreviationOfLaPosteIsFoundByItsPostcode() throws {
        let reference = try reference
        let file = official.appending(path: "communes/laposte-hexasmal-2025-06-19.csv")
        var wrong = 0
        var missed = 0
        var right = 0
        var certainlyWrong = 0
        for (place, line) in try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
            .enumerated()
        where place % 50 == 0 {
            let cells = line.split(separator: "\"").filter { $0 != "," && $0 != ",," }.map(String.init)
            guard cells.count > 2, let commune = reference.commune(code: cells[0]) else { continue }
            let found = reference.match(name: cells[1], hints: Hints(postcode: cells[2]))
            switch found.commune?.parentCode {
            case commune.parentCode: right += 1
            case nil: missed += 1
            default:
                wrong += 1
                if case .certain = found { certainlyWrong += 1 }
            }
        }
        print("La Poste: right \(right), missed \(missed), wrong \(wrong)")
        #expect(certainlyWrong == 0)
        #expect(Double(right) / Double(right + missed + wrong) > 0.97)
    }

    @Test func homonymsAreNeverCertainByNameAlone() throws {
        let reference = try reference
        for name in ["Saint-Priest", "Sainte-Colombe", "Grigny", "Saint-Denis", "Belleville"] {
            switch reference.match(name: name) {
            case .exact, .certain: Issue.record("\(name) is certain")
            default: break
            }
        }
        #expect(reference.match(name: "St Priest", hints: Hints(postcode: "69800")).commune?.code == "69290")
        #expect(reference.match(name: "Sait Priest", hints: Hints(postcode: "69800")).commune?.code == "69290")
        #expect(reference.match(name: "PARIS 15").commune?.code == "75115")
        #expect(reference.match(name: "Marseille 1er").commune?.code == "13201")
        #expect(reference.match(name: "Vitry s/ Seine").commune?.code == "94081")
        #expect(reference.match(name: "Fontenay s/s Bois", hints: Hints(postcode: "94120")).commune?.code == "94033")
    }

    @Test func namesOutsideTheTerritoryAreNotPulledIn() throws {
        let reference = try reference
        let metropole = Scope.epci("200046977")
        for name in ["Charnay", "Saint-Just", "Brignais", "Vienne", "Fontaine"] {
            #expect(reference.match(name: name, among: metropole).commune == nil, "\(name)")
        }
        let brignais = reference.match(name: "Brignais", among: metropole, hints: Hints(postcode: "69530"))
        #expect(brignais.commune?.code == "69027")
    }

    @Test func oldBordersOfMergedCommunesAreDrawnAsOne() throws {
        let reference = try reference
        let inPierreBenite = Coordinate(longitude: 4.8247, latitude: 45.7036)
        #expect(reference.contours.contains(inPierreBenite, code: "69149") == true)
        #expect(reference.canContain(Coordinate(longitude: 4.8357, latitude: 45.7640), code: "69381") == true)
        for commune in reference.communes(epci: "200046977") {
            let center = try #require(commune.center)
            #expect(reference.canContain(center, code: commune.code) == true, "\(commune.name)")
        }
    }

    /// A letter is dropped, doubled, swapped or changed in every name of every 20th territory.
    @Test func noCertainAnswerIsWrong() throws {
        let reference = try reference
        let bodies = Set(reference.communes.compactMap(\.epci?.code)).sorted()
        var certain = 0
        var certainlyWrong = 0
        var likely = 0
        var likelyWrong = 0
        var asked = 0
        for body in bodies.enumerated().filter({ $0.offset % 20 == 0 }).map(\.element) {
            for (number, commune) in reference.communes(epci: body).enumerated() {
                let letters = Array(commune.name)
                let place = 1 + (number * 7) % max(1, letters.count - 1)
                guard place < letters.count else { continue }
                var typed = letters
                switch number % 4 {
                case 0: typed.remove(at: place)
                case 1: typed.insert(letters[place], at: place)
                case 2: typed.swapAt(place, place - 1)
                default: typed[place] = "x"
                }
                let name = String(typed)
                switch reference.match(name: name, among: .epci(body)) {
                case .exact(let found), .certain(let found, _):
                    certain += 1
                    if found.code != commune.code {
                        certainlyWrong += 1
                        print("certainly wrong: \(name) → \(found.name) instead of \(commune.name)")
                    }
                case .likely(let found, _):
                    likely += 1
                    if found.parentCode != commune.code { likelyWrong += 1 }
                case .ambiguous, .none: asked += 1
                }
            }
        }
        print(
            "typos: certain \(certain) (\(certainlyWrong) wrong), likely \(likely) (\(likelyWrong) wrong), asked \(asked)"
        )
        #expect(certainlyWrong == 0)
        #expect(Double(likely - likelyWrong) / Double(likely + asked) > 0.85)
    }

    @Test func aTerritoryOfMatchesIsQuick() throws {
        let reference = try reference
        let start = ContinuousClock.now
        for _ in 0..<20 {
            for name in ["St Priest", "LYON 3EME", "Villeurbane", "Sathonay", "Nowhere-sur-Rien"] {
                _ = reference.match(name: name, among: .epci("200046977"))
            }
        }
        print("100 matches in the Métropole: \(ContinuousClock.now - start)")
    }
}
