/// Opening hours in the language of OpenStreetMap (`Mo-Fr 08:30-12:00,13:30-17:30; Sa off`), read with the same
/// verdict as Validata, which relies on opening-hours-py 0.6.18.
public struct Timetable: Hashable, Sendable {
    /// The longest text that is read, in bytes.
    public static let longest = 2_000

    /// The rules, in their order. Never empty.
    let rules: [Rule]

    init(rules: [Rule]) {
        precondition(!rules.isEmpty, "opening hours have at least one rule")
        self.rules = rules
    }

    /// Reads opening hours to the letter: nothing is repaired. See `reading(_:)` for what people write.
    public init(parsing text: String) throws(OpeningHoursError) {
        guard text.utf8.count <= Self.longest else { throw .tooLong }
        var scanner = Scanner(text)
        guard let rules = scanner.timetable() else { throw OpeningHoursError(scanner) }
        if let form = rules.lazy.compactMap(UnsupportedForm.init).first { throw OpeningHoursError(form) }
        self.init(rules: rules)
    }
}
