import Checks
import Geocoding
import Repairs
import Schemas
import Tables

/// Keeps to itself what a question already says, and what a repair has made untrue.
struct FindingsToTell {
    private let draft: Draft
    private let clean: CleanTable
    private let rows: [Int: Int]
    private let askedPlaces: Set<Int>
    private let mendedPlaces: Set<Int>

    /// By field, the rows whose value is kept back because it is personal.
    private let withheld: [Int: Set<Int>]

    init(draft: Draft, clean: CleanTable, locations: [Location], withheld: [Int: Set<Int>] = [:]) {
        self.withheld = withheld
        self.draft = draft
        self.clean = clean
        rows = Dictionary(clean.rowNumbers.enumerated().map { ($1, $0) }) { first, _ in first }
        askedPlaces = Set(draft.questions.filter { $0.rule == "commune-coherence" }.flatMap(\.rows))
        mendedPlaces = Set(locations.filter { $0.evidence["mended"] != nil }.map { clean.rowNumbers[$0.row] })
    }

    /// Coordinates that were read after all need no question.
    func isStillAsked(_ question: Question) -> Bool {
        !areCoordinates(question.field, question.rows) && !isPlaced(question)
    }

    /// The shape of each object said where it is.
    private func isPlaced(_ question: Question) -> Bool {
        guard let field = draft.schema.index(of: question.field), !question.rows.isEmpty,
            [.longitude, .latitude].contains(draft.schema.fields[field].meaning)
        else { return false }
        return question.rows.allSatisfy { number in rows[number].map { !clean.columns[field][$0].text.isEmpty } ?? false
        }
    }

    private func areCoordinates(_ field: String?, _ rows: [Int]) -> Bool {
        guard let meaning = field.flatMap(draft.schema.field)?.meaning, !rows.isEmpty else { return false }
        return (meaning == .longitude || meaning == .latitude) && rows.allSatisfy(mendedPlaces.contains)
    }

    /// A missing column matters no more once every row has its value.
    func isStillTrue(_ finding: Finding) -> Bool {
        if areCoordinates(finding.field, finding.rows) { return false }
        guard finding.rule == "missing-column", let field = finding.field.flatMap(draft.schema.index) else {
            return true
        }
        let cells = clean.columns[field]
        let held = Set(cells.codes)
        return held.contains { cells.kind(of: Int($0)) == .blank }
    }

    /// A value that is asked about is not also told to be missing.
    func withoutAskedRows(_ finding: Finding) -> Finding? {
        guard finding.rule == "required", let field = finding.field.flatMap(draft.schema.index) else { return finding }
        var left = finding
        left.rows = finding.rows.filter { number in
            guard let row = rows[number] else { return true }
            return draft.outcome(field: field, row: row).problem == nil && !isPlaceAsked(field, number)
                && withheld[field]?.contains(row) != true
        }
        return left.rows.isEmpty ? nil : left.rows.count == finding.rows.count ? finding : retold(left, field)
    }

    /// While the commune is asked about, neither its code nor an identifier can be given.
    private func isPlaceAsked(_ field: Int, _ number: Int) -> Bool {
        let hanging: Set<Field.Meaning?> = [.uid, .uidNumber, .communeName, .communeCode, .postcode]
        return hanging.contains(draft.schema.fields[field].meaning) && askedPlaces.contains(number)
    }

    private func retold(_ finding: Finding, _ field: Int) -> Finding {
        var retold = finding
        retold.text = TableCheckWords.unknown(draft.schema.fields[field].title, rows: finding.rows.count)
        return retold
    }
}
