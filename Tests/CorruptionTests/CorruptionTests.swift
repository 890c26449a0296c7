import Corruption
import Foundation
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
            #expect(faults.isEmpty, "\(model): \(faults.first ?? "")")
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
        for failure in score.failures where failure.cause.fate == .wrongCertain {
            let example = failure.examples.first
            Issue.record("\(failure.cause.form): \(example?.place ?? ""): \(example?.sent ?? "") → \(example?.got ?? "")")
        }
    }
}
