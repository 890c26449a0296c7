import Foundation
import Spelling

extension QueryFunction {
    /// Functions of texts.
    static let texts: [QueryFunction] = [
        text("casei", "The text without the difference between capitals and small letters.", to: .text) {
            .text(TextChange.casei($0))
        },
        text("accenti", "The text without accents.", to: .text) { .text(TextChange.accenti($0)) },
        text("lower", "The text in small letters.", to: .text) { .text($0.lowercased()) },
        text("upper", "The text in capitals.", to: .text) { .text($0.uppercased()) },
        text("trim", "The text without white space around it.", to: .text) {
            .text($0.trimmingCharacters(in: .whitespacesAndNewlines))
        },
        text("length", "How many characters a text has.", to: .number) { .number(Double($0.unicodeScalars.count)) },
        QueryFunction(
            "concat", [.text, .text], repeats: true, to: .text, "The texts one behind the other."
        ) { worths in
            .text(worths.reduce(into: "") { if case .text(let text) = $1 { $0 += text } })
        },
        QueryFunction(
            "startswith", [.text, .text], to: .boolean,
            "Whether a text begins with another, whatever the capitals, accents and punctuation."
        ) { worths in
            guard case .text(let text) = worths[0], case .text(let beginning) = worths[1] else { return .unknown }
            return .boolean(text.folded.hasPrefix(beginning.folded))
        },
    ]

    private static func text(
        _ name: String, _ purpose: String, to result: ValueType, _ work: @escaping @Sendable (String) -> Worth
    ) -> QueryFunction {
        QueryFunction(name, [.text], to: result, purpose) { worths in
            guard case .text(let text) = worths[0] else { return .unknown }
            return work(text)
        }
    }
}
