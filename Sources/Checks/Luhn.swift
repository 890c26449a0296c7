/// The check digit of the numbers of the French register of companies (ISO/IEC 7812, annex B).
public enum Luhn {
    /// Whether a number of ASCII digits ends with the digit that the others call for.
    public static func holds(_ digits: some StringProtocol) -> Bool {
        let sum = digits.utf8.reversed().enumerated().reduce(0) { sum, place in
            let digit = Int(place.element) - 0x30
            guard !place.offset.isMultiple(of: 2) else { return sum + digit }
            return sum + (digit * 2 > 9 ? digit * 2 - 9 : digit * 2)
        }
        return sum.isMultiple(of: 10)
    }

    /// The establishments of La Poste share one key rule of their own: the sum of their digits divides by five.
    static func holdsForPost(_ siret: some StringProtocol) -> Bool {
        siret.hasPrefix("356000000") && siret.utf8.reduce(0) { $0 + Int($1) - 0x30 }.isMultiple(of: 5)
    }
}
