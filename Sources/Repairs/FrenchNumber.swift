import Foundation
import Spelling

/// A number as it was typed: digits, comma or point, spaces between thousands, a word before, a unit behind.
struct FrenchNumber {
    /// The number with a decimal point.
    private(set) var number: String
    /// The unit before or behind it, in plain letters (`m2`), if there is one.
    private(set) var unit: String?
    /// How the writer meant it.
    private(set) var sense: Sense
    /// The other number that the same marks may mean (`1,234` is 1.234 or 1234), if there is one.
    let other: String?

    /// What stands around a number and changes its sense.
    enum Sense {
        /// The number and nothing else.
        case exact
        /// `environ 500`, `500 env.`, `~500`; a mark too many behind it.
        case about
        /// `(500)`, as accountants write what is below zero.
        case negative
        /// `plus de 500`, `< 500`: not a number but a limit of one.
        case limit
    }

    init?(_ text: String) {
        // No number is longer, and reading backtracks.
        guard text.utf8.count <= 80 else { return nil }
        var line = String(text.map { Self.narrowSpaces.contains($0) ? " " : $0 }).lowercased().withoutOuterSpace
        sense = Self.takeParentheses(from: &line) ? .negative : .exact
        if line.first.map({ "−–‐‑".contains($0) }) == true { line = "-" + line.dropFirst() }
        guard let match = Self.shape.wholeMatch(in: line) else { return nil }
        var digits = String(match.3).replacing("'", with: " ").withoutOuterSpace
        if let last = digits.last, ".,".contains(last) {
            digits.removeLast()
            sense = .about
        }
        guard let (number, other) = Self.read(digits) else { return nil }
        self.number = number.hasPrefix("+") ? String(number.dropFirst()) : number
        self.other = other
        unit = (match.4 ?? match.2).map { Self.plainUnit(String($0)) }
        takeCents()
        if let unit, Self.aboutWords.contains(unit) { (self.unit, sense) = (nil, .about) }
        if match.1 != nil || match.5 != nil { sense = .about }
        if let before = match.1, Self.limits.fits(before) { sense = .limit }
        if sense == .negative { self.number = "-" + self.number }
    }

    private static let narrowSpaces: Set<Character> = ["\u{A0}", "\u{202F}", "\u{2009}", "\u{2007}"]
    private static let aboutWords: Set<String> = ["environ", "env", "approx", "approximatif", "approximativement"]
    private static let limits = Shape(/(?:plus|moins) de|au (?:plus|moins)|[<>≤≥]=?|min.*|max.*|jusqu.*/)
    private static let shape = Shape(
        /(~|±|≈|\+\/-|environ|env\.?|approx\.?|circa|ca\.?|près de|presque|autour de|de l['’]ordre de|à peu près|plus de|moins de|au moins|au plus|minimum|maximum|mini?\.?|maxi?\.?|jusqu['’]à|[<>≤≥]=?)?\s*(€|eur|euros)?\s*([+-]?[0-9][0-9 .,']*|[+-]?,[0-9]+)\s*([a-zà-ÿµ%€][a-zà-ÿµ²³0-9\/%€.]*(?: carrés?| carres?| cubes?)?)?\s*\.?\s*(\(?(?:environ|env\.?|approx\.?)\)?|~|±|\?)?/
    )

    /// `(1 234,5)`: parentheses around digits only.
    private static func takeParentheses(from line: inout String) -> Bool {
        guard line.first == "(", line.last == ")", line.dropFirst().first?.isNumber == true else { return false }
        line = String(line.dropFirst().dropLast()).withoutOuterSpace
        return true
    }

    /// `12€50`.
    private mutating func takeCents() {
        guard let unit, unit.count == 3, unit.first == "€", !number.contains("."),
            unit.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber })
        else { return }
        number += "." + unit.dropFirst()
        self.unit = "€"
    }

    /// A unit without its typography: `m²` and `M2` are `m2`; square metres in words too.
    static func plainUnit(_ unit: String) -> String {
        let plain = unit.lowercased().replacing("²", with: "2").replacing("³", with: "3").replacing(".", with: "")
        let key = plain.folded
        if key.hasPrefix("metre") || key.hasPrefix("m ") {
            return key.hasSuffix("carre") || key.hasSuffix("carres") ? "m2" : key.contains("cube") ? "m3" : "m"
        }
        return sameUnits[plain] ?? plain
    }

    private static let sameUnits = [
        "euros": "€", "euro": "€", "eur": "€", "mtrs": "m", "mq": "m2", "hectare": "ha", "hectares": "ha",
        "pourcent": "%",
        "pourcents": "%", "pct": "%", "centimètres": "cm", "centimètre": "cm", "kilomètres": "km", "kilomètre": "km",
        "kms": "km", "h": "h", "heures": "h", "heure": "h", "kilos": "kg", "ares": "are",
    ]

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
