import Foundation
import Hummingbird
import Portal
import Texts

/// What a request asks, read with care: whatever is too long or malformed is left out.
struct Inquiry {
    let request: Request
    let parameters: [(name: String, value: String)]
    /// The moment of the past that the page shows; nil is now.
    var moment: AskedMoment?

    /// - Parameter longest: What is longer in a value is left out.
    init(_ request: Request, longest: Int = 200) {
        self.request = request
        parameters = Self.parameters(request.uri.query ?? "", longest)
    }

    /// A parameter, without white space around it; empty where it is absent.
    func text(_ name: String) -> String {
        parameters.first { $0.name == name }?.value ?? ""
    }

    /// A whole number within bounds; the lower bound where there is none.
    func number(_ name: String, in bounds: ClosedRange<Int>) -> Int {
        min(max(Int(text(name)) ?? bounds.lowerBound, bounds.lowerBound), bounds.upperBound)
    }

    /// What the page must know about whoever asks.
    var visit: Visit {
        let chosen = Language(rawValue: text("lang"))
        return Visit(
            language: chosen ?? preferred, hasChosenLanguage: chosen != nil, path: request.uri.path,
            query: parameters, isEmbedded: text("embed") == "1", moment: moment?.words)
    }

    /// French, unless the browser prefers English to it (RFC 9110, §12.5.4).
    private var preferred: Language {
        var weights: [Language: Double] = [:]
        for item in (request.headers[.acceptLanguage] ?? "").prefix(500).split(separator: ",") {
            let parts = item.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
            guard let language = parts.first.flatMap({ Language(rawValue: String($0.lowercased().prefix(2))) }) else {
                continue
            }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            weights[language] = max(weights[language] ?? 0, weight)
        }
        return weights[.english, default: 0] > weights[.french, default: 0] ? .english : .french
    }

    private static func parameters(_ query: String, _ longest: Int) -> [(name: String, value: String)] {
        query.prefix(4000).split(separator: "&").prefix(20).compactMap { pair in
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decoded(sides[0]), let value = decoded(sides.count > 1 ? sides[1] : "") else { return nil }
            return (String(name.prefix(40)), trimmed(value, longest))
        }
    }

    private static func decoded(_ word: Substring) -> String? {
        word.replacing("+", with: " ").removingPercentEncoding
    }

    private static func trimmed(_ value: String, _ longest: Int) -> String {
        let visible = value.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
        return String(String.UnicodeScalarView(visible).prefix(longest)).trimmingCharacters(in: .whitespaces)
    }
}
