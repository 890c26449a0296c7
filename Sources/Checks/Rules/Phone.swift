import Schemas
import Texts

extension Check {
    /// A telephone number that can be dialled: French, short or international; several only in a list.
    static let phone = Check(
        "phone",
        Text(fr: "Un numéro de téléphone, comme 04 78 12 34 56.", en: "A telephone number, such as 04 78 12 34 56."),
        examples: [
            Example(
                Field("telephone", meaning: .phone),
                accepts: [
                    "04 78 12 34 56", "0478123456", "+33 4 78 12 34 56", "+33478123456", "3949", "15", "118 712",
                    "+41 22 327 41 11",
                ],
                rejects: [
                    "04 78 12 34 56 / 06 12 34 56 78", "4 78 12 34 56", "04 78 12 34", "04 78 12 34 56 78",
                    "voir mairie", "4,78123E+08", "+33 04",
                ]),
            Example(
                Field("telephones", meaning: .phone, separator: "|"),
                accepts: ["04 78 12 34 56|06 12 34 56 78", "3949"],
                rejects: ["04 78 12 34 56 / 06 12 34 56 78", "04 78 12 34 56|"]),
        ],
        serves: { $0.meaning == .phone },
        problem: { value, field, _ in
            if let lost = LostDigits.text(of: value) { return lost }
            let numbers = field.separator.map { value.components($0) } ?? [value]
            guard value.utf8.count <= 120, numbers.allSatisfy(canBeDialled) else {
                return Text(
                    fr: "« \(value) » n'est pas un numéro de téléphone complet.",
                    en: "“\(value)” is not a whole telephone number.")
            }
            return nil
        })

    /// Ten digits, a short number, or another country's, with nothing but spaces, points and hyphens among them.
    private static func canBeDialled(_ typed: String) -> Bool {
        var digits: [UInt8] = []
        var isInternational = false
        for scalar in typed.unicodeScalars {
            switch scalar {
            case "0"..."9": digits.append(UInt8(scalar.value - 0x30))
            case "+" where digits.isEmpty && !isInternational: isInternational = true
            case " ", ".", "-", "\u{A0}", "\u{202F}": continue
            default: return false
            }
        }
        guard let first = digits.first else { return false }
        if isInternational {
            guard !digits.starts(with: [3, 3]) else { return digits.count == 11 && digits[2] != 0 }
            return first != 0 && (7...15).contains(digits.count)
        }
        switch digits.count {
        case 2, 3: return first == 1
        case 4: return first == 1 || first == 3
        case 6: return digits.starts(with: [1, 1, 6]) || digits.starts(with: [1, 1, 8])
        default: return digits.count == 10 && first == 0 && digits[1] != 0
        }
    }
}
