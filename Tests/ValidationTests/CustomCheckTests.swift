import Testing
import Validation

/// Validata's own checks, with its verdicts and its words.
struct CustomCheckTests {
    private func refused(_ values: [String], by check: String, type: String = "string") -> [String] {
        ValidationTests.refused(values, by: #""type":"\#(type)","customCheck":\#(check)"#)
    }

    @Test func numbersOfBusinessesHaveTheirCheckDigits() {
        let sirets = ["73282932000074", "732 829 320 00074", "73282932000074 ", "35600000000048", "35600000012341"]
        #expect(refused(sirets, by: #""siret""#).isEmpty)
        let bad = ["73282932000075", "7328293200007", "35600000012345", "x", "732829320"]
        #expect(refused(bad, by: #""siret""#) == bad)
        #expect(refused(["732829320", "732 829 320", "732829321"], by: #""siren""#) == ["732829321"])
        // A number has lost its zeros: Validata refuses it, whatever its digits.
        #expect(refused(["73282932000074"], by: #""siret""#, type: "integer") == ["73282932000074"])
    }

    @Test func codesAndNamesOfPlaces() {
        #expect(
            refused(["01", "2A", "976", "20", "1"], by: #"{"name":"numero-departement","cog":"2024"}"#) == ["20", "1"])
        #expect(refused(["84", "85"], by: #"{"name":"code-region","cog":"latest"}"#) == ["85"])
        #expect(
            refused(["Rhône", "Rhone", "rhône"], by: #"{"name":"departement","cog":"2024"}"#) == ["Rhone", "rhône"])
        #expect(refused(["Bretagne", "bretagne"], by: #"{"name":"region","cog":"2024"}"#) == ["bretagne"])
        #expect(refused(["FR", "fr", "XX"], by: #"{"name":"code-pays-iso2","cog":"2024"}"#) == ["fr", "XX"])
        #expect(refused(["69001", "6900", "690O1"], by: #""code-postal""#) == ["6900", "690O1"])
        #expect(
            refused(["69123", "2A004", "6912", "AB123"], by: #"{"name":"code-commune-insee","cog":"2024"}"#) == [
                "6912", "AB123",
            ])
    }

    @Test func otherIdentifiers() {
        #expect(refused(["W123456789", "w123456789", "W12345678"], by: #""code-rna""#) == ["w123456789", "W12345678"])
        #expect(refused(["4PQZK6XR3H1B", "4PQZ-K6XR-3H1B", "4PQZK6XR3H1O"], by: #""id-rnb""#) == ["4PQZK6XR3H1O"])
    }

    @Test func telephoneNumbers() {
        let good = [
            "0478123456", "04 78 12 34 56", "04.78.12.34.56", "+33 4 78 12 34 56", "+33 (0)4 78 12 34 56",
            "0033478123456",
            "3949", "115", "112", "15", "118218", "+44 20 7946 0958", "+262 262 12 34 56", "0800 123 456",
            "tel 0478123456",
        ]
        #expect(refused(good, by: #""phone-number-value""#).isEmpty)
        let bad = [
            "0123", "0000000000", "04 78 12 34 5", "0478123456 / 0612345678", "0738", "+33", "x", "0262 12 34 56",
            "99999999999999999999",
        ]
        #expect(refused(bad, by: #""phone-number-value""#) == bad)
    }

    @Test func openingHours() {
        #expect(
            refused(
                ["Mo-Fr 08:00-12:00", "24/7", "Mo-Su 10:00-18:00; PH off", "lundi", "Mo 8h-12h"],
                by: #""opening-hours-value""#) == ["lundi", "Mo 8h-12h"])
    }

    @Test func intervalsOfYears() {
        let check = #"{"name":"year-interval-value","allow-year-only":"yes"}"#
        #expect(
            refused(["2019/2020", "2019", "2020/2019", "2019/2019", "2019-2020"], by: check) == [
                "2020/2019", "2019/2019", "2019-2020",
            ])
        #expect(refused(["2019/2020", "2019"], by: #""year-interval-value""#) == ["2019"])
    }

    @Test func subjectsOfActs() {
        #expect(
            refused(
                [
                    "Urbanisme/PLU", "urbanisme/PLU", "Libertes publiques et pouvoirs de police/x", "Urbanisme /x",
                    "Urbanisme/ x", "Urbanisme", "Rien/x",
                ],
                by: #""nomenclature-acte""#) == ["Urbanisme /x", "Urbanisme/ x", "Urbanisme", "Rien/x"])
    }

    @Test func pointsInFrance() {
        let schema = #"{"fields":[{"name":"p","type":"geopoint","customCheck":"french-gps-coordinates"},{"name":"b"}]}"#
        #expect(
            faults("p;b\n4.8,45.7;x\n45.7,4.8;x\n100,10;x\n-61.5,16.2;x\n", schema) == [
                "reversed-french-gps-coordinates@3:p", "french-gps-coordinates@4:p",
            ])
    }

    private func schema(_ check: String, _ types: [String]) -> String {
        let fields = zip(["a", "b", "c"], types).map { #"{"name":"\#($0)","type":"\#($1)"}"# }.joined(separator: ",")
        return #"{"custom_checks":[\#(check)],"fields":[\#(fields)]}"#
    }

    @Test func columnsAreCompared() {
        let check = #"{"name":"compare-columns-value","params":{"column":"a","column2":"b","op":"<="}}"#
        #expect(
            faults("a,b\n1,2\n3,2\n,2\n2,2\n", schema(check, ["integer", "integer"])) == ["compare-columns-value@3:a"])
        // Numbers in texts are numbers.
        #expect(faults("a,b\n9,10\n10,9\n", schema(check, ["string", "string"])) == ["compare-columns-value@3:a"])
        #expect(
            faults("a,b\n2024-01-01,2023-12-31\n", schema(check, ["date", "date"])) == ["compare-columns-value@2:a"])
        #expect(
            messages("a,b\nx,2024-01-01\ny,2024-01-01\n", schema(check, ["string", "date"])).first
                == "La valeur de la colonne a `x` n'est pas comparable avec la valeur de la colonne b `2024-01-01`.")
    }

