import Schemas

/// Damages cells here and there, or whole columns: what people type goes wrong now and then, what Excel does goes wrong
/// from top to bottom.
struct Sprinkling: Sendable {
    let forms: [Form]

    func strew(over file: inout SentFile, _ chance: inout Chance) {
        let spared = sparedPlaces(file, &chance)
        for (index, field) in file.schema.fields.enumerated() where !spared.contains(index) {
            let percent = chance.pick([12, 12, 30, 30, 100])
            let style = chance.below(forms.count)
            for row in file.clean.indices where chance.happens(percent) {
                let cell = CellToDamage(
                    field: field, value: file.clean[row][index], row: file.clean[row], schema: file.schema)
                let first = percent == 100 ? style : chance.below(forms.count)
                if let damage = damage(cell, first, &chance) { file.damage(row: row, field: index, damage) }
            }
        }
    }

    /// The first form from `first` on that applies to a cell.
    private func damage(_ cell: CellToDamage, _ first: Int, _ chance: inout Chance) -> Damage? {
        for step in forms.indices {
            if let damage = forms[(first + step) % forms.count].damage(cell, &chance) { return damage }
        }
        return nil
    }

    /// Of the fields that say which commune it is, only one is damaged in a file: where two are, the row itself no longer
    /// tells. That is what the class of combinations is for.
    private func sparedPlaces(_ file: SentFile, _ chance: inout Chance) -> Set<Int> {
        let meanings: Set<Field.Meaning> = [.uid, .communeName, .communeCode, .postcode]
        let places = file.schema.fields.indices.filter {
            file.schema.fields[$0].meaning.map(meanings.contains) ?? false
        }
        let damageable = places.filter { isDamageable($0, file, &chance) }
        guard !damageable.isEmpty else { return [] }
        return Set(places).subtracting([chance.pick(damageable)])
    }

    /// Whether some form applies to some of the first cells of a field.
    private func isDamageable(_ index: Int, _ file: SentFile, _ chance: inout Chance) -> Bool {
        file.clean.prefix(12).contains { row in
            let cell = CellToDamage(field: file.schema.fields[index], value: row[index], row: row, schema: file.schema)
            return forms.contains { $0.damage(cell, &chance) != nil }
        }
    }
}
