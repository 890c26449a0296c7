import Checks
import Schemas
import Spelling
import Texts

/// Puts a question about a value: what is asked, and what is expected, each thing once.
struct QuestionWords {
    let field: Field
    let value: String
    let rowCount: Int
    let problem: Judge.Problem?
    /// Why it is asked, where a repair knows it.
    let reason: Text?

    var text: Text {
        let count = Text.rows(rowCount)
        let shown = value.count > 80 ? value.prefix(80) + "…" : value[...]
        let ask =
            isChoice
            ? Text(
                fr: "« \(field.title) » : que veut dire « \(shown) » (\(count.fr)) ?",
                en: "“\(field.title)”: what does “\(shown)” mean (\(count.en))?")
            : Text(
                fr: "« \(field.title) » : que faut-il écrire à la place de « \(shown) » (\(count.fr)) ?",
                en: "“\(field.title)”: what should stand instead of “\(shown)” (\(count.en))?")
        return expectation.map { ask + $0 } ?? ask
    }

    private static let scientific = Shape(/[0-9][0-9.,]{0,20}[eE]\+?[0-9]{1,3}/)

    private var isChoice: Bool { !field.codes.isEmpty || field.type == .boolean }

    private var expectation: Text? {
        if let reason { return reason }
        if field.type == .boolean {
            let yes = field.trueValues.first ?? "oui", no = field.falseValues.first ?? "non"
            return Text(
                fr: "Valeurs possibles : « \(yes) », « \(no) », ou rien si vous ne savez pas.",
                en: "Possible values: “\(yes)”, “\(no)”, or nothing if you do not know.")
        }
        if !field.codes.isEmpty {
            let list = Text.oneOf(field.codes.map(\.value))
            return Text(fr: "Valeurs possibles : \(list.fr).", en: "Possible values: \(list.en).")
        }
        guard let problem, let check = Check.all.first(where: { $0.name == problem.rule }) else { return problem?.text }
        // Bounds and coded numbers say more than what is expected in general.
        guard !saysMore(value, problem) else { return problem.text }
        let example = field.example.map { Text(fr: "Exemple : « \($0) ».", en: "Example: “\($0)”.") }
        let expected = Text(
            fr: "Attendu : \(check.expectation.fr.uncapitalized)", en: "Expected: \(check.expectation.en.uncapitalized)"
        )
        return example.map { expected + $0 } ?? expected
    }

    /// Whether the problem explains what its expectation does not: digits that were lost, a bound, a length.
    private func saysMore(_ value: String, _ problem: Judge.Problem) -> Bool {
        ["bounds", "length", "coordinate", "siret", "siren", "damaged-text", "opening-hours"].contains(problem.rule)
            || Self.scientific.fits(value)
    }
}

extension String {
    /// A sentence within another one. Abbreviations keep their capitals.
    fileprivate var uncapitalized: String {
        guard dropFirst().first?.isLowercase == true || dropFirst().first == " " else { return self }
        return prefix(1).lowercased() + dropFirst()
    }
}
