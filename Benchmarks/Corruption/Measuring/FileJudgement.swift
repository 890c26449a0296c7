import Intake
import Pipeline
import Repairs
import Review
import Schemas
import Tables

/// What became of each cell of one file.
struct FileJudgement {
    let model: String
    let corruption: Corruption
    var recoverable = Fates()
    var lost = Fates()
    /// Cells that nobody had damaged, and that came back different: by what was said of them.
    var bystanders = Fates()
    var failures: [Failure] = []
    /// How many cells nobody had damaged.
    var innocent = 0

    init(file: SentFile, prepared: Prepared, corruption: Corruption, seed: UInt64) {
        model = file.schema.name
        self.corruption = corruption
        let answer = Answer(file: file, prepared: prepared)
        for row in file.clean.indices {
            for field in file.schema.fields.indices { judge(file, answer, row, field, seed) }
        }
        for line in answer.strays {
            failures.append(Failure(file, corruption, "stray row published", "", line, "", .missed, nil, seed))
        }
    }

    init(unreadable file: SentFile, because reason: String, corruption: Corruption, seed: UInt64) {
        model = file.schema.name
        self.corruption = corruption
        for row in file.clean.indices {
            for field in file.schema.fields.indices where !file.clean[row][field].isEmpty {
                lose(file, row, field, reason, seed)
            }
        }
    }

    private mutating func lose(_ file: SentFile, _ row: Int, _ field: Int, _ reason: String, _ seed: UInt64) {
        recoverable.add(.missed)
        failures.append(Failure(file, corruption, "unreadable", "", "", reason, .missed, nil, seed))
    }

    private mutating func judge(_ file: SentFile, _ answer: Answer, _ row: Int, _ field: Int, _ seed: UInt64) {
        let clean = file.clean[row][field]
        let damage = file.damages[CellPlace(row: row, field: field)]
        let isAtStake = damage != nil || file.endangersAll && !clean.isEmpty
        let verdict = answer.verdict(row, field, clean, damage)
        guard isAtStake else {
            innocent += 1
            guard verdict.fate != .rightCertain, verdict.fate != .rightLikely else { return }
            bystanders.add(verdict.fate)
            failures.append(
                Failure(
                    file, corruption, "bystander", file.schema.fields[field].name, clean, verdict.published,
                    verdict.fate, verdict.rule, seed))
            return
        }
        let isLost = damage?.expects.isLost ?? false
        if isLost { lost.add(verdict.fate) } else { recoverable.add(verdict.fate) }
        let isGood =
            isLost
            ? [.rightCertain, .rightLikely, .asked, .flagged].contains(verdict.fate)
            : [.rightCertain, .rightLikely].contains(verdict.fate)
        guard !isGood else { return }
        var failure = Failure(
            file, corruption, damage?.form ?? "whole file", file.schema.fields[field].name, damage?.cell.text ?? clean,
            verdict.published, verdict.fate, verdict.rule, seed)
        failure.expected = isLost ? "asked or flagged (was \(clean))" : clean
        failures.append(failure)
    }
}
