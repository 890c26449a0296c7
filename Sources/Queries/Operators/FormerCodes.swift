import Editions
import Schemas

/// Communes merge, and programs go on asking for the code that they know: where a column holds codes of communes, to
/// be equal to a code of before (or to be one of several) means to be equal to it or to the code that it became. All
/// languages of questions come by here, so that each of them knows it. Other conditions (order, `LIKE`) and columns
/// take a code as it is written.
extension Resolver {
    /// The code that a text became, where a value is one of a column of codes of communes; nil for any other.
    private func successor(of text: String, asked side: Typed) -> String? {
        guard side.reading?.field?.meaning == .communeCode else { return nil }
        return edition.formerCodes[text]
    }

    /// What a value of a column may be equal to, where it is asked to be equal to a text.
    func alternatives(to text: String, in side: Typed) -> Set<String> {
        successor(of: text, asked: side).map { [text, $0] } ?? [text]
    }

    /// The same for several values.
    func alternatives(to worths: [Worth], in side: Typed) -> [Worth] {
        worths
            + worths.compactMap { worth in
                guard case .text(let text) = worth else { return nil }
                return successor(of: text, asked: side).map(Worth.text)
            }
    }
}
