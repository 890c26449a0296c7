import Checks
import Mapping
import Repairs
import Schemas
import Tables
import Territories
import Testing
import Texts

/// What the parts of a row say together. The communes are those of the table that the house ships, and Bourg-en-Bresse.
struct RowsTests {
    @Test func aPostcodeOfAnotherCommuneMakesNothingCertain() {
        let draft = Self.draft(["commune", "code_insee", "codepost"], [["Bron", "", "69140"]])
        let code = Self.outcome("code_insee", in: draft)
        #expect(code.value == "69029")
        #expect(code.degree == .likely)
    }

    @Test func aPostcodeThatNobodyKnowsSaysNothingAgainstAName() {
        let draft = Self.draft(["commune", "code_insee", "codepost"], [["bron", "", "69678"]])
        #expect(Self.outcome("code_insee", in: draft).degree == .certain)
        #expect(Self.outcome("commune", in: draft).value == "Bron")
    }

    @Test func aNameAndACodeThatContradictEachOtherAreAsked() {
        let draft = Self.draft(["commune", "code_insee", "codepost"], [["Bron", "69286", ""]])
        #expect(draft.questions.count == 1)
        let text = draft.questions.first?.text.fr ?? ""
        #expect(text.contains(" et le code Insee 69286 (Rillieux-la-Pape) ne vont pas ensemble"), "\(text)")
    }

    @Test func aLostZeroIsCertainOnceTheRowConfirmsIt() {
        let agreed = Self.draft(["commune", "code_insee", "codepost"], [["Bourg-en-Bresse", "1053", "1000"]])
        for field in ["code_insee", "codepost"] {
            #expect(Self.outcome(field, in: agreed).degree == .certain)
        }
        #expect(Self.outcome("codepost", in: agreed).value == "01000")
        let alone = Self.draft(["commune", "code_insee", "codepost"], [["", "1053", ""]])
        #expect(Self.outcome("code_insee", in: alone).degree == .likely)
    }

    @Test func aZeroThatWasOnlySupposedGivesWayToTheName() {
        let draft = Self.draft(["commune", "code_insee", "codepost"], [["Bron", "1053", "1000"]])
        #expect(Self.outcome("code_insee", in: draft).value == "69029")
        #expect(Self.outcome("codepost", in: draft).value == "69500")
        #expect(Self.outcome("code_insee", in: draft).degree == .likely)
        #expect(Self.outcome("codepost", in: draft).degree == .likely)
    }

    @Test func codesThatWereDraggedDownComeBackToTheFirst() {
        let rows = (0..<5).map { ["Bron", String(69029 + $0), String(69500 + $0)] }
        let draft = Self.draft(["commune", "code_insee", "codepost"], rows)
        #expect(draft.questions.isEmpty)
        for row in 1..<5 {
            #expect(Self.outcome("code_insee", row: row, in: draft).value == "69029")
            #expect(Self.outcome("codepost", row: row, in: draft).value == "69500")
            #expect(Self.outcome("codepost", row: row, in: draft).degree == .likely)
        }
    }

    @Test func codesThatFollowEachOtherByNatureStay() {
        let rows = [
            ["Caluire-et-Cuire", "69034", ""], ["Champagne-au-Mont-d'Or", "69040", ""], ["Bron", "69029", ""],
        ]
        let draft = Self.draft(["commune", "code_insee", "codepost"], rows)
        #expect((0..<3).map { Self.outcome("code_insee", row: $0, in: draft).value } == rows.map { $0[1] })
    }

    @Test func anIdentifierOfAnotherDatasetIsAsked() {
        let draft = Self.draft(["uid", "commune", "code_insee"], [["BUR-69029-001", "Bron", "69029"]])
        #expect(draft.questions.map(\.candidates) == [["PAR-69029-001"]])
        #expect(draft.questions.first?.text.fr.contains("commence par BUR") == true)
    }

    @Test func aDamagedIdentifierIsNotReplacedByANewOne() {
        let draft = Self.draft(["uid", "commune", "code_insee"], [["PA7R-69029-001", "Bron", "69029"]])
        #expect(draft.questions.map(\.field) == ["uid"])
        #expect(Self.outcome("uid", in: draft).problem != nil)
    }

    @Test func aNumberThatWasMendedGivesWayToTheIdentifier() {
        let draft = Self.draft(
            ["uid", "num", "commune", "code_insee"],
            [["PAR-69029-013", "3", "Bron", "69029"], ["PAR-69029-014", "14", "Bron", "69029"]])
        #expect(Self.outcome("num", in: draft).value == "013")
        #expect(Self.outcome("num", in: draft).degree == .likely)
        #expect(Self.outcome("num", row: 1, in: draft).degree == .certain)
    }

