import Spelling
import Tables
import Texts

/// What a spreadsheet made a date of, though it was none: `1-2` became 1 February. What was typed is lost.
enum AutoDate {
    /// What may have been typed, where a value shows a date that nobody asked for; else nil.
    static func candidates(for value: Value) -> [String]? {
        if value.kind == .date, let match = isoDay.prefixMatch(in: value.text) {
            // A day and a month were typed, or, where the day is the first, perhaps a month and a year.
            let typed = ["\(match.3)-\(match.2)", "\(match.3)/\(match.2)"]
            return match.3 == "1" ? typed + ["\(match.2)-\(match.1.suffix(2))"] : typed
        }
        guard value.text.utf8.count <= 12 else { return nil }
        let text = value.text.lowercased()
        if let match = dayAndMonth.wholeMatch(in: text), let month = month(match.2), let day = Int(match.1) {
            return ["\(day)-\(month)", "\(day)/\(month)"]
        }
        if let match = monthAndYear.wholeMatch(in: text), let month = month(match.1), let year = Int(match.2) {
            return ["\(month)-\(year)", "\(month)/\(year)"]
        }
        return nil
    }

    /// Whether a text is letter for letter what a French spreadsheet shows of a day it made up: `01-févr`, `mars-10`.
    static func isShown(_ text: String) -> Bool {
        text.utf8.count <= 12 && shown.fits(text.lowercased())
    }

    /// Why it is asked.
    static let reason = Text(
        fr: "Le tableur a pris cette valeur pour une date, et ce qui avait été tapé est perdu.",
        en: "The spreadsheet took this value for a date, and what had been typed is lost.")

    /// The months as French spreadsheets shorten them.
    private static func month(_ word: Substring) -> Int? {
        months.firstIndex { $0.contains(String(word)) }.map { $0 + 1 }
    }

    private static let months = [
        ["janv", "jan"], ["févr", "fevr", "fév", "fev"], ["mars"], ["avr", "avril"], ["mai"], ["juin"], ["juil"],
        ["août", "aout"], ["sept", "sep"], ["oct"], ["nov"], ["déc", "dec"],
    ]
    private static let isoDay = Shape(/([0-9]{4})-0?([0-9]{1,2})-0?([0-9]{1,2})/)
    private static let dayAndMonth = Shape(/([0-9]{1,2})[-\/. ]([a-zéû]{3,5})\.?/)
    private static let monthAndYear = Shape(/([a-zéû]{3,5})\.?[-\/. ]([0-9]{2})/)
    private static let shown = Shape(
        /[0-9]{2}-(?:janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)\.?|(?:janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)\.?-[0-9]{2}/
    )
}
