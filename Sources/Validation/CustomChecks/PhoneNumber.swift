/// Telephone numbers, with the verdict of libphonenumber for numbers dialled in France: its plan, its short numbers, and
/// numbers of other countries behind their prefix.
public enum PhoneNumber {
    /// Whether a text is such a number.
    public static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        if isPlainFrench(text) { return true }
        guard let dialled = DialledDigits(text) else { return false }
        return isValid(dialled)
    }

    /// Whether a national French number, without its first zero, is in the plan (Arcep).
    public static func isFrench(_ digits: UnsafeBufferPointer<UInt8>) -> Bool {
        guard digits.count == 9 else { return false }
        let (first, second, third) = (digits[0], digits[1], digits[2])
        switch first {
        case 1, 3: return true
        case 2: return second != 6 || third != 2
        case 4: return second >= 1
        case 5: return second <= 8 || (third != 0 && third != 4)
        case 6:
            switch second {
            case 3: return third <= 8
            case 9: return third == 5 || third == 8 || third == 9
            default: return second != 9
            }
        case 7: return second >= 3
        case 8: return isSpecial(digits)
        case 9: return true
        default: return false
        }
    }

    /// Numbers that begin with 08: free, shared and raised rates.
    private static func isSpecial(_ digits: UnsafeBufferPointer<UInt8>) -> Bool {
        switch (digits[1], digits[2]) {
        case (0...2, _): true
        case (3, 6): digits[3] != 0 || (digits[4] != 4 && digits[4] != 5)
        case (3, _): true
        case (4, 0), (4, 2), (4, 4): true
        case (5, _), (6, _), (8, _), (9, _): true
        default: false
        }
    }

    /// Short French numbers: emergencies, 10 and 30 numbers, directory enquiries, SMS numbers.
    private static func isShort(_ digits: ArraySlice<UInt8>) -> Bool {
        guard digits.count <= 6 else { return false }
        let number = digits.reduce(0) { $0 * 10 + Int($1) }
        switch digits.count {
        case 2: return number == 15 || number == 17 || number == 18
        case 3:
            return [110, 112, 114, 115, 119, 191, 196, 197, 224, 611, 614, 634, 700, 706, 722, 740].contains(number)
        case 4: return 1_000...1_099 ~= number || 3_000...3_999 ~= number || number == 2_020
        case 5: return 30_000...89_999 ~= number || number == 20_000
        case 6: return number == 116_000 || number == 116_111 || 118_000...118_999 ~= number
        default: return false
        }
    }

    /// The usual writing: ten digits, in pairs or not.
    private static func isPlainFrench(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count >= 10, text.count <= 14, text[0] == 0x30 else { return false }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 9) { digits in
            var found = 0
            for byte in text[1...] {
                if byte.isDigit {
                    guard found < 9 else { return false }
                    digits[found] = byte &- 0x30
                    found += 1
                } else if byte != 0x20, byte != 0x2E, byte != 0x2D {
                    return false
                }
            }
            return found == 9 && isFrench(UnsafeBufferPointer(digits))
        }
    }

    private static func isValid(_ dialled: DialledDigits) -> Bool {
        let digits = dialled.digits
        if dialled.isInternational { return isInternational(digits[...]) }
        // A number that is too long may begin with the prefix of France.
        if digits.starts(with: [3, 3]), digits.count > 9, isNational(digits[2...], country: 33) { return true }
        return isNational(digits[...], country: 33) || isShort(digits[...])
    }

    private static func isInternational(_ digits: ArraySlice<UInt8>) -> Bool {
        var country = 0
        for (place, digit) in digits.prefix(3).enumerated() {
            country = country * 10 + Int(digit)
            guard country > 0 else { return false }
            if PhonePlan.knows(country) {
                let rest = digits.dropFirst(place + 1)
                return isNational(rest, country: country) || (country == 33 && isShort(rest))
            }
        }
        return false
    }

    /// Whether a number is one of a country, as it is or without the digit that is dialled inside the country.
    private static func isNational(_ digits: ArraySlice<UInt8>, country: Int) -> Bool {
        if country == 33 {
            let significant = digits.first == 0 ? digits.dropFirst() : digits
            return significant.withUnsafeBufferPointer { isFrench($0) }
        }
        if PhonePlan.holds(digits, country: country) { return true }
        guard let prefix = PhonePlan.nationalPrefix(country), digits.starts(with: prefix) else { return false }
        return PhonePlan.holds(digits.dropFirst(prefix.count), country: country)
    }
}

