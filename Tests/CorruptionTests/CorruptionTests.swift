import Corruption
import struct Foundation.Date
import Pipeline
import Schemas
import Territories
import Testing

/// What is known of the world in these tests: the Métropole de Lyon, on a day in spring.
private let world = World(reference: .builtIn, now: Date(timeIntervalSince1970: 1_772_323_200))

private func measurement(rows: Int, seed: UInt64 = 1) throws -> Measurement {
    Measurement(schemas: try SchemaLibrary.all(), world: world, rows: rows, files: 1, seed: seed)
}

@Suite("Corrupted files, small")
struct CorruptionTests {
    @Test func everyClassHasItsNumberOnce() {
        #expect(Corruption.all.map(\.number) == Array(1...29))
    }

    @Test func cleanRowsAreLeftAlone() throws {
        for (model, faults) in try measurement(rows: 40).faultsOfCleanFiles() {
            // A period (2019-06-11/2019-07-28) is taken for a mobile number, which is asked before it is published.
            withKnownIssue(isIntermittent: true) {
                #expect(faults.isEmpty, "\(model): \(faults.first ?? "")")
            } when: {
                model == "subventions"
            }
        }
    }

    @Test func theSameSeedMakesTheSameFiles() throws {
        let classes = Corruption.all.filter { [8, 12].contains($0.number) }
        let scores = try (0..<2).map { _ in try measurement(rows: 12).score(classes: classes).table }
        #expect(scores[0] == scores[1])
    }

    @Test(arguments: Corruption.all.map(\.number))
    func nothingWrongIsCalledCertain(number: Int) throws {
        let classes = Corruption.all.filter { $0.number == number }
        let score = try measurement(rows: 24).score(classes: classes)
        let wrong = score.failures.filter { $0.cause.fate == .wrongCertain }
        // Entities of HTML that are mended in part; identifiers and numbers in place of a formula that failed.
        withKnownIssue(isIntermittent: true) {
            for failure in wrong { Issue.record("\(failure.cause.form): \(failure.examples.map(\.words))") }
        } when: {
            [2, 11].contains(number)
        }
    }
}

extension Failure {
    /// What happened, on one line.
    fileprivate var words: String { "\(place): \(sent) → \(got)" }
}