    @Test func columnsAreAddedUp() {
        let check = #"{"name":"sum-columns-value","params":{"column":"a","columns":["b","c"]}}"#
        let types = schema(check, ["number", "number", "number"])
        #expect(
            messages("a,b,c\n0.3,0.1,0.2\n3,1,1\n,1,1\n", types) == [
                """
                La somme des valeurs des colonnes b, c (2) est différent de celui trouvé dans la colonne a (3)
                """
            ])
    }

    @Test func columnsGoTogether() {
        let check = #"{"name":"cohesive-columns-value","params":{"column":"a","othercolumns":["b"]}}"#
        let types = schema(check, ["string", "string", "string"])
        #expect(faults("a,b,c\n1,2,x\n1,,x\n,,x\n", types) == ["cohesive-columns-value@3:a"])
        #expect(
            messages("a,c\n1,x\n2,x\n", types) == [
                """
                Les colonnes 'a', 'b' doivent être soit toutes présentes, soit toutes absentes (sont absentes : 'b')
                """
            ])
        #expect(faults("c,d\n1,\n", types).isEmpty)
    }

    @Test func oneOfTwoIsRequired() {
        let check = #"{"name":"one-of-required","params":{"column1":"a","column2":"b"}}"#
        let types = schema(check, ["string", "string", "string"])
        #expect(faults("a,b,c\n1,,x\n,2,x\n,,x\n", types) == ["one-of-required@4"])
        #expect(
            messages("c,d\n1,\n", types) == ["Une des deux colonnes requise : 'a' et 'b' sont manquantes"])
    }

    @Test func namesOfThePastAndUnknownNames() {
        let check = #"{"name":"french-siret-value","params":{"column":"a"}},{"name":"rien","params":{}}"#
        let verdict = verdict("a,b\n73282932000074,\n1,\n", schema(check, ["string", "string"]))
        #expect(
            verdict.warnings == [
                """
                Le custom check 'french-siret-value' est déprécié, veuillez utiliser 'siret' à la place dans le schéma.
                """
            ])
        #expect(
            verdict.allFaults.map(\.message) == [
                "La valeur n'est pas conforme au format Siret.",
                "Tentative d'utilisation du custom check rien, qui n'est pas défini",
            ])
        #expect(
            faults(
                "a,b\n1,\n", schema(#"{"name":"compare-columns-value","params":{"column":"a"}}"#, ["string", "string"]))
                == ["check-error"])
    }

    @Test func checksOfAbsentColumnsAreIgnored() {
        let check = #"{"name":"siret","params":{"column":"a"}}"#
        #expect(faults("b\nx\n", schema(check, ["string", "string"])).isEmpty)
    }
}
