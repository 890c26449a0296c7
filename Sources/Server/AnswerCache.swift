import APIs
import Editions
import Synchronization
import Texts

/// Answers of the APIs that were given already, up to 64 MB: the same question about the same edition is a copy of
/// bytes. What was asked of an edition that is no longer current is forgotten first.
final class AnswerCache: Sendable {
    /// A question.
    struct Key: Hashable {
        var target: String
        var accept: String
        var language: Language
        var origin: String
        var tag: String
        /// For answers that say how long files are: how many were made by then.
        var filesMade = 0
    }

    private struct Kept {
        var answers: [Key: APIResponse] = [:]
        var size = 0
        var tag = ""
    }

    private let kept = Mutex(Kept())
    private static let limit = 64_000_000

    subscript(key: Key) -> APIResponse? { kept.withLock { $0.answers[key] } }

    /// Keeps an answer if it is one that can be given again, with a tag of its bytes; returns it.
    func keep(_ answer: APIResponse, under key: Key?) -> APIResponse {
        guard case .bytes(let bytes) = answer.body, answer.status == 200, let key else { return answer }
        var answer = answer
        if answer.tag == nil { answer.tag = EntityTag.of(bytes) }
        guard bytes.count <= Self.limit / 16, key.target.utf8.count <= 2000 else { return answer }
        kept.withLock { kept in
            if kept.tag != key.tag || kept.size + bytes.count > Self.limit { kept = Kept(tag: key.tag) }
            kept.answers[key] = answer
            kept.size += bytes.count + 1000
        }
        return answer
    }
}
