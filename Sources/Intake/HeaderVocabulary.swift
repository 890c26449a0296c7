import Schemas
import Spelling

/// The words that stand above the columns of a schema: names, titles and the other headers people use.
struct HeaderVocabulary {
    private let known: Set<String>

    init(_ schema: Schema) {
        known = Set(
            schema.fields.flatMap { [$0.name, $0.title] + $0.aliases }.map(\.folded).filter { !$0.isEmpty })
    }

    /// Whether people write this above a column of the schema. A mark for required columns does not matter.
    func knows(_ header: String) -> Bool { known.contains(header.folded) }
}
