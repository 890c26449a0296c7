import Spelling
import Tables

/// One telephone number: French, ten digits that begin with 0 and another digit; or abroad.
struct FrenchPhone {
    private let digits: String
    private let isForeign: Bool
    /// False where a digit had to be supposed: a lost zero, an O for a zero.
    let isWhole: Bool

    init?(_ text: String, kind: Value.Kind) {
        guard text.utf8.count <= 60 else { return nil }
        let lowered = text.lowercased()
        var line = (Self.label.prefixMatch(in: lowered).map { lowered.dropFirst($0.0.count) } ?? lowered[...])
            .replacing("(0)", with: "").filter { !Self.dress.contains($0) && !$0.isWhitespace }
        // A number of a spreadsheet: `478123456.0`.
        if let number = Self.zeroDecimals.wholeMatch(in: text) { line = String(number.1) }
        let supposed = line.contains("o")
        line = line.replacing("o", with: "0")
        if line.hasPrefix("00"), !line.hasPrefix("000"), line.utf8.count > 11 { line = "+" + line.dropFirst(2) }
        for prefix in ["+33", "33"] where line.hasPrefix(prefix) {
            let rest = line.dropFirst(prefix.count)
            if rest.utf8.count == 9 { line = "0" + rest }
            if rest.utf8.count == 10, rest.first == "0" { line = String(rest) }
        }
        let lacksPlus = !lowered.contains("+") && lowered.filter(\.isNumber).hasPrefix("33")
        let lacksZero = line.utf8.count == 9 && line.first != "0"
        if lacksZero { line = "0" + line }
        isForeign = !Self.tenDigits.fits(line)
        guard !isForeign || Self.abroad.fits(line) else { return nil }
        digits = line
        isWhole = !supposed && !lacksPlus && (!lacksZero || kind == .number)
    }

    private static let dress: Set<Character> = [
        " ", ".", "-", "/", "(", ")", "_", "–", "‐", "‑", "‒", "−", "·", "•", ",", "'", "’", "`", "\"", "=", "|",
    ]
    private static let label = Shape(
        /\s*(?:(?:n°|num[ée]ro)?\s*(?:de )?(?:t[ée]l(?:[ée]phone)?|mobile|portable|port|standard|fixe|accueil|mairie|bureau|secr[ée]tariat)?|t|p|☎|☏|📞)\.?\s*:?\s*/
    )
    private static let zeroDecimals = Shape(/\s*([0-9]{8,12})[.,]0{1,2}\s*/)
    private static let tenDigits = Shape(/0[1-9][0-9]{8}/)
    private static let abroad = Shape(/\+(?!33)[1-9][0-9]{7,13}/)

    /// `0478123456`.
    var compact: String { digits }
    /// `+33478123456`.
    var international: String { isForeign ? digits : "+33" + digits.dropFirst() }
    /// `04 78 12 34 56`.
    var pairs: String {
        if isForeign { return digits }
        return stride(from: 0, to: 10, by: 2).map { digits.dropFirst($0).prefix(2) }.joined(separator: " ")
    }
}
