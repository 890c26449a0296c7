import Foundation
import Schemas
import Spelling
import Tables
import Texts

extension Repair {
    /// French telephone numbers, written in pairs of digits, or as the schema wants them.
    static let phone = Repair(
        "phone",
        Text(fr: "Écrit les numéros de téléphone 04 78 12 34 56.", en: "Writes telephone numbers as 04 78 12 34 56."),
        examples: [
            .init(tel, "04.78.12.34.56", .certain("04 78 12 34 56")),
            .init(tel, "+33(0)4 78 12 34 56", .certain("04 78 12 34 56")),
            .init(tel, "0033478123456", .certain("04 78 12 34 56")),
            .init(tel, "Tél. : 04 78 12 34 56", .certain("04 78 12 34 56")),
            .init(tel, Value("478123456", kind: .number), .certain("04 78 12 34 56")),
            .init(tel, "478123456", .likely("04 78 12 34 56")),
            .init(tel, "4 78 12 34 56", .likely("04 78 12 34 56")),
            .init(tel, "04 78 12 34 56", nil),
            .init(tel, "3949", nil),
            .init(tel, "+41 22 327 41 11", nil),
            .init(tel, "00 47 81 23 45", nil),
            .init(tel, "04-78-12-34-56 ou 06.12.34.56.78", .certain("04 78 12 34 56 / 06 12 34 56 78")),
            .init(tel, "04 78 12 34 56 / 06 12 34 56 78", nil),
            .init(tel, "04 78 12 34 56 / 58", nil),
            .init(international, "04.78.12.34.56", .certain("+33478123456")),
            .init(international, "+33478123456", nil),
        ],
        tidies: true,
        serves: { $0.meaning == .phone },
        propose: { value, setting in
            guard value.text.utf8.count <= 120 else { return nil }
            let numbers = parts(of: value.text).map { FrenchPhone($0, kind: value.kind) }
            let found = numbers.compactMap { $0 }
            guard !found.isEmpty, found.count == numbers.count else { return nil }
            let forms = [\FrenchPhone.pairs, \.international, \.compact].map { form in
                found.map { $0[keyPath: form] }.joined(separator: " / ")
            }
            guard let tidy = forms.first(where: setting.accepts), tidy != value.text else { return nil }
            return .change(tidy, found.allSatisfy(\.isWhole) ? .certain : .likely)
        })

    /// The numbers of a cell: one, or several with a mark or a word between them.
    private static func parts(of text: String) -> [String] {
        let one = [text]
        if FrenchPhone(text, kind: .text) != nil { return one }
        let marked = ["/", ";", ",", "\n", " ou ", " et ", " - "].reduce(one) { parts, mark in
            parts.flatMap { $0.components(separatedBy: mark) }
        }
        return marked.filter { !$0.withoutOuterSpace.isEmpty }
    }

    private static let tel = Field("telephone", meaning: .phone)
    private static let international: Field = {
        var field = Field("tel1", meaning: .phone)
        field.constraints.pattern = "^\\+33\\d{9}$"
        return field
    }()
}

/// One French number: ten digits that begin with 0 and another digit.
private struct FrenchPhone {
    private let digits: String
    /// False where its zero had to be given back to what nobody says was a number.
    let isWhole: Bool

    init?(_ text: String, kind: Value.Kind) {
        let lowered = text.lowercased()
        let line = Self.label.prefixMatch(in: lowered).map { lowered.dropFirst($0.0.count) } ?? lowered[...]
        let dress: Set<Character> = [" ", ".", "-", "/", "(", ")", "\u{A0}", "\u{202F}", "_"]
        var digits = line.replacing("(0)", with: "").filter { !dress.contains($0) && !$0.isWhitespace }
        for prefix in ["+33", "0033"] where digits.hasPrefix(prefix) { digits = "0" + digits.dropFirst(prefix.count) }
        if digits.hasPrefix("00"), digits.utf8.count == 11 { digits.removeFirst() }
        let lacksZero = digits.utf8.count == 9 && digits.first != "0"
        if lacksZero { digits = "0" + digits }
        guard Self.tenDigits.fits(digits) else { return nil }
        self.digits = digits
        isWhole = !lacksZero || kind == .number
    }

    private static let label = Shape(/\s*(?:t[ée]l(?:[ée]phone)?|mobile|portable|standard)?\.?\s*:?\s*/)
    private static let tenDigits = Shape(/0[1-9][0-9]{8}/)

    var compact: String { digits }
    var international: String { "+33" + digits.dropFirst() }
    var pairs: String {
        stride(from: 0, to: 10, by: 2).map { digits.dropFirst($0).prefix(2) }.joined(separator: " ")
    }
}
