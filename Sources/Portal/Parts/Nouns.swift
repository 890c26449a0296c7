import Schemas
import Texts

extension Schema {
    /// A number of objects in the words of the schema: `1 parc ou jardin`, `364 parcs et jardins`.
    func count(_ number: Int) -> Text {
        let nouns = additions.nouns ?? []
        guard nouns.count == 2 else { return .rows(number) }
        return .count(number, fr: (nouns[0], nouns[1]), en: ("row", "rows"))
    }

    /// The description up to the end of its first sentence.
    var firstSentence: String {
        guard let end = description.firstRange(of: ". ") else { return description }
        return String(description[..<end.lowerBound]) + "."
    }
}
