/// Which of the offered media types a client likes best (RFC 9110, §12.5.1).
enum Negotiation {
    /// The place of the best offer, for an `Accept` header; an empty header accepts everything. Between equals the
    /// first offer wins. Nil if none is accepted. Parameters of media types do not matter.
    static func best(of offers: [String], accept: String) -> Int? {
        let ranges = ranges(of: accept)
        guard !ranges.isEmpty else { return offers.isEmpty ? nil : 0 }
        var best: (place: Int, quality: Double)?
        for (place, offer) in offers.enumerated() {
            let quality = quality(of: bare(offer), ranges)
            if quality > 0, quality > best?.quality ?? 0 { best = (place, quality) }
        }
        return best?.place
    }

    private struct Range {
        var type: String
        var quality: Double
    }

    /// No client names more types than this.
    private static let most = 64

    private static func ranges(of accept: String) -> [Range] {
        accept.split(separator: ",").prefix(most).compactMap { part in
            let pieces = part.split(separator: ";").map { trimmed($0).lowercased() }
            guard let type = pieces.first, !type.isEmpty else { return nil }
            let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) }
            return Range(type: type, quality: min(1, max(0, weight ?? 1)))
        }
    }

    /// What is said most precisely counts.
    private static func quality(of type: String, _ ranges: [Range]) -> Double {
        let family = type.prefix { $0 != "/" } + "/*"
        for wanted in [type, String(family), "*/*"] {
            if let range = ranges.first(where: { $0.type == wanted }) { return range.quality }
        }
        return 0
    }

    private static func bare(_ offer: String) -> String { trimmed(offer.prefix { $0 != ";" }).lowercased() }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}
