import Foundation

/// A number as it was typed: digits, comma or point, spaces between thousands, a word before, a unit behind.
struct FrenchNumber {
    /// The number with a decimal point.
    let number: String
    /// The unit behind it, in plain letters (`m2`), if there is one.
    let unit: String?
    /// Whether the writer said that it is not exact.
    let isAbout: Bool
    /// False where one mark before three digits may be a decimal or a thousands mark (`1,234`).
    let isPlain: Bool

    init?(_ text: String) {
        let line = text.replacing(/[\u{A0}\u{202F}\u{2009}]/, with: " ").lowercased()
        let pattern = /\s*(~|±|≈|environ|env\.?|approx\.?|plus de|moins de|près de|ca\.?)?\s*([+-]?[\d][\d .,']*|[+-]?,\d+)\s*([a-zµ%€][a-zµ²³0-9\/%€.]*)?\s*\.?\s*/
        guard let match = line.wholeMatch(of: pattern) else { return nil }
        let digits = String(match.2).filter { $0 != "'" }.trimmingCharacters(in: .whitespaces)
        guard let (number, isPlain) = Self.read(digits) else { return nil }
        self.number = number
        self.isPlain = isPlain
        isAbout = match.1 != nil
        unit = match.3.map { Self.plainUnit(String($0)) }
    }

    /// A unit without its typography: `m²` and `M2` are `m2`; square metres in words too.
    static func plainUnit(_ unit: String) -> String {
        let plain = unit.lowercased().replacing("²", with: "2").replacing("³", with: "3").replacing(".", with: "")
        return ["mètres": "m", "metres": "m", "mètre": "m", "euros": "€", "eur": "€", "mtrs": "m"][plain] ?? plain
    }

    private static func read(_ digits: String) -> (String, isPlain: Bool)? {
        let spaced = digits.split(separator: " ", omittingEmptySubsequences: true)
        // Spaces may stand only between groups of three.
        if spaced.count > 1 {
            let whole = spaced[0].allSatisfy { $0.isNumber || $0 == "-" || $0 == "+" } && spaced[0].count <= 4
            let groups = spaced.dropFirst().enumerated().allSatisfy { index, group in
                let head = group.prefix { $0.isNumber }
                return head.count == 3 && (head.count == group.count || index == spaced.count - 2)
            }
            guard whole, groups else { return nil }
        }
        let joined = spaced.joined()
        let commas = joined.count { $0 == "," }, points = joined.count { $0 == "." }
        switch (commas, points) {
        case (0, 0): return (joined, true)
        case (1, 0): return decimal(joined, mark: ",", hasGroups: spaced.count > 1)
        case (0, 1): return decimal(joined, mark: ".", hasGroups: true)
        case (1, 1...):
            guard let comma = joined.firstIndex(of: ","), let point = joined.lastIndex(of: ".") else { return nil }
            // The last mark is the decimal one, the other sets thousands apart.
            if point < comma { return grouped(joined, thousands: ".", decimal: ",") }
            return points == 1 ? grouped(joined, thousands: ",", decimal: ".") : nil
        case (2..., 0): return grouped(joined, thousands: ",", decimal: ".")
        case (2..., 1): return grouped(joined, thousands: ",", decimal: ".")
        case (0, 2...): return grouped(joined, thousands: ".", decimal: ",")
        default: return nil
        }
    }

    /// One mark: a decimal, unless exactly three digits follow one to three others.
    private static func decimal(_ text: String, mark: Character, hasGroups: Bool) -> (String, isPlain: Bool)? {
        let parts = text.split(separator: mark, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].allSatisfy(\.isNumber), !parts[1].isEmpty else { return nil }
        let head = parts[0].isEmpty ? "0" : String(parts[0])
        let digits = head.drop { $0 == "-" || $0 == "+" }
        let mayBeThousands = !hasGroups && parts[1].count == 3 && (1...3).contains(digits.count) && digits != "0"
        return (head + "." + parts[1], !mayBeThousands)
    }

    private static func grouped(_ text: String, thousands: Character, decimal: Character) -> (String, isPlain: Bool)? {
        let parts = text.split(separator: decimal, omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count) else { return nil }
        let groups = parts[0].split(separator: thousands, omittingEmptySubsequences: false)
        guard groups.count > 1, groups[0].count <= 4, groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        return (groups.joined() + (parts.count == 2 ? "." + parts[1] : ""), true)
    }
}
