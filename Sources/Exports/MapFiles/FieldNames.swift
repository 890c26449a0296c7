import Foundation
import Schemas

/// Names of fields as a format can hold them, each unlike all others, capitals aside.
enum FieldNames {
    /// The names as they are; one that comes again, or is taken by the format, gets a number.
    static func unique(_ names: [String], taken: [String] = []) -> [String] {
        var known = Set(taken.map { $0.lowercased() })
        return names.map { name in
            let name = name.isEmpty ? "champ" : name
            var unique = name
            var number = 2
            while !known.insert(unique.lowercased()).inserted {
                unique = "\(name)_\(number)"
                number += 1
            }
            return unique
        }
    }

    /// Names for a DBF file: ten ASCII letters, digits and underlines. Names that become the same get a number at
    /// their end (`nom_du_lieu`, `nom_du_lieu_2` → `nom_du_lie`, `nom_du_li2`).
    static func short(_ names: [String]) -> [String] {
        var known: Set<String> = []
        return names.map { name in
            let plain = plain(name)
            var short = String(plain.prefix(10))
            var number = 2
            while !known.insert(short.lowercased()).inserted {
                let end = String(number)
                short = plain.prefix(10 - end.count) + end
                number += 1
            }
            return short
        }
    }

    /// The name of the layer of a dataset.
    static func layer(_ schema: Schema) -> String { schema.name.isEmpty ? "donnees" : schema.name }

    /// A name as part of the name of a file.
    static func file(_ name: String) -> String {
        let kept = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "_" }.prefix(100))
        return kept.isEmpty ? "donnees" : kept
    }

    private static func plain(_ name: String) -> String {
        let folded = name.folding(options: .diacriticInsensitive, locale: nil)
        let kept = String(folded.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
        guard let first = kept.first else { return "champ" }
        return first.isLetter ? kept : "c" + kept
    }
}