    @Test func anIdentifierTooLargeToCountDoesNoHarm() {
        let rows = [["PAR-69029-9223372036854775807", "Bron", "69029"], ["", "Bron", "69029"]]
        let draft = Self.draft(["uid", "commune", "code_insee"], rows)
        #expect(Self.outcome("uid", row: 1, in: draft).value == "PAR-69029-001")
    }

    @Test func whatCannotBeNamedStaysAQuestion() {
        let draft = Self.draft(["uid", "commune", "code_insee"], [["le grand parc", "", ""]])
        #expect(draft.questions.contains { $0.field == "uid" })
    }

    @Test func aQuestionSaysEachThingOnce() {
        let draft = Self.draft(["chien"], [["Oui"], ["Oui"], ["libre"]])
        #expect(
            draft.questions.map(\.text.fr) == [
                "« chien » : que veut dire « Oui » (2\u{A0}lignes) ? Valeurs possibles : « libre » ou « interdit »."
            ])
    }

    @Test func aListHoldsOnlySoManyQuestions() {
        let draft = Self.draft(["chien"], (0..<200).map { ["mot \($0)"] })
        #expect(draft.questions.isEmpty)
        #expect(draft.findings.contains { $0.field == "chien" && $0.rows.count == 200 })
    }

    @Test func hoursThatNobodyUnderstandsSayWhy() {
        let draft = Self.draft(["horaires"], [["abracadabra"]])
        #expect(draft.questions.first?.text.fr.contains("« abracadabra » n’est pas compris") == true)
    }

    @Test func theRowsThatWereSetAsideProveNothing() {
        var cells = Cells(["Accessible", "Non accessible", "Accès"].map { Value($0) })
        cells = cells.keeping(rows: [0, 1])
        let draft = Self.draft(fields: ["pmr"], columns: [cells])
        #expect(Self.outcome("pmr", in: draft).value == "oui")
        #expect(Self.outcome("pmr", row: 1, in: draft).value == "non")
    }

    @Test(arguments: [
        ("12 bis rue Pasteur", "12 bis", "rue Pasteur"), ("106, Rue X", "106", "Rue X"),
        ("3b avenue Foch", "3 B", "avenue Foch"),
    ])
    func aNumberBeforeTheStreetGoesToItsColumn(sent: String, number: String, street: String) {
        let draft = Self.draft(["numvoie", "voie"], [["", sent], [number, sent]])
        for row in 0..<2 {
            #expect(Self.outcome("numvoie", row: row, in: draft).value == number)
            #expect(Self.outcome("voie", row: row, in: draft).value == street)
        }
        #expect(Self.outcome("numvoie", in: draft).degree == .likely)
    }

    @Test(arguments: ["8 mai 1945", "11 Novembre", "rue du 8 mai 1945", "4 chemins"])
    func aNumberOfTheNameStays(street: String) {
        let draft = Self.draft(["numvoie", "voie"], [["", street]])
        #expect(Self.outcome("numvoie", in: draft).value.isEmpty)
        #expect(Self.outcome("voie", in: draft).value == street)
    }

    @Test func anotherNumberThanThatOfItsColumnStays() {
        let draft = Self.draft(["numvoie", "voie"], [["14", "12 rue Pasteur"]])
        #expect(Self.outcome("numvoie", in: draft).value == "14")
        #expect(Self.outcome("voie", in: draft).value == "12 rue Pasteur")
    }

    @Test func aCoordinateBesideDegreesLostItsMark() {
        let draft = Self.draft(
            ["lon", "lat"], [["4823993", "45.853905"], ["4823993", "45853905"], ["842000", "6520000"]])
        #expect(Self.outcome("lon", in: draft).value == "4.823993")
        #expect(Self.outcome("lon", row: 1, in: draft).value == "4.823993")
        #expect(Self.outcome("lat", row: 1, in: draft).value == "45.853905")
        #expect(Self.outcome("lon", row: 2, in: draft).problem != nil)
    }

    @Test func aFormulaThatFailedIsToldAndItsIdentifierAsked() {
        let draft = Self.draft(["uid", "commune", "code_insee", "voie"], [["#REF!", "Bron", "69029", "#N/A"]])
        #expect(Self.outcome("voie", in: draft).value.isEmpty)
        #expect(draft.findings.contains { $0.rule == "error-cell" && $0.field == "voie" && $0.rows == [2] })
        #expect(Self.outcome("uid", in: draft).problem != nil)
        #expect(draft.questions.contains { $0.field == "uid" })
    }

    @Test func anIdentifierThatStandsTwiceIsOfTheRowThatSaysTheSame() {
        let draft = Self.draft(
            ["uid", "num", "commune", "code_insee"],
            [["PAR-69029-007", "003", "Bron", "69029"], ["PAR-69029-007", "007", "Bron", "69029"]])
        #expect(Self.outcome("uid", row: 1, in: draft).value == "PAR-69029-007")
        #expect(Self.outcome("uid", in: draft).value != "PAR-69029-007")
    }

    @Test func aRowThatWasCopiedWholeGetsNoNewIdentifier() {
        let row = ["PAR-69029-007", "Bron", "69029"]
        let draft = Self.draft(["uid", "commune", "code_insee"], [row, row])
        #expect(Self.outcome("uid", in: draft).problem == nil)
        #expect(Self.outcome("uid", row: 1, in: draft).problem != nil)
        #expect(draft.questions.map(\.rows) == [[3]])
    }

    @Test func postcodesThatNobodyKnowsComeBackToARoundOne() {
        let rows = (0..<5).map { ["Ajaccio", String(20000 + $0)] }
        let draft = Self.draft(["commune", "codepost"], rows)
        for row in 0..<5 { #expect(Self.outcome("codepost", row: row, in: draft).value == "20000") }
    }

    @Test func anInseeCodeAmongNamesIsItsCommune() {
        let agreed = Self.draft(["commune", "code_insee"], [["69029", "69029"]])
        #expect(Self.outcome("commune", in: agreed).value == "Bron")
        #expect(Self.outcome("commune", in: agreed).degree == .certain)
        let alone = Self.draft(["commune", "code_insee"], [["69029", ""]])
        #expect(Self.outcome("commune", in: alone).value == "Bron")
        #expect(Self.outcome("commune", in: alone).degree == .likely)
        let against = Self.draft(["commune", "code_insee"], [["69029", "69286"]])
        #expect(against.questions.count == 1)
    }

    @Test func lettersInPiecesArePutTogether() {
        let draft = Self.draft(["voie", "chien"], [["E\u{301}cole", "interdit"]])
        #expect(Self.outcome("voie", in: draft).value.utf8.elementsEqual("École".utf8))
        #expect(Self.outcome("voie", in: draft).isRepaired)
    }

    // MARK: The table

    private static let fields: [Field] = [
        uid, Field("commune", meaning: .communeName), Field("code_insee", meaning: .communeCode),
        Field("codepost", meaning: .postcode), Field("chien", codes: [Code(value: "libre"), Code(value: "interdit")]),
        Field("horaires", meaning: .openingHours), Field("pmr", type: .boolean), num,
        Field("numvoie", meaning: .houseNumber), Field("voie", meaning: .street),
        Field("lon", type: .number, meaning: .longitude), Field("lat", type: .number, meaning: .latitude),
    ]
    private static let num: Field = {
        var field = Field("num", meaning: .uidNumber)
        field.constraints.pattern = "^[0-9]{3,}$"
        return field
    }()
    private static let uid: Field = {
        var field = Field("uid", meaning: .uid)
        field.constraints.pattern = "^[A-Z]{3}-[0-9AB]{5}-[0-9]{3,}$"
        return field
    }()
    private static let reference = Reference(
        communes: Reference.builtIn.communes + [
            // INSEE, code officiel géographique; La Poste, base officielle des codes postaux.
            Commune(
                code: "01053", name: "Bourg-en-Bresse", postcodes: ["01000"],
                epci: EPCI(code: "200046977", name: "Métropole de Lyon")),
            Commune(code: "2A004", name: "Ajaccio", epci: EPCI(code: "200046977", name: "Métropole de Lyon")),
        ], origin: .imported)

    private static func draft(_ names: [String], _ rows: [[String]]) -> Draft {
        draft(fields: names, columns: names.indices.map { column in Cells(rows.map { Value($0[column]) }) })
    }

    private static func draft(fields names: [String], columns: [Cells]) -> Draft {
        var schema = Schema.made(of: fields[0], trigram: "PAR")
        schema.fields = names.compactMap { name in fields.first { $0.name == name } }
        let table = Table(
            source: Source(file: "essai.csv"),
            columns: columns.enumerated().map {
                Column(header: names[$0.offset], position: $0.offset, cells: $0.element)
            },
            rowNumbers: Array(2..<(columns[0].count + 2)))
        let reference = reference
        let context = CheckContext(
            isCommuneCode: { reference.commune(code: $0) != nil },
            isPostcode: { !reference.communes(postcode: $0).isEmpty }, year: 2026)
        let mapping = MappingContext(
            isCommuneCode: context.isCommuneCode, isPostcode: context.isPostcode, isCommuneName: { _ in false },
            remembered: Dictionary(uniqueKeysWithValues: names.map { ($0, $0) }))
        let rows = RowSetting(reference: reference, scope: .epci("200046977"), sender: nil, memory: Memory())
        return Repairing(context: context, rows: rows).draft(of: Mapping(schema: schema, context: mapping).map(table))
    }

    private static func outcome(_ field: String, row: Int = 0, in draft: Draft) -> Outcome {
        draft.outcome(field: draft.schema.index(of: field) ?? 0, row: row)
    }
}
