import Foundation
import Testing
import Validation

/// Where Gabarit does not say what Validata says, and why.
struct DifferenceTests {
    @Test func aListOfOneValueIsNamed() {
        // Validata prints the source of its own message: `{enum_values[0]}`.
        #expect(
            messages("a,b\nx,\n", #"{"fields":[{"name":"a","constraints":{"enum":["seul"]}}]}"#) == [
                "L'unique valeur autorisée est seul"
            ])
    }

    @Test func theYearsOfAnIntervalAreNotSwapped() {
        // Validata says that the second year (2020) must come after the first (2019).
        #expect(
            messages("a,b\n2020/2019,\n", #"{"fields":[{"name":"a","customCheck":"year-interval-value"}]}"#) == [
                "la deuxième année (2019) doit être postérieure à la première (2020)"
            ])
    }

    @Test func noFileIsTooLong() {
        // Validata refuses more than 100,000 rows, and stops at 1,000 errors.
        let csv = "a,b\n" + String(repeating: "1,\n", count: 100_001)
        #expect(verdict(csv, #"{"fields":[{"name":"a","type":"integer"}]}"#).isValid)
    }

    @Test func theHeaderIsToldInWords() {
        // Validata fails where no column is known, and tells doubled headers in English, without their place.
        let schema = #"{"fields":[{"name":"a"}]}"#
        #expect(messages("x,y\n1,2\n", schema) == ["Aucune colonne du fichier n'est définie dans le schéma"])
        #expect(messages("a,a\n1,2\n", schema) == ["Les en-têtes doivent être uniques"])
    }

    @Test func minimaAreToldInFrench() {
        // A slip in Validata (« minimun ») leaves them in English.
        #expect(
            messages("a,b\n0,\n", #"{"fields":[{"name":"a","type":"integer","constraints":{"minimum":1}}]}"#) == [
                "La valeur doit être au moins égale à 1"
            ])
    }

    @Test func whatTheStandardAddedIsHeld() {
        // Unique keys, categories, groups of digits in whole numbers, JSON Schema: frictionless ignores or refuses them.
        #expect(refused(["1 000", "x"], by: #""type":"integer","groupChar":" ""#) == ["x"])
        #expect(refused(["a", "c"], by: #""categories":["a",{"value":"b","label":"B"}]"#) == ["c"])
    }

    @Test func checksThatKnowOnlyTextDoNotFail() {
        // On columns of numbers, Validata fails as a whole.
        #expect(
            refused(["3949", "39490000"], by: #""type":"integer","customCheck":"phone-number-value""#) == ["39490000"])
    }

    @Test func anotherEncodingIsRead() throws {
        // Validata guesses among many encodings; here the most plausible for French is taken.
        let file = FileManager.default.temporaryDirectory.appending(path: "gabarit-latin1-\(UUID()).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(Array("été;n\nmai;1\n".unicodeScalars.map { UInt8($0.value) })).write(to: file)
        let validator = Validator(document: Data(#"{"fields":[{"name":"été","constraints":{"required":true}}]}"#.utf8))
        #expect(try validator.verdict(onFileAt: file).isValid)
    }
}