/// The digits that somebody would dial, out of what somebody wrote.
struct DialledDigits {
    private(set) var digits: [UInt8] = []
    /// Whether they begin with the prefix of a country.
    private(set) var isInternational = false

    private static let shape = Pattern.required(
        #"^(?:\d{2}|[+＋]*(?:[-x‐-―−ー－-／ \x{A0}\x{AD}\x{200b}\x{2060}\x{3000}()（）［］.\[\]/~⁓∼～*]*\d){3,}"#
            + #"[-x‐-―−ー－-／ \x{A0}\x{AD}\x{200b}\x{2060}\x{3000}()（）［］.\[\]/~⁓∼～*A-Za-z\d]*)$"#)
    private static let start = Pattern.required(#"[+＋\d]"#)
    private static let ending = Pattern.required(#"^(.*?)(?:_|[^#\w])*$"#)
    private static let second = Pattern.required(#"^(.*?)[\\/] *x"#)
    private static let extensionNumber = Pattern.required(
        #"^(.*?)(?:;ext=\d{1,20}|[ \xA0\t,]*(?:e?xt(?:ensi(?:o\x{301}?|ó))?n?|доб|anexo)[:\.．]?[ \xA0\t,-]*\d{1,20}#?"#
            + #"|[ \xA0\t,]*(?:[xｘ#＃~～]|int)[:\.．]?[ \xA0\t,-]*\d{1,9}#?|[- ]+\d{1,6}#"#
            + #"|[ \xA0\t]*(?:,{2}|;)[:\.．]?[ \xA0\t,-]*\d{1,15}#?|[ \xA0\t]*,+[:\.．]?[ \xA0\t,-]*\d{1,9}#?)$"#,
        ignoringCase: true)

    /// Nil where the text can be no telephone number.
    init?(_ text: Bytes) {
        guard text.codePoints <= 250, let kept = Self.candidate(text) else { return nil }
        var written = kept
        if let groups = Self.extensionNumber.groups(in: written), let number = groups[1],
            Self.shape.matchesStart(of: number)
        {
            written = number
        }
        guard Self.shape.matchesStart(of: written) else { return nil }
        read(written.text)
        guard digits.count >= 2, digits.count <= 17 + 3 else { return nil }
    }

    /// The part of a text that may be a number.
    private static func candidate(_ text: Bytes) -> Bytes? {
        var place: Int?
        start.everyMatch(in: text) { groups in
            guard place == nil, let found = groups[0]?.baseAddress, let first = text.baseAddress else { return }
            place = found - first
        }
        guard let place else { return nil }
        var rest = text.part(place..<text.count)
        if let groups = ending.groups(in: rest), let kept = groups[1] { rest = kept }
        if let groups = second.groups(in: rest), let kept = groups[1] { rest = kept }
        return rest
    }

    private mutating func read(_ text: String) {
        var hasPlus = false
        let letters = text.unicodeScalars.count { $0.isASCII && $0.properties.isAlphabetic }
        for scalar in text.unicodeScalars {
            if digits.isEmpty, scalar == "+" || scalar == "＋" { hasPlus = true }
            if let digit = scalar.properties.numericValue, scalar.properties.generalCategory == .decimalNumber {
                digits.append(UInt8(digit))
            } else if letters >= 3, let digit = Self.keypad(scalar) {
                digits.append(digit)
            }
        }
        if hasPlus {
            isInternational = true
        } else if digits.starts(with: [0, 0]), digits.count > 2, digits[2] != 0 {
            isInternational = true
            digits.removeFirst(2)
        }
    }

    /// The digit of a letter on the keys of a telephone.
    private static func keypad(_ scalar: Unicode.Scalar) -> UInt8? {
        guard scalar.isASCII, scalar.properties.isAlphabetic else { return nil }
        let keys = Array("22233344455566677778889999".utf8)
        return keys[Int(scalar.value | 0x20) - 0x61] - 0x30
    }
}
