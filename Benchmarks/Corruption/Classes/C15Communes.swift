import Foundation
import Schemas
import Texts

extension Corruption {
    /// Names of communes as people write them.
    static let communes = Corruption(
        15, Text(fr: "Noms de communes, casse et accents", en: "Names of communes, case and accents"),
        forms: [
            name("UPPER CASE") { $0.withoutAccents.uppercased() }, name("UPPER CASE, accents") { $0.uppercased() },
            name("lower case") { $0.lowercased() }, name("no hyphens") { $0.replacing("-", with: " ") },
            name("no accents") { $0.withoutAccents }, name("bare capitals") { $0.bare.uppercased() },
            name("St, Ste") { $0.replacing("Sainte-", with: "Ste ").replacing("Saint-", with: "St ") },
            name("St., Ste.") { $0.replacing("Sainte-", with: "Ste. ").replacing("Saint-", with: "St. ") },
            name("ST, STE") {
                $0.bare.uppercased().replacing("SAINTE ", with: "STE ").replacing("SAINT ", with: "ST ")
            },
            name("s/") { $0.replacing("-sur-", with: " s/ ").replacing("-sous-", with: " s/s ") },
            name("some hyphens") {
                $0.replacing("-en-", with: " en ").replacing("-sur-", with: " sur ").replacing("-la-", with: " la ")
                    .replacing("-les-", with: " les ")
            },
            name("article after") { name in
                ["Le", "La", "Les"].first { name.hasPrefix($0 + " ") }.map { "\(name.dropFirst($0.count + 1)) (\($0))" }
                    ?? name
            },
            name("Ville de") { "Ville de \($0)" }, name("Commune de") { "Commune de \($0)" },
            name("Mairie de") { "Mairie de \($0)" },
            name("CEDEX") { $0.bare.uppercased() + " CEDEX" },
            Form("department after") { cell, _ in cell.commune.map { Damage("\(cell.value) (\($0.prefix(2)))") } },
            Form("postcode before") { cell, _ in
                guard cell.means(.communeName), let code = cell.value(of: .postcode) else { return nil }
                return Damage("\(code) \(cell.value)")
            },
            Form("postcode after") { cell, _ in
                guard cell.means(.communeName), let code = cell.value(of: .postcode) else { return nil }
                return Damage("\(cell.value) \(code)")
            },
            district("Lyon 3") { "Lyon \($0)" }, district("LYON 3EME") { "LYON \($0)EME" },
            district("Lyon 3e") { "Lyon \($0)e" },
            district("Lyon 03") { "Lyon 0\($0)" }, district("Lyon IIIe") { "Lyon \(roman[$0 - 1])e" },
            district("3e arrondissement de Lyon") { "\($0)e arrondissement de Lyon" },
            district("Lyon 3è arrdt") { "Lyon \($0)è arrdt" },
            Form("a letter missing") { cell, chance in
                guard cell.means(.communeName), cell.value.count > 5 else { return nil }
                return Damage(cell.value.without(letter: chance.within(2...cell.value.count - 2)))
            },
            Form("a letter twice") { cell, chance in
                guard cell.means(.communeName), cell.value.count > 4 else { return nil }
                return Damage(cell.value.doubling(letter: chance.within(1...cell.value.count - 2)))
            },
            Form("letters swapped") { cell, chance in
                guard cell.means(.communeName), cell.value.count > 5 else { return nil }
                return Damage(cell.value.swapping(letter: chance.within(1...cell.value.count - 3)))
            },
        ])

    private static func name(_ form: String, _ write: @escaping @Sendable (String) -> String) -> Form {
        Form(form, where: { $0.means(.communeName) }, writes: write)
    }

    private static func district(_ form: String, _ write: @escaping @Sendable (Int) -> String) -> Form {
        Form(form) { cell, _ in
            guard cell.means(.communeName), cell.value.hasPrefix("Lyon "),
                let number = cell.value.first(where: \.isNumber)?.wholeNumberValue
            else { return nil }
            return Damage(write(number))
        }
    }

    private static let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
}

extension CellToDamage {
    /// The code of the commune, where the cell holds its name.
    fileprivate var commune: String? { means(.communeName) ? value(of: .communeCode) : nil }
}

extension String {
    /// Without accents, hyphens and apostrophes.
    fileprivate var bare: String { withoutAccents.replacing("-", with: " ").replacing("'", with: " ") }

    func without(letter place: Int) -> String {
        var letters = Array(self)
        letters.remove(at: place)
        return String(letters)
    }

    func doubling(letter place: Int) -> String {
        var letters = Array(self)
        letters.insert(letters[place], at: place)
        return String(letters)
    }

    func swapping(letter place: Int) -> String {
        var letters = Array(self)
        letters.swapAt(place, place + 1)
        return String(letters)
    }
}
