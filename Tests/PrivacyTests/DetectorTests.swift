import Privacy
import Schemas
import Tables
import Testing

struct DetectorTests {
    @Test(arguments: Detector.all)
    func findsWhatItsExamplesHold(detector: Detector) {
        for value in detector.examples.held {
            #expect(detector.isFound(in: value), "\(detector) does not see « \(value) »")
        }
    }

    @Test(arguments: Detector.all)
    func leavesInnocentValuesAlone(detector: Detector) {
        for value in detector.examples.innocent {
            #expect(!detector.isFound(in: value), "\(detector) sees something in « \(value) »")
        }
    }

    @Test func looksOnlyAtFreeTextThatEverybodyWillSee() throws {
        let schema = try SchemaLibrary.schema("parcs-jardins")
        let looked = schema.fields.filter(Detector.mobile.looksAt).map(\.name)
        #expect(looked.contains("hor_precis"))
        #expect(!looked.contains("uid") && !looked.contains("codepost") && !looked.contains("clos"))
    }

    @Test func placesNamedAfterPeopleAreNoPersons() throws {
        let schema = try SchemaLibrary.schema("parcs-jardins")
        let name = try #require(schema.field("nom"))
        #expect(!Detector.all.filter { $0.looksAt(name) }.map(\.name).contains("named-person"))
    }
}

extension Detector {
    fileprivate static var mobile: Detector { all.first { $0.name == "mobile-phone" } ?? all[0] }
}
