import Schemas
import Spelling
import Tables
import Texts

extension CoherenceRule {
    /// The number of a commune in the national register begins with 21, its département and its number in it
    /// (Bron, 69029: `216900290`): it tells which commune it belongs to.
    static let siretOfCommune = CoherenceRule(
        "siret-commune",
        Text(
            fr: "Le Siret d'une commune est celui de la commune de la ligne.",
            en: "The SIRET of a commune is that of the commune of the row.")
    ) { situation in
        guard let codes = situation.cells(.communeCode) else { return [] }
        return situation.schema.fields.indices.filter {
            [.siret, .siren].contains(situation.schema.fields[$0].meaning)
        }.flatMap { index -> [Finding] in
            let numbers = situation.table.columns[index]
            let strange = (0..<situation.table.rowCount).filter { row in
                guard let owner = commune(of: numbers[row].text) else { return false }
                let code = codes[row].text
                return !code.isEmpty && code != owner && !isDistrict(code, of: owner)
            }
            guard !strange.isEmpty else { return [] }
            return [remark(situation, index, strange, example: numbers[strange[0]].text)]
        }
    }

    /// The INSEE code that the number of a commune holds; nil for any other establishment, and overseas, where the
    /// numbers are made otherwise.
    private static func commune(of number: String) -> String? {
        guard number.utf8.count >= 9, number.hasPrefix("21"), number.allSatisfy(\.isNumber) else { return nil }
        let digits = Array(number)
        let department = String(digits[2...3]), rest = digits[4...7]
        guard department < "96", department != "20", rest.first == "0" else { return nil }
        return department + String(rest.dropFirst())
    }

    /// The districts of Paris, Lyon and Marseille belong to their city.
    private static func isDistrict(_ code: String, of city: String) -> Bool {
        switch city {
        case "69123": code.hasPrefix("6938")
        case "75056": code.hasPrefix("751")
        case "13055": code.hasPrefix("132")
        default: false
        }
    }

    private static func remark(_ situation: Situation, _ field: Int, _ rows: [Int], example: String) -> Finding {
        let title = situation.schema.fields[field].title
        return Finding(
            rule: "siret-commune", severity: .warning, rows: situation.numbers(rows),
            field: situation.schema.fields[field].name,
            text: Text(
                fr: "« \(title) » \(example) est le numéro d'une autre commune (\(commune(of: example) ?? "")).",
                en: "“\(title)” \(example) is the number of another commune (\(commune(of: example) ?? ""))."))
    }
}
