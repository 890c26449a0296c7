import Spelling

/// The parts of an address that stands in one cell: `15 bis, rue Antoine Remond 69006 LYON`.
///
/// Reads only what is written: nothing is looked up and nothing is completed.
public struct AddressParts: Sendable, Hashable {
    /// The number with its suffix, as it is written (`15 bis`), empty where there is none.
    public private(set) var houseNumber = ""
    /// The street, or whatever stands before the postcode.
    public private(set) var street = ""
    /// Five digits.
    public private(set) var postcode = ""
    /// What follows the postcode.
    public private(set) var town = ""

    /// Number and street.
    public var address: String { houseNumber.isEmpty ? street : houseNumber + " " + street }

    /// Whether a postcode and a town were found.
    public var isFull: Bool { !postcode.isEmpty && !town.isEmpty && !street.isEmpty }

    /// Takes an address apart.
    public init(_ text: String) {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var place = line[...]
        if let match = Self.postcodeAndTown.firstMatch(in: line) {
            postcode = String(match.1)
            town = String(match.2).trimmed
            place = line[..<match.range.lowerBound]
        }
        takeNumber(from: String(place).trimmed)
    }

    /// A number begins the text and words follow it. A date in a street name (`8 mai 1945`) is no number.
    private mutating func takeNumber(from place: String) {
        guard let match = Self.numberAndStreet.wholeMatch(in: place), !Self.beginsWithMonth(match.3) else {
            street = place
            return
        }
        houseNumber = match.2.map { match.1 + " " + $0 } ?? String(match.1)
        street = String(match.3).trimmed
    }

    private static let postcodeAndTown = Shape(/(?:^|[\s,;\-])(\d{5})\s+([^\d].*)$/)
    private static let numberAndStreet = Shape(
        /(?:n°|N°|no)?\s*(\d{1,4}(?:\s?(?:[-\/]|à|et)\s?\d{1,4})?)\s*(bis|ter|quater|BIS|TER|QUATER|Bis|Ter|[A-Da-d](?=[\s,]))?\s*,?\s+(\D.*)/
    )

    private static func beginsWithMonth(_ words: Substring) -> Bool {
        let word = words.prefix { $0.isLetter }.lowercased()
        return [
            "janvier", "février", "fevrier", "mars", "avril", "mai", "juin", "juillet", "août", "aout", "septembre",
            "octobre", "novembre", "décembre", "decembre", "er",
        ].contains(word)
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while let last = text.last, last.isWhitespace || ",;-".contains(last) { text.removeLast() }
        while let first = text.first, first.isWhitespace || ",;-".contains(first) { text.removeFirst() }
        return String(text)
    }
}
