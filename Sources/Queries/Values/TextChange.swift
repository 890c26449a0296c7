import Editions
import Foundation

/// How the texts of a column may be changed before they are compared. What comes out is kept with the edition, because
/// the same changes are asked for again and again.
enum TextChange: String, Sendable {
    case casei, accenti, lower, upper

    func callAsFunction(_ text: String) -> String {
        switch self {
        case .casei: text.caseFolded
        case .accenti: text.withoutAccents
        case .lower: text.lowercased()
        case .upper: text.uppercased()
        }
    }
}

/// A column, as it is written or with its texts changed.
struct Source: Hashable, Sendable {
    /// The number of the column.
    let column: Int
    /// What its texts went through, the first one first.
    var changes: [TextChange] = []

    init(_ column: Int) { self.column = column }

    /// The same with one change more; nil where there are so many that nobody will ask for them again.
    func changed(_ change: TextChange) -> Source? {
        if changes.last == change { return self }
        guard changes.count < 2 else { return nil }
        var source = self
        source.changes.append(change)
        return source
    }
}

extension Edition {
    /// What each distinct value of a column is worth, its texts changed.
    func worths(_ source: Source) -> [Worth] {
        guard let change = source.changes.last else { return worths(source.column) }
        return workings.changed(source) {
            var inner = source
            inner.changes.removeLast()
            return worths(inner).map { $0.mapTexts { change($0) } }
        }
    }
}

extension Worth {
    fileprivate func mapTexts(_ change: (String) -> String) -> Worth {
        switch self {
        case .text(let text): .text(change(text))
        case .list(let items): .list(items.map { $0.mapTexts(change) })
        default: self
        }
    }
}

extension String {
    /// The text after Unicode's full case folding: `Straße` and `STRASSE` meet.
    var caseFolded: String {
        var text = self
        let quick: String? = text.withUTF8 { bytes in
            var folded = [UInt8](unsafeUninitializedCapacity: bytes.count) { _, count in count = 0 }
            folded.reserveCapacity(bytes.count)
            var place = 0
            while place < bytes.count {
                let byte = bytes[place]
                place += 1
                if byte < 0x80 {
                    folded.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
                    continue
                }
                // The capitals of Western Europe lie 32 before their small letters; the sharp s becomes two.
                guard byte == 0xC3, place < bytes.count, bytes[place] != 0x9F else { return nil }
                let isCapital = bytes[place] &- 0x80 < 0x1F && bytes[place] != 0x97
                folded.append(byte)
                folded.append(isCapital ? bytes[place] + 0x20 : bytes[place])
                place += 1
            }
            return String(decoding: folded, as: UTF8.self)
        }
        // Capitals first, because only they open ligatures and the German sharp s.
        return quick ?? uppercased().lowercased()
    }

    /// The text without its diacritics; punctuation and capitals stay.
    var withoutAccents: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return self }
        var plain = ""
        for scalar in unicodeScalars {
            if scalar.value < 0x80 {
                plain.unicodeScalars.append(scalar)
            } else {
                plain.unicodeScalars.append(contentsOf: Self.plain(scalar).unicodeScalars)
            }
        }
        return plain
    }

    private static func plain(_ scalar: Unicode.Scalar) -> String {
        let place = Int(scalar.value) - 0xC0
        return plainLatin.indices.contains(place) ? plainLatin[place] : decomposed(scalar)
    }

    /// What French and its neighbours write, worked out once.
    private static let plainLatin = (0xC0...0x17F).map { Unicode.Scalar($0).map(decomposed) ?? "" }

    private static func decomposed(_ scalar: Unicode.Scalar) -> String {
        // Letters with a stroke, which Unicode does not take apart.
        switch scalar {
        case "ø": return "o"
        case "Ø": return "O"
        case "ł": return "l"
        case "Ł": return "L"
        case "đ": return "d"
        case "Đ": return "D"
        default: break
        }
        var plain = ""
        for part in String(Character(scalar)).decomposedStringWithCanonicalMapping.unicodeScalars
        where part.properties.generalCategory != .nonspacingMark {
            plain.unicodeScalars.append(part)
        }
        return plain
    }
}
