import Spelling
import Texts

extension Detector {
    /// A French mobile number (06 and 07): nearly always somebody's own.
    static let mobilePhone = Detector(
        "mobile-phone",
        Text(fr: "numéros de téléphone mobile", en: "mobile phone numbers"),
        held: [
            "06 12 34 56 78", "0612345678", "+33 6 12 34 56 78", "+33712345678", "0033 6.12.34.56.78",
            "Gardien : 06-12-34-56-78 (le soir)", "+33 (0)6 12 34 56 78",
        ],
        innocent: [
            "04 78 12 34 56", "+33 4 78 12 34 56", "0800 123 456", "21690266800013", "10612345678", "06 12", "6",
            "de 06 h à 07 h", "2018-06-12/2018-12-31",
        ],
        finds: { value in
            value.digitCount >= 9 && shape.matches(in: value).contains { isEven($0.1) }
        })

    private static let shape = Shape(
        /(?:^|[^\d+])(?:0|(?:\+|00)33[\s.\-]*(?:\(0\))?[\s.\-]*)([67](?:[\s.\-\/]*\d{2}){4})(?!\d)/)

    /// One sign between all pairs of digits: `06-12/2018-12` is a piece of two dates.
    private static func isEven(_ digits: Substring) -> Bool {
        Set(digits.filter { !$0.isNumber && !$0.isWhitespace }).count <= 1
    }
}
