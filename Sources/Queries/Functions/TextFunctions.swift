import Foundation
import Spelling

extension QueryFunction {
    /// Functions of texts.
    static let texts: [QueryFunction] = [
        text("casei", "The text without the difference between capitals and small letters.", to: .text) {
            .text($0.caseFolded)
        },
        text("accenti", "The text without accents.", to: .text) { .text($0.withoutAccents) },
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

extension String {
    /// The text after Unicode's full case folding: `Straße` and `STRASSE` meet.
    var caseFolded: String {
        // Capitals first, because only they open ligatures and the German sharp s.
        utf8.allSatisfy { $0 < 0x80 } ? lowercased() : uppercased().lowercased()
    }

    /// The text without its diacritics; punctuation and capitals stay.
    var withoutAccents: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return self }
        var plain = ""
        for scalar in decomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar.properties.generalCategory == .nonspacingMark { continue }
            // Letters with a stroke, which Unicode does not take apart.
            switch scalar {
            case "ø": plain += "o"
            case "Ø": plain += "O"
            case "ł": plain += "l"
            case "Ł": plain += "L"
            case "đ": plain += "d"
            case "Đ": plain += "D"
            default: plain.unicodeScalars.append(scalar)
            }
        }
        return plain
    }
}
