import Foundation
import Schemas
import Texts

extension Corruption {
    /// White space that is not seen.
    static let spaces = Corruption(
        12, Text(fr: "Espaces", en: "Spaces"),
        forms: [
            Form("after") { $0.filled { $0 + " " } }, Form("before") { $0.filled { " " + $0 } },
            Form("around, many") { $0.filled { "   " + $0 + "  " } },
            Form("U+00A0 after") { $0.filled { $0 + "\u{A0}" } },
            Form("U+202F before") { $0.filled { "\u{202F}" + $0 } }, Form("U+200B inside") { $0.inserted("\u{200B}") },
            Form("U+FEFF before") { $0.filled { "\u{FEFF}" + $0 } }, Form("tab after") { $0.filled { $0 + "\t" } },
            Form("tab before") { $0.filled { "\t" + $0 } }, Form("line end after") { $0.filled { $0 + "\n" } },
            Form("_x000D_ after") { $0.filled { $0 + "_x000D_" } },
            Form("soft hyphen inside") { $0.inserted("\u{AD}") },
            Form("CRLF after") { $0.filled { $0 + "\r\n" } }, Form("U+2009 after") { $0.filled { $0 + "\u{2009}" } },
            Form("double inside") { $0.filled { $0.replacing(" ", with: "  ") } },
            Form("U+00A0 inside") { $0.filled { $0.replacing(" ", with: "\u{A0}") } },
            Form("U+202F inside") { $0.filled { $0.replacing(" ", with: "\u{202F}") } },
            Form("tab inside") { $0.filled { $0.replacing(" ", with: "\t") } },
            Form("line end inside") { cell, _ in
                guard cell.value.contains(" "), !cell.field.isList, let place = cell.value.firstIndex(of: " ") else {
                    return nil
                }
                let broken = cell.value.replacingCharacters(in: place...place, with: "\n")
                return Damage(broken, .text, cell.isProse ? .either([broken]) : .original)
            },
            Form("spaces between digits") { cell, _ in
                guard cell.isNumericCode, cell.value.count > 4 else { return nil }
                return Damage(cell.value.prefix(2) + " " + cell.value.dropFirst(2))
            },
        ])
}

extension Form {
    fileprivate init(_ name: String, _ damage: @escaping @Sendable (CellToDamage) -> Damage?) {
        self.init(name) { cell, _ in damage(cell) }
    }
}

extension CellToDamage {
    fileprivate func filled(_ write: (String) -> String) -> Damage? {
        let written = write(value)
        return value.isEmpty || written == value ? nil : Damage(written)
    }

    /// With a sign that is not seen in its middle.
    fileprivate func inserted(_ sign: String) -> Damage? {
        guard value.count > 3 else { return nil }
        let middle = value.index(value.startIndex, offsetBy: value.count / 2)
        return Damage(value[..<middle] + sign + value[middle...])
    }
}
