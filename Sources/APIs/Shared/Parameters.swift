/// The parameters of a request, read strictly: one that is unknown or stands twice is an error, so that a misspelt
/// filter never looks like an answer.
struct Parameters: Sendable {
    private let values: [String: String]

    /// The parameters of a request that may only have these names.
    init(_ request: APIRequest, known: Set<String>) throws(Problem) {
        var values: [String: String] = [:]
        for (name, value) in request.parameters {
            guard known.contains(name) else {
                throw .badRequest("The parameter “\(name)” is not known here.")
            }
            guard values.updateValue(value, forKey: name) == nil else {
                throw .badRequest("The parameter “\(name)” stands twice.")
            }
        }
        self.values = values
    }

    /// The value of a parameter; nil where it is not given.
    subscript(name: String) -> String? { values[name] }

    /// A whole number of at least 1, at most `greatest` (what is above counts as `greatest`).
    func count(_ name: String, greatest: Int, usual: Int) throws(Problem) -> Int {
        guard let text = values[name] else { return usual }
        let digits = text.utf8.drop { $0 == UInt8(ascii: "0") }
        guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            !digits.isEmpty
        else { throw .badRequest("The parameter “\(name)” must be a whole number of at least 1.") }
        return min(greatest, digits.count > 9 ? greatest : Int(text) ?? greatest)
    }

    /// One of some words.
    func choice(_ name: String, of words: [String]) throws(Problem) -> String? {
        guard let word = values[name] else { return nil }
        guard words.contains(word) else {
            throw .badRequest("The parameter “\(name)” must be one of: \(words.joined(separator: ", ")).")
        }
        return word
    }

    /// Numbers between commas.
    func numbers(_ name: String) throws(Problem) -> [Double]? {
        guard let text = values[name] else { return nil }
        var numbers: [Double] = []
        for part in text.split(separator: ",", maxSplits: 16, omittingEmptySubsequences: false) {
            guard let number = Self.number(String(part)) else {
                throw .badRequest("The parameter “\(name)” must be numbers between commas.")
            }
            numbers.append(number)
        }
        return numbers
    }

    /// A decimal number as JSON or a person writes it; nil for anything else, `nan` and `0x10` too.
    static func number(_ text: String) -> Double? {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "e"), UInt8(ascii: "E"):
                true
            default: false
            }
        }
        guard isPlain, text.utf8.count <= 400, let number = Double(text), number.isFinite else { return nil }
        return number
    }
}

extension Int {
    /// A whole number as clients write it; one that is too large for any count is the largest there is. Nil for
    /// anything else.
    init?(clamping text: String) {
        if let number = Int(text) {
            self = number
            return
        }
        let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
        guard !digits.isEmpty, text.utf8.count - digits.count <= 1, digits.allSatisfy({ $0 &- 0x30 < 10 }) else {
            return nil
        }
        self = text.utf8.first == UInt8(ascii: "-") ? .min : .max
    }
}
