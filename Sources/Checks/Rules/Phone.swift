import Schemas
import Spelling
import Texts

extension Check {
    /// A telephone number that can be dialled: French, short or international; several are separated by ` / `.
    static let phone = Check(
        "phone",
        Text(fr: "Un numéro de téléphone, comme 04 78 12 34 56.", en: "A telephone number, such as 04 78 12 34 56."),
        examples: [
            Example(
                Field("telephone", meaning: .phone),
                accepts: [
                    "04 78 12 34 56", "0478123456", "+33 4 78 12 34 56", "+33478123456", "3949", "15", "118 712",
                    "+41 22 327 41 11",
                    "04 78 12 34 56 / 06 12 34 56 78",
                ],
                rejects: ["4 78 12 34 56", "04 78 12 34", "04 78 12 34 56 78", "voir mairie", "4,78123E+08", "+33 04"])
        ],
        serves: { $0.meaning == .phone },
        problem: { value, _, _ in
            if let lost = LostDigits.text(of: value) { return lost }
            guard value.utf8.count <= 120, value.components(" / ").allSatisfy(canBeDialled) else {
                return Text(
                    fr: "« \(value) » n'est pas un numéro de téléphone complet.",
                    en: "“\(value)” is not a whole telephone number.")
            }
            return nil
        })

    private static let dialled = Shape(/0[1-9][0-9]{8}|\+[1-9][0-9]{6,14}|1[0-9]{1,2}|11[68][0-9]{3}|[13][0-9]{3}/)

    private static func canBeDialled(_ typed: String) -> Bool {
        let digits = typed.filter { !" .-\u{A0}\u{202F}".contains($0) }
        if digits.hasPrefix("+33") { return digits.dropFirst(3).isDigits(9...9) && !digits.hasPrefix("+330") }
        return dialled.wholeMatch(in: digits) != nil
    }
}
