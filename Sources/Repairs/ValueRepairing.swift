import Checks
import Schemas
import Tables

/// Repairs the values of one field: each distinct value once.
struct ValueRepairing {
    let field: Field
    let index: Int
    let judge: Judge
    let setting: RepairSetting
    let memory: Memory
    private let tidying: [(name: String, propose: Repair.Work)]
    private let specific: [(name: String, propose: Repair.Work)]

    /// Numbers, dates and codes are short: a longer text is none, whatever it holds (in bytes). Opening hours have
    /// their own limit.
    private static let longest = 1000

    init(field: Field, index: Int, judge: Judge, setting: RepairSetting, memory: Memory) {
        self.field = field
        self.index = index
        self.judge = judge
        self.setting = setting
        self.memory = memory
        let serving = Repair.all.filter { $0.serves(field) }
        tidying = serving.filter(\.tidies).map { ($0.name, $0.prepare(setting)) }
        specific = serving.filter { !$0.tidies }.map { ($0.name, $0.prepare(setting)) }
    }

    /// What becomes of a value. `isPart` says that the value was cut out of a cell that holds several fields.
    func outcome(of sent: Value, isPart: Bool) -> Outcome {
        var outcome = Outcome(sent)
        if isPart, sent.kind != .blank { outcome.steps.append(.init("split-cell", .certain, sent.text)) }
        guard sent.kind != .blank else { return outcome }
        var isAsked = tidy(&outcome)
        if !isAsked, !outcome.value.isEmpty, !judge.accepts(outcome.value, field: index) { repair(&outcome, &isAsked) }
        if isAsked || outcome.degree == .likely || !judge.accepts(outcome.value, field: index) {
            recall(&outcome, &isAsked)
        }
        outcome.problem = judge.problem(of: outcome.value, field: index)
        if isAsked, let reason = outcome.reason {
            outcome.problem = .init(rule: outcome.problem?.rule ?? "ask", text: reason)
        } else if isAsked, outcome.problem == nil {
            outcome.problem = .init(rule: "ask", text: Questions.unsure)
        }
        if outcome.problem == nil { (outcome.candidates, outcome.reason) = ([], nil) }
        return outcome
    }

    /// What is true of any text comes first; it may end in a question. It never spoils what the field accepts.
    private func tidy(_ outcome: inout Outcome) -> Bool {
        for repair in tidying where !outcome.value.isEmpty {
            switch repair.propose(Value(outcome.value, kind: outcome.sent.kind)) {
            case .change(let after, let degree)?:
                if after.isEmpty || judge.accepts(after, field: index) || !judge.accepts(outcome.value, field: index) {
                    outcome.take(repair.name, degree, after)
                }
            case .ask(let candidates, let reason)?:
                outcome.candidates = candidates
                outcome.reason = reason
                return true
            case nil: continue
            }
        }
        return false
    }

    /// The first proposal that passes the checks is taken; the others are dropped.
    private func repair(_ outcome: inout Outcome, _ isAsked: inout Bool) {
        guard outcome.value.utf8.count <= Self.longest || field.meaning == .openingHours else { return }
        for repair in specific {
            switch repair.propose(Value(outcome.value, kind: outcome.sent.kind)) {
            case .change(let after, let degree)? where after.isEmpty || judge.accepts(after, field: index):
                outcome.take(repair.name, degree, after)
                return
            case .ask(let candidates, let reason)?:
                if outcome.candidates.isEmpty { outcome.candidates = candidates }
                if outcome.reason == nil { outcome.reason = reason }
                isAsked = true
            default: continue
            }
        }
    }

    /// What somebody answered before. It never overrides what is certain.
    private func recall(_ outcome: inout Outcome, _ isAsked: inout Bool) {
        guard let answer = memory.answer(field: field.name, value: outcome.sent.text) else { return }
        let said = judge.accepts(answer, field: index) ? answer : repaired(answer)
        guard let said else { return }
        outcome.steps = []
        outcome.value = outcome.sent.text
        outcome.take("remembered", .certain, said)
        outcome.reason = nil
        isAsked = false
    }

    /// An answer is read as leniently as a cell.
    private func repaired(_ answer: String) -> String? {
        var outcome = Outcome(Value(answer))
        var isAsked = tidy(&outcome)
        repair(&outcome, &isAsked)
        return judge.accepts(outcome.value, field: index) && !isAsked ? outcome.value : nil
    }
}
