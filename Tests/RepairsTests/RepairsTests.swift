import Checks
import Foundation
import Repairs
import Schemas
import Tables
import Testing

/// What the examples of the repairs know of the world.
private let context = CheckContext(
    isCommuneCode: { ["69029", "69383", "2A004", "01053"].contains($0) },
    isPostcode: { ["69500", "01000"].contains($0) }, year: 2026)

struct RepairsTests {
    @Test(arguments: Repair.all)
    func itsOwnExamplesHold(of repair: Repair) {
        #expect(!repair.examples.isEmpty, "\(repair.name) has no example")
        for example in repair.examples {
            let proposal = repair.proposal(for: example, in: context)
            #expect(
                proposal?.withoutReason == example.expected,
                "\(repair.name) on \(example.before.text): \(String(describing: proposal))")
        }
    }

    @Test(arguments: Repair.all)
    func twiceIsOnce(of repair: Repair) {
        for example in repair.examples {
            guard case .change(let after, _) = repair.proposal(for: example, in: context), !after.isEmpty else {
                continue
            }
            let again = Repair.Example(example.field, after, others: example.others)
            guard case .change(let twice, _) = repair.proposal(for: again, in: context) else { continue }
            #expect(twice == after, "\(repair.name) changes its own result \(after)")
        }
    }

    @Test(arguments: Repair.all)
    func whatIsRepairedPassesTheChecks(of repair: Repair) {
        for example in repair.examples {
            guard case .change(let after, _) = example.expected else { continue }
            let judge = Judge(schema: .made(of: example.field), context: context)
            #expect(judge.accepts(after, field: 0), "\(repair.name) leaves \(after)")
        }
    }

    @Test func everyFileOfRulesIsOneRepairInTheList() throws {
        let rules = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Repairs/Rules").standardizedFileURL
        let files = try FileManager.default.contentsOfDirectory(atPath: rules.path).filter { $0.hasSuffix(".swift") }
        #expect(files.count == Repair.all.count)
        #expect(Set(Repair.all.map(\.name)).count == Repair.all.count)
    }
}
