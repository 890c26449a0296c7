import Foundation
import Spreadsheets
import Tables
import Templates
import Testing
import Texts

@Suite struct RefusalsTests {
    private let parks = ["libre", "tenu en laisse", "libre", "non autorisé"]
    private let proposal = WrittenProposal(
        sheet: "Parcs", column: "B", header: "Chiens", rows: [2, 4], before: "oui", after: "libre")

    /// A corrected workbook: two cells hold what was proposed, and the question is answered.
    private func returned(
        _ answer: String?, told: Bool = true, proposal: WrittenProposal? = nil, values: [String]? = nil
    ) throws -> Workbook {
        let proposal = proposal ?? self.proposal
        let rows = (values ?? parks).enumerated().map { [CellDraft("Parc \($0 + 1)"), CellDraft($1)] }
        var patch = WorkbookPatch()
        for row in proposal.rows where told {
            patch.edit(
                sheet: "Parcs", cell: CellAddress(column: 1, row: row), value: nil, highlight: .likely,
                comment: WrittenProposal.remark(before: proposal.before).fr + "\nÀ confirmer.")
        }
        let row = QuestionRow(
            id: "chien:oui", cells: "Colonne B", value: proposal.before, text: "Est-ce bien cela ?",
            candidates: ["tenu en laisse"], proposed: proposal.after, proposal: proposal)
        patch.add(sheet: QuestionsSheet([row]).draft)
        let sent = try WorkbookDraft(
            sheets: [SheetDraft(name: "Parcs", rows: SheetRows([[CellDraft("Nom"), CellDraft("Chiens")]] + rows))]
        ).data()
        var typing = WorkbookPatch()
        if let answer { typing.edit(sheet: "Questions", cell: CellAddress(column: 4, row: 5), value: answer) }
        return try Workbook.read(try typing.apply(to: try patch.apply(to: sent)), fileName: "a.xlsx")
    }

    private func dogs(_ workbook: Workbook) -> [String] { (1..<5).map { workbook.sheets[0].columns[1][$0].text } }

    private func takenBack(_ workbook: Workbook) -> Refusals.Outcome {
        Refusals(QuestionsSheet.answers(in: workbook)).takeBack(from: workbook)
    }

    @Test func whatWasWrittenComesHomeWithTheAnswer() throws {
        let answers = QuestionsSheet.answers(in: try returned("tenu en laisse"))
        #expect(answers == [Answer(id: "chien:oui", answer: "tenu en laisse", proposal: proposal)])
    }

    @Test func aRefusedProposalIsTakenBack() throws {
        let outcome = takenBack(try returned("tenu en laisse"))
        #expect(dogs(outcome.workbook) == ["oui", "tenu en laisse", "oui", "non autorisé"])
        let cells = [CellAddress(column: 1, row: 2): "oui", CellAddress(column: 1, row: 4): "oui"]
        #expect(outcome.cells == ["Parcs": cells])
        #expect(outcome.findings.isEmpty)
    }

    @Test(arguments: [nil, "libre"])
    func aProposalThatIsAgreedToStays(answer: String?) throws {
        #expect(dogs(takenBack(try returned(answer)).workbook) == parks)
    }

    @Test func withoutCommentsTheRowsMustStandWhereTheyStood() throws {
        #expect(dogs(takenBack(try returned("non", told: false)).workbook)[0] == "oui")
        let sorted = ["libre", "libre", "non autorisé", "tenu en laisse"]
        let outcome = takenBack(try returned("non", told: false, values: sorted))
        #expect(dogs(outcome.workbook) == sorted)
        #expect(outcome.findings.map(\.rule) == ["answer-not-placed"])
    }

    @Test func aCellIsFoundByItsCommentWhereverItWasMoved() throws {
        var moved = try returned("non")
        moved.sheets[0].columns[1] = Cells(
            ["Chiens", "libre", "libre", "tenu en laisse", "libre"].map { Value($0) })
        let remark = moved.sheets[0].comments[CellAddress(column: 1, row: 2)]
        moved.sheets[0].comments = [
            CellAddress(column: 1, row: 3): remark ?? "", CellAddress(column: 1, row: 5): remark ?? "",
        ]
        #expect(dogs(takenBack(moved).workbook) == ["libre", "oui", "tenu en laisse", "oui"])
    }

