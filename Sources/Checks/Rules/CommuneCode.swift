import Schemas
import Texts

extension Check {
    /// The INSEE code of a commune that exists or existed.
    static let communeCode = Check(
        "commune-code",
        Text(fr: "Le code Insee d'une commune.", en: "The INSEE code of a commune."),
        examples: [
            Example(
                Field("insee", meaning: .communeCode), accepts: ["69029", "69383", "2A004"],
                rejects: ["69029.0", "6,9029E+04", "1053", "00000", "Bron"])
        ],
        serves: { $0.meaning == .communeCode },
        problem: { value, _, context in
            if let lost = LostDigits.text(of: value) { return lost }
            guard hasShape(value) else {
                return Text(
                    fr: "« \(value) » n'est pas un code Insee : cinq caractères sont attendus, comme 69029.",
                    en: "“\(value)” is not an INSEE code: five characters are expected, such as 69029.")
            }
            return context.isCommuneCode(value)
                ? nil
                : Text(
                    fr: "Aucune commune n'a le code Insee \(value).", en: "No commune has the INSEE code \(value).")
        })

    /// `^([013-9][0-9]|2[AB1-9])[0-9]{3}$`, byte by byte.
    private static func hasShape(_ value: String) -> Bool {
        let bytes = Array(value.utf8)
        guard bytes.count == 5, bytes.enumerated().allSatisfy({ $0.offset == 1 || isDigit($0.element) }) else {
            return false
        }
        return bytes[0] == 0x32
            ? bytes[1] != 0x30 && (isDigit(bytes[1]) || bytes[1] == 0x41 || bytes[1] == 0x42) : isDigit(bytes[1])
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
