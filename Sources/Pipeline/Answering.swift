import Repairs
import Review
import Schemas
import Spreadsheets
import Templates
import Territories

/// Reads the answers in a workbook that came back.
struct Answering {
    let schema: Schema
    let sender: Commune?
    let file: String
    let when: String

    /// The decisions that the answers are; none where the workbook holds no questions of ours.
    func decisions(in workbook: Workbook?) -> [Decision] {
        guard let workbook else { return [] }
        return QuestionsSheet.answers(in: workbook).compactMap { answer in
            guard let key = MemoryKey(identifier: answer.id), schema.field(key.field) != nil else { return nil }
            return Decision(
                schema: schema.name, field: key.field, value: key.value,
                answer: Question.isLeaveEmpty(answer.answer) ? "" : answer.answer, commune: sender?.code, when: when,
                file: file)
        }
    }
}