    @Test func aColumnIsFoundByItsHeaderWhereverItWasMoved() throws {
        var moved = try returned("non", told: false)
        moved.sheets[0].columns.swapAt(0, 1)
        #expect(takenBack(moved).workbook.sheets[0].columns[0][1].text == "oui")
    }

    @Test func aCellThatItsOwnerEditedIsLeftAlone() throws {
        let outcome = takenBack(try returned("non", values: ["interdit", "libre", "libre", "libre"]))
        #expect(dogs(outcome.workbook) == ["interdit", "libre", "oui", "libre"])
    }

    @Test func aNumberMayBeWrittenOtherwise() throws {
        let area = WrittenProposal(
            sheet: "Parcs", column: "B", header: "Chiens", rows: [2], before: "1,2 ha", after: "12000")
        let outcome = takenBack(try returned("13000", proposal: area, values: ["12000.0", "", "", ""]))
        #expect(dogs(outcome.workbook)[0] == "1,2 ha")
    }

    @Test func manyRowsComeHome() throws {
        let rows = Array(stride(from: 2, to: 60_000, by: 2)) + [70_001, 70_002, 70_003]
        let wide = WrittenProposal(
            sheet: "Parcs", column: "B", header: "Chiens", rows: rows, before: "oui", after: "libre")
        let row = QuestionRow(
            id: "chien:oui", cells: "", value: "oui", text: "", candidates: ["x"], proposed: "libre", proposal: wide)
        let book = WorkbookDraft(sheets: [QuestionsSheet([row]).draft])
        var typing = WorkbookPatch()
        typing.edit(sheet: "Questions", cell: CellAddress(column: 4, row: 5), value: "x")
        let back = try Workbook.read(try typing.apply(to: try book.data()), fileName: "a.xlsx")
        #expect(QuestionsSheet.answers(in: back).first?.proposal == wide)
    }

    @Test func ourCommentsAreNotThoseOfTheOwner() throws {
        var book = try returned(nil)
        book.sheets[0].comments[CellAddress(column: 0, row: 3)] = "Fermé en 2025"
        let both = CellAddress(column: 1, row: 2)
        book.sheets[0].comments[both] = "À revoir\n\nGabarit\u{00A0}:\nAvant : « oui »"
        let cleared = book.withoutOurRemarks.sheets[0].comments
        #expect(cleared == [CellAddress(column: 0, row: 3): "Fermé en 2025", both: "À revoir"])
    }

    @Test(arguments: ["xlsx", "ods"])
    func proposalsSurviveLibreOffice(format: String) throws {
        guard let office = LibreOffice.installed else { return }
        let rows = parks.enumerated().map { [CellDraft("Parc \($0 + 1)"), CellDraft($1)] }
        var patch = WorkbookPatch()
        for row in proposal.rows {
            patch.edit(
                sheet: "Parcs", cell: CellAddress(column: 1, row: row), value: nil, highlight: .likely,
                comment: WrittenProposal.remark(before: "oui").fr)
        }
        let question = QuestionRow(
            id: "chien:oui", cells: "Colonne B", value: "oui", text: "Est-ce bien cela ?", candidates: ["non autorisé"],
            proposed: "libre", proposal: proposal)
        patch.add(sheet: QuestionsSheet([question]).draft)
        let sent = WorkbookDraft(
            sheets: [SheetDraft(name: "Parcs", rows: SheetRows([[CellDraft("Nom"), CellDraft("Chiens")]] + rows))])
        var typing = WorkbookPatch()
        typing.edit(sheet: "Questions", cell: CellAddress(column: 4, row: 5), value: "non autorisé")
        let back = try office.savedAgain(try typing.apply(to: try patch.apply(to: try sent.data())), as: format)
        #expect(dogs(takenBack(back).workbook) == ["oui", "tenu en laisse", "oui", "non autorisé"])
        #expect(back.withoutOurRemarks.sheets[0].comments.isEmpty)
    }
}
