import Mapping
import Schemas
import Tables
import Territories
import Texts

extension RowRepair {
    /// Codes that a spreadsheet counted up when a cell was dragged down: `Bron 69029`, `Bron 69030`, `Bron 69031`.
    static let fillHandle = RowRepair(
        "fill-handle",
        Text(
            fr:
                "Rend son code à une commune quand le tableur l'a augmenté de un à chaque ligne, en recopiant vers le bas.",
            en: "Gives a commune its code back where the spreadsheet added one on each row, when it was dragged down.")
    ) { draft, setting in
        let fields = draft.schema.fields
        guard let name = fields.firstIndex(where: { $0.meaning == .communeName }) else { return }
        for field in fields.indices where fields[field].meaning == .communeCode || fields[field].meaning == .postcode {
            for run in CountedRun.runs(of: field, along: name, in: draft) {
                let commune = commune(of: run, fields, draft, setting)
                guard let commune, isOwn(run, fields[field], commune, setting.reference) else { continue }
                for row in run.rows.dropFirst() {
                    // A code that is one of the commune (the arrondissements of Lyon follow each other) was not counted up.
                    let code = draft.value(field: field, row: row)
                    guard !agrees(code, fields[field], commune, setting.reference) else { continue }
                    draft.propose(field: field, row: row, rule: "fill-handle", degree: .likely, run.first)
                }
            }
        }
    }

    /// The commune of a run: by its name, and by the INSEE code of its first row where several bear the name.
    private static func commune(
        of run: CountedRun, _ fields: [Field], _ draft: Draft, _ setting: RowSetting
    ) -> Commune? {
        if let commune = setting.reference.match(name: run.name, among: setting.scope).commune { return commune }
        guard let code = fields.firstIndex(where: { $0.meaning == .communeCode }) else { return nil }
        return setting.reference.commune(code: draft.value(field: code, row: run.rows.lowerBound))
    }

    /// Whether the first code of a run is that of the commune; where its postcodes are not known, whether it is of its
    /// département. No commune has postcodes that follow each other, but the three that have districts.
    private static func isOwn(
        _ run: CountedRun, _ field: Field, _ commune: Commune, _ reference: Reference
    ) -> Bool {
        if agrees(run.first, field, commune, reference) { return true }
        guard field.meaning == .postcode, reference.contains(postcode: run.first, code: commune.code) == nil,
            !["75", "69", "13"].contains(run.first.prefix(2)) || run.first.hasSuffix("0"),
            reference.districts(of: commune.code).isEmpty
        else { return false }
        return commune.code.hasPrefix(run.first.prefix(2)) || run.first.hasPrefix("20") && commune.code.hasPrefix("2")
    }

    /// The first row still says what was meant.
    private static func agrees(_ code: String, _ field: Field, _ commune: Commune, _ reference: Reference) -> Bool {
        field.meaning == .communeCode
            ? reference.commune(code: code)?.parentCode == commune.parentCode
            : reference.contains(postcode: code, code: commune.code) == true
    }
}

/// Rows one below the other, of one commune, whose codes go up by one.
private struct CountedRun {
    let name: String
    let first: String
    let rows: Range<Int>

    /// Two codes in a row may be chance; three are not.
    static let shortest = 3

    static func runs(of field: Int, along name: Int, in draft: Draft) -> [CountedRun] {
        var runs: [CountedRun] = []
        var start = 0
        var last: (name: String, code: Int)?
        for row in 0...draft.mapped.rowCount {
            let next = row < draft.mapped.rowCount ? said(field, name, row, draft) : nil
            if let last, let next, next.name == last.name, next.code == last.code + 1 {
                // The run goes on.
            } else {
                if row - start >= shortest, last != nil {
                    runs.append(
                        CountedRun(
                            name: draft.value(field: name, row: start), first: draft.value(field: field, row: start),
                            rows: start..<row))
                }
                start = row
            }
            last = next
        }
        return runs
    }

    private static func said(_ field: Int, _ name: Int, _ row: Int, _ draft: Draft) -> (name: String, code: Int)? {
        let code = draft.value(field: field, row: row), name = draft.value(field: name, row: row)
        guard !name.isEmpty, code.utf8.count == 5, let number = Int(code) else { return nil }
        return (name, number)
    }
}
