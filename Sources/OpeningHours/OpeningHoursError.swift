/// Why a text is not opening hours, in plain words.
public struct OpeningHoursError: Error, Hashable, Sendable {
    /// What kind of mistake it is.
    public enum Kind: Hashable, Sendable {
        /// The text is longer than `Timetable.longest`.
        case tooLong
        /// Something else was expected at the position.
        case syntax
        /// OpenStreetMap knows this form, but the library of Validata refuses it.
        case unsupported
    }

    /// What kind of mistake it is.
    public let kind: Kind
    /// Where the reading stopped: a number of characters before the mistake.
    public let position: Int
    /// The mistake in French.
    public let fr: String
    /// The mistake in English.
    public let en: String
}

extension OpeningHoursError {
    static let tooLong = OpeningHoursError(
        kind: .tooLong, position: 0,
        fr: "Ces horaires sont trop longs pour être lus : 2 000 caractères au plus.",
        en: "These opening hours are too long to be read: 2,000 characters at most."
    )

    init(_ form: UnsupportedForm) {
        self.init(kind: .unsupported, position: 0, fr: form.fr, en: form.en)
    }

    init(_ scanner: Scanner) {
        let before = String(decoding: scanner.bytes[..<scanner.furthest], as: UTF8.self)
        // The list of all that could stand here is of no help to anybody: the first ones tell enough.
        let expected = scanner.expected.prefix(2)
        let fr = expected.map(\.fr).joined(separator: ", ou ")
        let en = expected.map(\.en).joined(separator: ", or ")
        self.init(
            kind: .syntax, position: before.count,
            fr: before.isEmpty ? "Au début, on attend \(fr)." : "Après « \(before) », on attend \(fr).",
            en: before.isEmpty ? "At the beginning, expected \(en)." : "After “\(before)”, expected \(en)."
        )
    }
}
