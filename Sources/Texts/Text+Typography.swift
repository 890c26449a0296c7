extension Text {
    /// The sentence with the marks of French tied to their words, so that none begins a line.
    public var typeset: Text { Text(fr: Self.tied(fr), en: en) }

    private static func tied(_ words: String) -> String {
        words.replacing("« ", with: "«\u{A0}").replacing(" »", with: "\u{A0}»").replacing(" :", with: "\u{A0}:")
            .replacing(" ?", with: "\u{202F}?").replacing(" !", with: "\u{202F}!").replacing(" ;", with: "\u{202F};")
    }
}
