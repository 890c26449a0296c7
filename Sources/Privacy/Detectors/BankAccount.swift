import Spelling
import Texts

extension Detector {
    /// An international bank account number (IBAN, ISO 13616), with its key: 1 modulo 97.
    static let bankAccount = Detector(
        "bank-account",
        Text(fr: "coordonnées bancaires (IBAN)", en: "bank account numbers (IBAN)"),
        held: ["FR76 3000 6000 0112 3456 7890 189", "FR7630006000011234567890189", "IBAN : DE89370400440532013000."],
        innocent: ["FR76 3000 6000 0112 3456 7890 188", "FR 12 345", "AB12CDEFGHIJKLMNOP"],
        finds: { value in
            value.digitCount >= 10 && shape.matches(in: value).contains { hasRightKey(String($0.1)) }
        })

    private static let shape = Shape(/(?:^|[^A-Za-z0-9])([A-Z]{2}\d{2}(?:[\s\-]?[A-Z0-9]){11,30})/)

    /// What follows an account number in a sentence may have been caught with it: every shorter reading is tried.
    private static func hasRightKey(_ text: String) -> Bool {
        let signs = Array(text.utf8.filter { ($0 &- 0x30 <= 9) || ($0 &- 0x41 < 26) })
        return (15...max(15, min(34, signs.count))).contains { length in
            length <= signs.count && remainder(signs[4..<length] + signs[0..<4]) == 1
        }
    }

    private static func remainder(_ signs: some Sequence<UInt8>) -> Int {
        signs.reduce(0) { rest, sign in
            sign < 0x41 ? (rest * 10 + Int(sign - 0x30)) % 97 : (rest * 100 + Int(sign - 0x41) + 10) % 97
        }
    }
}
