import Foundation
import Spelling

/// A number as it was typed: digits, comma or point, spaces between thousands, a word before, a unit behind.
struct FrenchNumber {
    /// The number with a decimal point.
    let number: String
    /// The unit behind it, in plain letters (`m2`), if there is one.
    let unit: String?
    /// Whether the writer said that it is not exact.
    let isAbout: Bool
    /// The other number that the same marks may mean (`1,234` is 1.234 or 1234), if there is one.
    let other: String?

    init?(_ text: String) {
        // No number is longer, and reading backtracks.
        guard text.utf8.count <= 80 else { return nil }
        let line = String(text.map { Self.narrowSpaces.contains($0) ? " " : $0 }).replacing("−", with: "-").lowercased()
        guard let match = Self.shape.wholeMatch(in: line) else { return nil }
        let digits = String(match.2).replacing("'", with: " ").trimmingCharacters(in: .whitespaces)
        guard let (number, other) = Self.read(digits) else { return nil }
        self.number = number.hasPrefix("+") ? String(number.dropFirst()) : number
        self.other = other
        isAbout = match.1 != nil
        unit = match.3.map { Self.plainUnit(String($0)) }
    }

    private static let narrowSpaces: Set<Character> = ["\u{A0}", "\u{202F}", "\u{2009}"]
    private static let shape = Shape(
        /\s*(~|±|≈|environ|env\.?|approx\.?|plus de|moins de|près de|ca\.?)?\s*([+-]?[0-9][0-9 .,']*|[+-]?,[0-9]+)\s*([a-zµ%€][a-zà-ÿµ²³0-9\/%€.]*)?\s*\.?\s*/
    )

    /// A unit without its typography: `m²` and `M2` are `m2`; square metres in words too.
    static func plainUnit(_ unit: String) -> String {
        let plain = unit.lowercased().replacing("²", with: "2").replacing("³", with: "3").replacing(".", with: "")
        return ["mètres": "m", "metres": "m", "mètre": "m", "euros": "€", "euro": "€", "eur": "€", "mtrs": "m"][plain]
            ?? plain
    }

    /// The number, and the other one that it may be.
    private typealias Reading = (number: String, other: String?)

    private static func read(_ digits: String) -> Reading? {
        let spaced = digits.split(separator: " ", omittingEmptySubsequences: true)
        guard hasGroupsOfThree(spaced) else { return nil }
        let joined = spaced.joined()
        switch (joined.count { $0 == "," }, joined.count { $0 == "." }) {
        case (0, 0): return (joined, nil)
        case (1, 0): return decimal(joined, mark: ",", mayBeThousands: spaced.count == 1)
        case (0, 1): return decimal(joined, mark: ".", mayBeThousands: false)
        case (1, 1...): return mixed(joined)
        case (2..., 1): return grouped(joined, thousands: ",", decimal: ".").map { ($0, nil) }
        // Three numbers of three digits look the same: somebody must say.
        case (2..., 0): return grouped(joined, thousands: ",", decimal: ".").map { ($0, "") }
        case (0, 2...): return grouped(joined, thousands: ".", decimal: ",").map { ($0, "") }
        default: return nil
        }
    }

    /// Spaces may stand only between groups of three digits, after one to three others.
    private static func hasGroupsOfThree(_ spaced: [Substring]) -> Bool {
        guard spaced.count > 1 else { return true }
        let head = spaced[0].drop { $0 == "-" || $0 == "+" }
        guard (1...3).contains(head.count), head.allSatisfy(\.isNumber) else { return false }
        return spaced.dropFirst().enumerated().allSatisfy { index, group in
            let digits = group.prefix { $0.isNumber }
            return digits.count == 3 && (digits.count == group.count || index == spaced.count - 2)
        }
    }

    /// The last mark is the decimal one, the other sets thousands apart.
    private static func mixed(_ text: String) -> Reading? {
        guard let comma = text.firstIndex(of: ","), let point = text.lastIndex(of: ".") else { return nil }
        if point < comma { return grouped(text, thousands: ".", decimal: ",").map { ($0, nil) } }
        return text.count { $0 == "." } == 1 ? grouped(text, thousands: ",", decimal: ".").map { ($0, nil) } : nil
    }

    /// One mark: a decimal, unless exactly three digits follow one to three others.
    private static func decimal(_ text: String, mark: Character, mayBeThousands: Bool) -> Reading? {
        let parts = text.split(separator: mark, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].allSatisfy(\.isNumber), !parts[1].isEmpty else { return nil }
        let head = parts[0].isEmpty ? "0" : String(parts[0])
        let digits = head.drop { $0 == "-" || $0 == "+" }
        let isDoubtful = mayBeThousands && parts[1].count == 3 && (1...3).contains(digits.count) && digits.first != "0"
        return (head + "." + parts[1], isDoubtful ? head + parts[1] : nil)
    }

    private static func grouped(_ text: String, thousands: Character, decimal: Character) -> String? {
        let parts = text.split(separator: decimal, omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.dropFirst().allSatisfy({ !$0.isEmpty }) else { return nil }
        let groups = parts[0].split(separator: thousands, omittingEmptySubsequences: false)
        let head = groups[0].drop { $0 == "-" || $0 == "+" }
        guard groups.count > 1, (1...3).contains(head.count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
            return nil
        }
        return groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
    }
}
