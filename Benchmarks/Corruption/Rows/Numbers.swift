/// Numbers whose last digit is a key, and others that only look as if they were easy.
enum Register {
    /// The digit that makes a number pass Luhn's test (ISO/IEC 7812-1) when it is put at its end.
    static func key(of digits: String) -> Int {
        var sum = 0
        for (place, digit) in digits.utf8.reversed().enumerated() {
            let value = Int(digit - 0x30) * (place % 2 == 0 ? 2 : 1)
            sum += value > 9 ? value - 9 : value
        }
        return (10 - sum % 10) % 10
    }

    /// The SIREN number of a commune: 21, département, 0, commune, key.
    static func siren(ofCommune code: String) -> String {
        let department = code.prefix(code.hasPrefix("97") ? 3 : 2)
        let rest = code.dropFirst(department.count)
        let digits = "21" + department + String(repeating: "0", count: 6 - department.count - rest.count) + rest
        // Corsica has letters in its codes and 2 followed by a zero in its numbers.
        let plain = digits.replacing("A", with: "0").replacing("B", with: "0")
        return plain + String(key(of: plain))
    }

    /// A SIREN number: nine digits with their key. One in five begins with a zero, as those of old companies do.
    static func siren(_ chance: inout Chance) -> String {
        let first = chance.happens(20) ? "0" : String(chance.within(3...8))
        let rest = (0..<7).map { _ in String(chance.below(10)) }.joined()
        return first + rest + String(key(of: first + rest))
    }

    /// A SIRET number of a legal unit: its SIREN, four digits for the establishment, a key.
    static func siret(of siren: String, _ chance: inout Chance) -> String {
        let unit = siren + "000" + String(chance.within(1...9))
        return unit + String(key(of: unit))
    }

    /// Two digits or more.
    static func padded(_ number: Int, _ length: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, length - digits.count)) + digits
    }

    /// A number with a point and no needless zero at its end.
    static func decimal(_ number: Double, places: Int) -> String {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let whole = Int((number.magnitude * scale).rounded())
        let fraction = padded(whole % Int(scale), places)
        var text = (number < 0 ? "-" : "") + String(whole / Int(scale)) + (places > 0 ? "." + fraction : "")
        while text.contains("."), text.hasSuffix("0") || text.hasSuffix(".") { text.removeLast() }
        return text
    }
}
