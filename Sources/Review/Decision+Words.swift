import Repairs
public import Texts

extension Decision {
    /// A short sign for the decision: the same as long as it is about the same thing (FNV-1a, 32 bits).
    public var id: String {
        let words = [schema, kind.rawValue, commune ?? "", key.identifier].joined(separator: "\u{1F}")
        let hash = words.utf8.reduce(UInt32(0x811C_9DC5)) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    /// The decision as a rule that people can read.
    public var sentence: Text {
        let place = commune.map { Text(fr: "pour \($0)", en: "for \($0)") } ?? Text(fr: "partout", en: "everywhere")
        let author = who.map { Text(fr: ", par \($0)", en: ", by \($0)") } ?? Text(verbatim: "")
        return Text(
            fr: "\(schema), \(place.fr) : \(rule.fr) (le \(when.prefix(10))\(author.fr), d'après \(file))",
            en: "\(schema), \(place.en): \(rule.en) (on \(when.prefix(10))\(author.en), from \(file))")
    }

    private var rule: Text {
        switch kind {
        case .value where answer.isEmpty:
            Text(fr: "dans « \(field) », « \(value) » reste vide", en: "in “\(field)”, “\(value)” is left empty")
        case .value where answer == value:
            Text(
                fr: "dans « \(field) », « \(value) » est gardé tel quel",
                en: "in “\(field)”, “\(value)” is kept as it is")
        case .value:
            Text(
                fr: "dans « \(field) », « \(value) » veut dire « \(answer) »",
                en: "in “\(field)”, “\(value)” means “\(answer)”")
        case .column where answer.isEmpty:
            Text(fr: "la colonne « \(value) » n'est pas reprise", en: "the column “\(value)” is left out")
        case .column:
            Text(fr: "la colonne « \(value) » est « \(answer) »", en: "the column “\(value)” is “\(answer)”")
        case .headerRow:
            Text(
                fr: "les titres\(sheetWords.fr) sont à la ligne \(answer)",
                en: "the headers\(sheetWords.en) stand in row \(answer)")
        case .position where answer.isEmpty:
            Text(
                fr: "l'adresse « \(value) » reste sans position", en: "the address “\(value)” stays without a position")
        case .position:
            Text(fr: "l'adresse « \(value) » est à « \(answer) »", en: "the address “\(value)” is at “\(answer)”")
        case .disclosure:
            Text(fr: "dans « \(field) », \(value) : « \(answer) »", en: "in “\(field)”, \(value): “\(answer)”")
        }
    }

    private var sheetWords: Text {
        value.isEmpty ? Text(verbatim: "") : Text(fr: " de la feuille « \(value) »", en: " of the sheet “\(value)”")
    }
}

extension DecisionBook {
    /// The decisions as CSV (comma, UTF-8), oldest first, for a spreadsheet.
    public var table: String {
        let header = ["id", "schema", "commune", "kind", "field", "value", "answer", "who", "when", "file"]
        let rows = decisions.map {
            [
                $0.id, $0.schema, $0.commune ?? "", $0.kind.rawValue, $0.field, $0.value, $0.answer, $0.who ?? "",
                $0.when, $0.file,
            ]
        }
        return ([header] + rows).map { $0.map(Self.cell).joined(separator: ",") + "\n" }.joined()
    }

    private static func cell(_ text: String) -> String {
        let needsQuotes = text.contains { $0 == "," || $0 == "\"" || $0.isNewline }
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
