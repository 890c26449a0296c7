import Tables
import Texts

/// How many cells the rows of a text file have, to say which do not look like the others.
struct RecordShapes {
    /// The rows with a quote that nothing closes.
    var unbalanced: [Int] = []
    /// The rows that stood as a whole between quotes, and were cut again.
    var wrapped: [Int] = []
    private var shapes: [(row: Int, width: Int32, filled: Int32)] = []
    private var counts: [Int: Int] = [:]

    /// Adds a row, its number of cells and the number of the last one that holds something.
    mutating func add(width: Int, filled: Int, row: Int) {
        guard filled > 0 else { return }
        counts[width, default: 0] += 1
        shapes.append((row, Int32(clamping: width), Int32(clamping: filled)))
    }

    /// What there is to say about rows that have more or fewer cells than most.
    ///
    /// Rows above the first full one are titles. Rows of one cell are titles or notes.
    func findings(width sampled: Int) -> [Finding] {
        var findings: [Finding] = []
        if !unbalanced.isEmpty { findings.append(.unbalancedQuotes(Array(Set(unbalanced)).sorted())) }
        if !wrapped.isEmpty { findings.append(.wrappedRows(wrapped)) }
        let usual = counts.filter { $0.key > 1 }.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? sampled
        guard usual > 1 else { return findings }
        let longer = shapes.filter { $0.filled > usual }.map(\.row)
        let table = shapes.drop { $0.width < usual }
        let shorter = table.filter { $0.width < usual && $0.width > 1 }.map(\.row)
        if !longer.isEmpty { findings.append(.longerRows(longer, usual: usual)) }
        if !shorter.isEmpty { findings.append(.shorterRows(shorter, usual: usual)) }
        return findings
    }
}

extension Sheet {
    /// What there is to say about characters that could not be read, each shown as U+FFFD.
    func undecodableCharacters() -> [Finding] {
        let sign: [UInt8] = [0xEF, 0xBF, 0xBD]
        var rows: Set<Int> = []
        for cells in columns {
            let damaged = (0..<cells.distinctCount).filter { code in
                cells.withBytes(of: code) { UnsafeRawBufferPointer($0).holds(sign) }
            }
            guard !damaged.isEmpty else { continue }
            let codes = Set(damaged.map(UInt32.init))
            for (place, code) in cells.codes.enumerated() where codes.contains(code) { rows.insert(rowNumbers[place]) }
        }
        return rows.isEmpty ? [] : [.undecodable(rows.sorted())]
    }
}

extension UnsafeRawBufferPointer {
    fileprivate func holds(_ sign: [UInt8]) -> Bool {
        var place = skipASCII(from: 0)
        while place + sign.count <= count {
            if self[place] == sign[0], self[place + 1] == sign[1], self[place + 2] == sign[2] { return true }
            place = skipASCII(from: place + 1)
        }
        return false
    }
}

extension Finding {
    fileprivate static func unbalancedQuotes(_ rows: [Int]) -> Finding {
        Finding(
            rule: "unbalanced-quotes", severity: .warning, rows: rows,
            text: Text(
                fr: "Un guillemet ouvert n’est jamais refermé\u{202F}; il a été gardé comme du texte. Vérifiez que la "
                    + "ligne est bien découpée.",
                en: "An opening quote is never closed; it was kept as text. Please check that the row is cut properly."
            ))
    }

    fileprivate static func wrappedRows(_ rows: [Int]) -> Finding {
        Finding(
            rule: "wrapped-rows", severity: .info, rows: rows,
            text: Text(
                fr: "Des lignes entières étaient entre guillemets, comme une seule cellule\u{202F}; elles ont été "
                    + "découpées comme les autres.",
                en: "Whole rows stood between quotes, as one single cell; they were cut like the others."
            ))
    }

    fileprivate static func longerRows(_ rows: [Int], usual: Int) -> Finding {
        Finding(
            rule: "extra-cells", severity: .warning, rows: rows,
            text: Text(
                fr: "Plus de cellules que les \(usual) des autres lignes\u{202F}: un texte contient peut-être le signe "
                    + "qui sépare les colonnes. Rien n’a été perdu, mais le contenu peut être décalé.",
                en: "More cells than the \(usual) of the other rows: a text may hold the sign that separates the "
                    + "columns. Nothing was lost, but the content may be shifted."
            ))
    }

    fileprivate static func shorterRows(_ rows: [Int], usual: Int) -> Finding {
        Finding(
            rule: "missing-cells", severity: .info, rows: rows,
            text: Text(
                fr:
                    "Moins de cellules que les \(usual) des autres lignes\u{202F}: la fin de la ligne manque peut-être.",
                en: "Fewer cells than the \(usual) of the other rows: the end of the row may be missing."
            ))
    }

    fileprivate static func undecodable(_ rows: [Int]) -> Finding {
        Finding(
            rule: "undecodable-characters", severity: .warning, rows: rows,
            text: Text(
                fr: "Des caractères sont illisibles et apparaissent comme «\u{A0}\u{FFFD}\u{A0}»\u{202F}: retapez ces "
                    + "mots dans votre tableur.",
                en: "Some characters cannot be read and appear as “\u{FFFD}”: type these words again in your "
                    + "spreadsheet program."
            ))
    }
}
