import Editions
import Schemas
import Synchronization
import Tables

/// The words that facets count, worked out once for each column and kept with the edition.
final class ExploreTerms: Sendable {
    /// The words of one column.
    struct Terms: Sendable {
        /// Values, items of lists, or years, months and days (`2023`, `2023/05`, `2023/05/02`).
        var words: [String] = []
        /// For each distinct value, which words it counts for.
        var places: [[Int]] = []
        /// Whether the words are stretches of the calendar.
        var isPeriods = false

        /// How often each word occurs, from how often each distinct value does.
        func counts(_ counts: [Int]) -> [Int] {
            var found = [Int](repeating: 0, count: words.count)
            for code in places.indices where counts[code] > 0 {
                for place in places[code] { found[place] += counts[code] }
            }
            return found
        }
    }

    private let known = Mutex<[Int: Terms]>([:])

    /// The words of a column. Two callers may work them out at once; both get the same.
    func terms(of column: Int, _ edition: Edition) -> Terms {
        if let terms = known.withLock({ $0[column] }) { return terms }
        let made = Self.terms(edition.table.columns[column], edition.schema.field(edition.table.fields[column]))
        known.withLock { $0[column] = made }
        return made
    }

    private static func terms(_ cells: Cells, _ field: Field?) -> Terms {
        var terms = Terms()
        terms.isPeriods = field?.type == .date || field?.type == .datetime
        var numbers: [String: Int] = [:]
        for code in 0..<cells.distinctCount {
            let words = words(cells.distinct(code).text, field, isPeriods: terms.isPeriods)
            terms.places.append(
                words.map { word in
                    if let known = numbers[word] { return known }
                    numbers[word] = terms.words.count
                    terms.words.append(word)
                    return terms.words.count - 1
                })
        }
        return terms
    }

    private static func words(_ text: String, _ field: Field?, isPeriods: Bool) -> Set<String> {
        guard !text.isEmpty else { return [] }
        if isPeriods {
            let day = text.prefix(10)
            guard day.utf8.count == 10 else { return [] }
            let parts = day.split(separator: "-")
            return Set(parts.indices.prefix(3).map { parts[...$0].joined(separator: "/") })
        }
        guard let separator = field?.separator, !separator.isEmpty else { return [text] }
        return Set(text.split(separator: separator).map(String.init))
    }
}
