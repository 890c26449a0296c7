import Checks
import Foundation
import Schemas
import Testing

/// What the examples of the checks know of the world.
private let context = CheckContext(
    isCommuneCode: { ["69029", "69383", "2A004", "01053"].contains($0) },
    isPostcode: { ["69500", "01000"].contains($0) }, year: 2026)

struct ChecksTests {
    @Test(arguments: Check.all)
    func itsOwnExamplesHold(of check: Check) {
        #expect(!check.examples.isEmpty, "\(check.name) has no example")
        for example in check.examples {
            for value in example.accepts {
                #expect(check.accepts(value, of: example.field, in: context), "\(check.name) should accept \(value)")
            }
            for value in example.rejects {
                #expect(!check.accepts(value, of: example.field, in: context), "\(check.name) should reject \(value)")
            }
        }
    }

    @Test func everyFileOfRulesIsOneCheckInTheList() throws {
        let rules = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Checks/Rules").standardizedFileURL
        let files = try FileManager.default.contentsOfDirectory(atPath: rules.path).filter { $0.hasSuffix(".swift") }
        #expect(files.count == Check.all.count)
        #expect(Set(Check.all.map(\.name)).count == Check.all.count)
    }

    @Test func emptyIsNeverWrongByItself() {
        let schema = Schema.made(of: Field("clos", type: .boolean))
        #expect(Judge(schema: schema, context: context).accepts("", field: 0))
    }
}
