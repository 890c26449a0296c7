import Foundation
import Testing

@testable import Addresses

/// A thousand hard addresses of a real département, where the folder `shared` is beside the project.
struct ValDeMarneTests {
    private static var shared: URL? {
        let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = project.deletingLastPathComponent().appending(path: "shared")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }

    @Test(.enabled(if: shared != nil, "needs ../shared: addresses of the Val-de-Marne"))
    func isSurerThanTheNationalGeocoder() throws {
        let shared = try #require(Self.shared)
        let searcher = try withFolder { folder in
            let builder = IndexBuilder(reference: nil)
            try builder.add(shared.appending(path: "reference/addresses/ban-94-val-de-marne.csv.gz"))
            try builder.write(to: folder.appending(path: "94.index"))
            return Searcher(try AddressIndex(fileAt: folder.appending(path: "94.index")))
        }
        let text = try String(contentsOf: shared.appending(path: "geocoding/val-de-marne-1000.csv"), encoding: .utf8)
        var exact = 0, accepted = 0, wrong = 0, doubt = 0, all = 0
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 13 else { continue }
            all += 1
            let result = searcher.search(AddressQuery(address: cells[0], postcode: cells[1], city: cells[2]))
            let place = result.answers.first?.place
            let isRight =
                place?.street == cells[6] && place?.communeCode == cells[8]
                && place.map { Self.plain($0.houseNumber) } == Self.plain(cells[5])
            exact += isRight ? 1 : 0
            accepted += result.verdict == .accepted ? 1 : 0
            wrong += result.verdict == .accepted && !isRight ? 1 : 0
            doubt += result.verdict == .doubt ? 1 : 0
        }
        #expect(all > 990)
        #expect(Double(exact) / Double(all) >= 0.972)
        #expect(Double(wrong) / Double(accepted) <= 0.0025, "\(wrong) of \(accepted)")
        #expect(Double(doubt) / Double(all) <= 0.05)
    }

    private static func plain(_ number: String) -> String {
        HouseNumber(WordCutter.words(number.replacing(" ", with: "")).first ?? Word("0")).map {
            "\($0.number)\($0.suffix?.text ?? "")"
        } ?? ""
    }
}
