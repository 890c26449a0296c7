import Mapping
import Schemas
import Spelling
import Tables
import Texts

extension RowRepair {
    /// The number of the house stands in the cell of the street, and its own cell is empty: `12 bis, rue Pasteur`.
    static let numberInStreet = RowRepair(
        "number-in-street",
        Text(
            fr: "Met dans sa colonne le numéro écrit devant le nom de la voie.",
            en: "Puts into its own column a number that stands before the name of the street.")
    ) { draft, _ in
        guard let number = draft.schema.fields.firstIndex(where: { $0.meaning == .houseNumber }),
            let street = draft.schema.fields.firstIndex(where: { $0.meaning == .street })
        else { return }
        guard case .column = draft.mapped.sources[number] else { return }
        let isCut: Bool = if case .part = draft.mapped.sources[street] { true } else { false }
        for (code, rows) in draft.fields[street].cells.rowsByCode().enumerated() where !rows.isEmpty {
            guard draft.fields[street].outcomes[code].problem == nil else { continue }
            for row in rows {
                // Where some cells hold whole addresses, all streets were cut out of theirs, and the numbers left over.
                let typed = isCut ? AddressParts(draft.mapped.sent(field: street, row: row).text).address : nil
                move(typed ?? draft.value(field: street, row: row), row: row, number: number, street: street, &draft)
            }
        }
    }

    private static func move(_ typed: String, row: Int, number: Int, street: Int, _ draft: inout Draft) {
        guard typed.utf8.first.map({ (0x31...0x39).contains($0) }) == true else { return }
        let known = draft.outcome(field: number, row: row)
        let match = numbered.wholeMatch(in: typed)
        let suffix = match?.2.map { $0.count == 1 ? $0.uppercased() : $0.lowercased() }
        let own = match.map { ([String($0.1)] + (suffix.map { [$0] } ?? [])).joined(separator: " ") }
        // A number of the name, or another one than that of its column, stays where it is.
        guard let match, let own, known.problem == nil, known.value.isEmpty || known.value == own else {
            draft.propose(field: street, row: row, rule: "number-in-street", degree: .certain, typed)
            return
        }
        if known.value.isEmpty {
            draft.propose(field: number, row: row, rule: "number-in-street", degree: .likely, own)
        }
        draft.propose(field: street, row: row, rule: "number-in-street", degree: .likely, String(match.3))
    }

    /// The street begins with its kind: `8 mai 1945` is no number eight.
    private static let numbered = Shape(
        /([1-9][0-9]{0,3})\s?(bis|ter|quater|[a-h](?=[\s,]))?\s*,?\s+((?:rue|r\.|avenue|av\.?|ave\.?|boulevard|bd\.?|bld\.?|place|pl\.?|chemin|ch\.|che\.|all[ée]e|impasse|imp\.?|quai|route|rte|cours|mont[ée]e|passage|square|esplanade|promenade|sentier|ruelle|rond-point|lotissement|faubourg|voie|venelle|traverse|c[ôo]te|mail|cit[ée])\s.+)/
            .ignoresCase())
}
