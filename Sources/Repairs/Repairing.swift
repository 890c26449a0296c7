public import Checks
public import Mapping
import Schemas
import Tables

/// Proposes what could be put right in a mapped table: values first, then rows. It changes nothing.
public struct Repairing: Sendable {
    private let context: CheckContext
    private let rows: RowSetting

    /// A repairing with what is known of the world and of the sender.
    public init(context: CheckContext, rows: RowSetting) {
        self.context = context
        self.rows = rows
    }

    /// The table with everything that is proposed for it. `progress` is told how many fields are done.
    public func draft(of mapped: MappedTable, progress: (Int) -> Void = { _ in }) -> Draft {
        let judge = Judge(schema: mapped.schema, context: context)
        var draft = Draft(mapped: mapped, fields: [], questions: [], findings: [])
        for index in mapped.schema.fields.indices {
            draft.fields.append(fieldDraft(index, mapped, judge))
            draft.findings += MemoryRemarks(
                memory: rows.memory, field: mapped.schema.fields[index], rowNumbers: mapped.table.rowNumbers
            ).findings(in: draft.fields[index])
            progress(index + 1)
        }
        for repair in RowRepair.all { repair.run(&draft, rows) }
        let questions = Questions(schema: mapped.schema)
        for index in mapped.schema.fields.indices {
            let asked = questions.ask(about: index, in: draft.fields[index], rowNumbers: mapped.table.rowNumbers)
            draft.questions += asked.questions
            draft.findings +=
                asked.findings + LostValues.findings(of: index, in: draft.fields[index], mapped: mapped)
                + RoundedCodes.findings(of: index, in: draft.fields[index], mapped: mapped)
        }
        return draft
    }

    private func fieldDraft(_ index: Int, _ mapped: MappedTable, _ judge: Judge) -> FieldDraft {
        let field = mapped.schema.fields[index]
        let cells = mapped.cells[index]
        let setting = RepairSetting(field: index, of: mapped.schema, context: context, cells: cells, judge: judge)
        let repairing = ValueRepairing(field: field, index: index, judge: judge, setting: setting, memory: rows.memory)
        let isPart: Bool = if case .part = mapped.sources[index] { true } else { false }
        let outcomes = (0..<cells.distinctCount).map { repairing.outcome(of: cells.distinct($0), isPart: isPart) }
        return FieldDraft(cells: cells, outcomes: outcomes, rows: [:])
    }
}
