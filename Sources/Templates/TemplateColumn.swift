import Schemas
import Spreadsheets
import Texts

/// One column of the sheet to fill in: how it looks and what it says.
struct TemplateColumn: Sendable {
    let field: Field
    let language: Language

    /// How much the value is wanted.
    enum Want: CaseIterable {
        case required, expected, optional

        var text: Text {
            switch self {
            case .required: Text(fr: "Indispensable", en: "Required")
            case .expected: Text(fr: "Attendue", en: "Expected")
            case .optional: Text(fr: "Facultative", en: "Optional")
            }
        }

        var headerStyle: CellStyle {
            CellStyle().with {
                $0.isBold = true
                $0.isFramed = true
                $0.isIndented = true
                $0.numberFormat = "@"
                $0.fill = self == .required ? Palette.navy : self == .expected ? Palette.steel : Palette.mist
                $0.ink = self == .optional ? Palette.ink : Palette.white
            }
        }
    }

    var want: Want { field.isRequired ? .required : field.expected ? .expected : .optional }

    var headerStyle: CellStyle { want.headerStyle }

    /// Wide enough for the header with its filter button, and for the example.
    var width: Double {
        Double(min(42, max(12, field.name.count + 5, (field.example?.count ?? 0) + 3)))
    }

    /// Everything that is a code or words is text, so that zeros in front stay.
    var style: CellStyle {
        CellStyle().with {
            $0.ink = Palette.ink
            $0.numberFormat = numberFormat
        }
    }

    private var numberFormat: String? {
        switch (field.type, field.meaning) {
        case (.number, .longitude), (.number, .latitude): "0.000000"
        case (.number, _): nil
        case (.integer, _), (.year, _): "0"
        case (.date, _): "dd/mm/yyyy"
        default: "@"
        }
    }

    /// A canonical value as the spreadsheet should hold it.
    func content(of value: String) -> CellDraft.Content {
        guard !value.isEmpty else { return .blank }
        switch field.type {
        case .number, .integer, .year: return .number(value)
        case .date: return .date(value)
        default: return .text(value)
        }
    }

    /// The example as somebody types it: with a decimal comma in French.
    var example: String? {
        guard let example = field.example, !example.isEmpty else { return nil }
        return field.type == .number && language == .french ? example.replacing(".", with: ",") : example
    }

    /// The values to choose from.
    var choices: [String] {
        if field.type == .boolean { return [field.trueValues.first, field.falseValues.first].compactMap(\.self) }
        let values = field.codes.map(\.value)
        guard let separator = field.separator, (2...4).contains(values.count) else { return values }
        return combinations(of: values).map { $0.joined(separator: separator) }
    }
}

/// All choices of one or several of a few values: single ones first, then pairs…
private func combinations(of values: [String]) -> [[String]] {
    (1..<(1 << values.count))
        .map { bits in values.indices.filter { bits & (1 << $0) != 0 } }
        .sorted { ($0.count, $0.lexicographicRank) < ($1.count, $1.lexicographicRank) }
        .map { $0.map { values[$0] } }
}

extension [Int] {
    /// Orders short lists of small numbers as words in a dictionary.
    fileprivate var lexicographicRank: Int { reduce(0) { $0 * 10 + $1 } }
}
