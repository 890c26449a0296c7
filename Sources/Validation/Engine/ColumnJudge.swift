/// Judges the cells of one column. One a worker: it remembers what it saw.
final class ColumnJudge {
    let plan: FieldPlan
    private let look: QuickLook
    private let checks: [ValueCheck]
    private let memo: CellMemo
    private let isEmptyMissing: Bool
    private let hasOtherMissing: Bool

    init(_ plan: FieldPlan, checks: [ValueCheck], hasNativeCells: Bool, stable: Bytes) {
        self.plan = plan
        self.checks = checks
        memo = CellMemo(stable: stable)
        isEmptyMissing = plan.missingValues.contains([])
        hasOtherMissing = plan.missingValues.contains { !$0.isEmpty }
        look = hasNativeCells ? .none : QuickLook.made(for: plan, checks: checks, stable: stable)
    }

    /// Whether a cell is good. What is not is told by `marks`.
    @inline(__always)
    func accepts(_ cell: Bytes) -> Bool {
        if cell.isEmpty, isEmptyMissing { return !plan.isRequired }
        if hasOtherMissing, plan.isMissing(cell) { return !plan.isRequired }
        return look.accepts(cell) || acceptsExactly(cell)
    }

    /// The exact judgement, unless the same cell was judged before.
    private func acceptsExactly(_ cell: Bytes) -> Bool {
        if memo.holds(cell) { return true }
        guard let value = plan.value(of: cell) else { return false }
        for constraint in plan.constraints where !constraint.accepts(value, cell: cell) { return false }
        if plan.item != nil, !itemMarks(value).isEmpty { return false }
        for check in checks where !accepts(check, value, cell) { return false }
        memo.keep(cell)
        return true
    }

    private func accepts(_ check: ValueCheck, _ value: Logical, _ cell: Bytes) -> Bool {
        if case .text = value { return check.accepts(cell) }
        return check.takesAnyType && check.accepts(cell)
    }

    /// What is wrong with a cell, apart from the checks of Validata, which come after all other faults of the row.
    func marks(_ cell: Bytes) -> [FaultMark.What] {
        guard !plan.isMissing(cell) else { return plan.isRequired ? [.required] : [] }
        guard let value = plan.value(of: cell) else { return [.type] }
        var marks: [FaultMark.What] = []
        for (place, constraint) in plan.constraints.enumerated() where !constraint.accepts(value, cell: cell) {
            marks.append(.constraint(Int32(place)))
        }
        return marks.isEmpty && plan.item != nil ? itemMarks(value) : marks
    }

    /// Whether a check finds a cell wrong that it may judge.
    func refuses(_ check: ValueCheck, _ cell: Bytes) -> Bool {
        guard !plan.isMissing(cell), let value = plan.value(of: cell) else { return false }
        return !accepts(check, value, cell)
    }

    /// What is wrong with the items of an array: each sort once.
    private func itemMarks(_ value: Logical) -> [FaultMark.What] {
        guard let item = plan.item, case .json(.list(let items)) = value else { return [] }
        var (isOfType, isFilled) = (true, true)
        var broken: Set<Int32> = []
        for tree in items {
            if tree == .null || tree == .text("") {
                if item.isRequired { isFilled = false }
                continue
            }
            guard let value = item.reader.read(tree) else {
                isOfType = false
                continue
            }
            let text = tree.string ?? ""
            text.withBytes { bytes in
                for (place, constraint) in item.constraints.enumerated() where !constraint.accepts(value, cell: bytes) {
                    broken.insert(Int32(place))
                }
            }
        }
        return (isOfType ? [] : [.itemType]) + (isFilled ? [] : [.itemRequired])
            + broken.sorted().map { .itemConstraint($0) }
    }
}

extension QuickLook {
    /// The quick look for a field.
    static func made(for plan: FieldPlan, checks: [ValueCheck], stable: Bytes) -> QuickLook {
        switch plan.descriptor.type {
        case "string":
            let isFree = plan.constraints.isEmpty && checks.isEmpty && plan.descriptor.format == "default"
            if isFree { return .anything }
            return TextRules(plan, checks: checks, stable: stable).map(QuickLook.text) ?? .none
        case "any": return plan.constraints.isEmpty && checks.isEmpty ? .anything : .none
        default: break
        }
        guard checks.isEmpty, plan.descriptor.tree["categories"] == nil else { return .none }
        let isUsual =
            ["bareNumber", "groupChar", "decimalChar"].allSatisfy { plan.descriptor.tree[$0] == nil }
        let bounds = Bounds(plan.constraints)
        switch plan.descriptor.type {
        case "integer":
            guard isUsual, let bounds else { return .none }
            return .integer(
                above: bounds.above.map { Int($0.rounded(.up)) } ?? .min,
                below: bounds.below.map { Int($0.rounded(.down)) } ?? .max)
        case "number":
            guard isUsual, let bounds else { return .none }
            return .number(above: bounds.above ?? -.infinity, below: bounds.below ?? .infinity)
        case "date" where plan.constraints.isEmpty:
            return ["default", "%Y-%m-%d"].contains(plan.descriptor.format) ? .isoDay : .none
        case "year" where plan.constraints.isEmpty: return .year
        case "boolean" where plan.constraints.isEmpty:
            let (yes, no) = (plan.descriptor.tree["trueValues"], plan.descriptor.tree["falseValues"])
            let words =
                (yes.map { SchemaDescriptor.names($0) } ?? BooleanReader.usualTrue)
                + (no.map { SchemaDescriptor.names($0) } ?? BooleanReader.usualFalse)
            return .words(words.compactMap { word in word.withBytes { ShortWord($0) } })
        default: return .none
        }
    }

    /// Bounds that a number surely keeps while it does not touch them.
    private struct Bounds {
        var above: Double?
        var below: Double?

        /// Nil where a constraint is no bound, or too large a one.
        init?(_ constraints: [Constraint]) {
            for constraint in constraints {
                guard case .bound(.number(let bound), let isLower, _) = constraint.rule, abs(bound.double) < 1e15 else {
                    return nil
                }
                if isLower {
                    above = max(above ?? bound.double, bound.double)
                } else {
                    below = min(below ?? bound.double, bound.double)
                }
            }
        }
    }
}
