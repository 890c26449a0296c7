import Schemas
import Spelling
import Tables
import Texts

extension CoherenceRule {
    /// The same name at the same address, in two rows that differ elsewhere: one object described twice?
    static let nearTwins = CoherenceRule(
        "near-twins",
        Text(
            fr: "Deux objets ne portent pas le même nom à la même adresse.",
            en: "No two objects bear the same name at the same address.")
    ) { situation in
        guard let names = situation.cells(.name) else { return [] }
        let places = [Field.Meaning.houseNumber, .street, .address, .fullAddress, .communeCode]
            .compactMap(situation.cells)
        guard places.count >= 2 else { return [] }
        let others = situation.schema.fields.indices.filter {
            ![.uid, .uidNumber].contains(situation.schema.fields[$0].meaning)
        }
        let numbered = [keys(names, \.singularKey)] + places.map { keys($0, \.folded) }
        var rows: [[Int]: [Int]] = [:]
        for row in 0..<situation.table.rowCount {
            let key = numbered.map { $0[row] }
            guard key[0] != 0, key.dropFirst().count(where: { $0 != 0 }) >= 2 else { continue }
            rows[key, default: []].append(row)
        }
        // Rows that say the same of everything are told by `duplicate-rows`.
        return rows.values.filter { twins in
            twins.count > 1
                && others.contains { field in
                    twins.contains {
                        situation.table.columns[field].codes[$0] != situation.table.columns[field].codes[twins[0]]
                    }
                }
        }.sorted { $0[0] < $1[0] }.map { remark(situation, $0, names[$0[0]].text) }
    }

    /// For each row the number of what its value folds to; 0 where it is empty. Folding is done once per distinct value.
    private static func keys(_ cells: Cells, _ fold: (String) -> String) -> [Int] {
        var numbers = ["": 0]
        let known = (0..<cells.distinctCount).map { code in
            let word = fold(cells.distinct(code).text)
            if let number = numbers[word] { return number }
            numbers[word] = numbers.count
            return numbers.count - 1
        }
        return cells.codes.map { known[Int($0)] }
    }

    private static func remark(_ situation: Situation, _ rows: [Int], _ name: String) -> Finding {
        Finding(
            rule: "near-twins", severity: .warning, rows: situation.numbers(rows),
            text: Text(
                fr: "« \(name) » figure \(rows.count) fois à la même adresse : est-ce le même objet ?",
                en: "“\(name)” stands \(rows.count) times at the same address: is it the same object?"))
    }
}
