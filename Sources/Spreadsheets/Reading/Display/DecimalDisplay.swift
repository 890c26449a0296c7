import Foundation

/// How frictionless writes a number under a format: rounded to as many decimals as the code has places, and nothing else
/// of the code.
struct DecimalDisplay: Equatable {
    private let isPercent: Bool
    /// The sections of the code, that of numbers below zero second.
    private let sections: [Section]

    private struct Section: Equatable {
        /// How many decimals are written; nil where the number stays a number.
        var places: Int?
        /// How many of them are left out where they are zeros.
        var optional = 0

        init(_ code: Substring) {
            let parts = code.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count < 3 else { return }
            let decimals = parts.count == 2 ? parts[1].filter { "0#?".contains($0) } : ""
            places = decimals.count
            optional = decimals.reversed().prefix { $0 == "#" }.count
        }
    }

    init(_ code: String) {
        isPercent = code.hasSuffix("%")
        let sections = (isPercent ? code.dropLast() : code[...]).split(separator: ";", omittingEmptySubsequences: false)
        self.sections = sections.prefix(2).map(Section.init)
    }

    /// The number as it is shown; nil where it stays a number.
    func text(of number: Double) -> String? {
        let number = isPercent ? number * 100 : number
        let section = sections[number < 0 ? sections.count - 1 : 0]
        guard let places = section.places else { return nil }
        // Rounded as Python rounds: exactly, from the binary number, ties to even.
        var text = String(format: "%.*f", places, number)
        for _ in 0..<section.optional where text.hasSuffix("0") { text.removeLast() }
        return isPercent ? text + "%" : text
    }
}
