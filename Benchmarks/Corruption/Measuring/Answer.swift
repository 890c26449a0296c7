import Intake
import Pipeline
import Repairs
import Review
import Schemas
import Tables

/// What came back for one file, cell by cell of its clean rows.
struct Answer {
    /// What is said of one cell.
    struct Verdict {
        let fate: Fate
        let published: String
        let rule: String?
    }

    /// Rows that were published and that are no row of the file.
    private(set) var strays: [String] = []
    private let file: SentFile
    private let clean: CleanTable
    private var places: [Int: Int] = [:]
    private var causes: [CellPlace: Change.Cause] = [:]
    private var asked: [Int: Set<Int>] = [:]
    private var flagged: [Int: Set<Int>] = [:]

    init(file: SentFile, prepared: Prepared) {
        self.file = file
        clean = prepared.reviewed.clean
        let rowOfLine = file.rowOfLine
        // What stands above the sheet, such as “sep=;”, may be counted as a row or not.
        let shift = prepared.reception.headerRow - file.above.count - 1
        let offset = shift == 1 && file.hasFirstLine ? 1 : 0
        for (place, number) in clean.rowNumbers.enumerated() {
            let line = number - 1 - offset
            if line >= 0, line < rowOfLine.count, let row = rowOfLine[line] {
                places[row] = place
            } else {
                strays.append(clean.row(place).joined(separator: "|"))
            }
        }
        for group in prepared.reviewed.changes.groups {
            guard let field = file.schema.index(of: group.cause.field) else { continue }
            for row in group.rows { causes[CellPlace(row: Int(row), field: field)] = group.cause }
        }
        for question in prepared.reviewed.questions { mark(&asked, question.field, question.rows) }
        for finding in prepared.reviewed.findings where finding.severity > .info {
            // What is said of a place is said of both of its numbers.
            let fields = finding.field.map { [$0] } ?? (finding.rule == "location" ? ["lon", "lat"] : [])
            let names = finding.field == nil && finding.rule == "location" ? coordinateNames : fields
            for name in names { mark(&flagged, name, finding.rows) }
            if names.isEmpty, finding.rule == "duplicate-rows" { mark(&flagged, uidName, finding.rows) }
        }
    }

    private var coordinateNames: [String] {
        file.schema.fields.filter { $0.meaning == .longitude || $0.meaning == .latitude }.map(\.name)
    }

    private var uidName: String {
        (file.schema.fields.first { $0.meaning == .uid } ?? file.schema.fields.first { $0.constraints.unique })?.name
            ?? ""
    }

    private func mark(_ marks: inout [Int: Set<Int>], _ field: String, _ rows: [Int]) {
        guard let index = file.schema.index(of: field) else { return }
        marks[index, default: []].formUnion(rows)
    }

    /// What became of a cell.
    func verdict(_ row: Int, _ field: Int, _ original: String, _ damage: Damage?) -> Verdict {
        guard let place = places[row] else { return Verdict(fate: .missed, published: "(row lost)", rule: nil) }
        let published = clean.columns[field][place].text
        let cause = causes[CellPlace(row: place, field: field)]
        func told(_ fate: Fate) -> Verdict { Verdict(fate: fate, published: published, rule: cause?.rule) }
        let numbers = ([place] + [damage?.twin.flatMap { places[$0] }].compactMap { $0 }).map { clean.rowNumbers[$0] }
        let isAsked = family(field).contains { asked[$0].map { !$0.isDisjoint(with: numbers) } ?? false }
        let isFlagged = flagged[field].map { !$0.isDisjoint(with: numbers) } ?? false
        if damage?.expects.isLost == true, isAsked || isFlagged,
            published.isEmpty || published == damage?.cell.text || agrees(published, original, field, nil)
        {
            return told(isAsked ? .asked : .flagged)
        }
        if agrees(published, original, field, damage) {
            return told(cause?.degree == .likely ? .rightLikely : .rightCertain)
        }
        if published.isEmpty { return told(isAsked ? .asked : isFlagged ? .flagged : .missed) }
        // As it was sent: nothing was changed, whatever else is said.
        guard let cause, published != damage?.cell.text else {
            return told(isAsked ? .asked : isFlagged ? .flagged : .missed)
        }
        return told(cause.degree == .likely ? .wrongLikely : .wrongCertain)
    }

    /// The fields among which one question settles all: which commune it is, or where the thing is.
    private func family(_ field: Int) -> [Int] {
        let families: [Set<Field.Meaning>] = [
            [.uid, .uidNumber, .communeName, .communeCode, .postcode], [.longitude, .latitude],
        ]
        guard let meaning = file.schema.fields[field].meaning,
            let family = families.first(where: { $0.contains(meaning) })
        else { return [field] }
        return file.schema.fields.indices.filter { file.schema.fields[$0].meaning.map(family.contains) ?? false }
    }

    private func agrees(_ published: String, _ original: String, _ field: Int, _ damage: Damage?) -> Bool {
        // Bytes, not letters: the canonical form is one of them.
        if Array(published.utf8) == Array(original.utf8) { return true }
        let others = damage?.expects.alternatives ?? []
        if others.contains(where: { Array($0.utf8) == Array(published.utf8) }) { return true }
        let type = file.schema.fields[field].type
        guard type == .number || type == .integer, let first = Double(published), let second = Double(original) else {
            return false
        }
        // 0.00005 degrees are five metres.
        if case .near = damage?.expects { return abs(first - second) < 5e-5 }
        return first == second
    }
}
