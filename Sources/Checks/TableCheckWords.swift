public import Texts

/// Sentences of table checks that are told again when fewer rows are meant.
public enum TableCheckWords {
    /// A field is not known in so many rows.
    public static func unknown(_ title: String, rows: Int) -> Text {
        let count = Text.rows(rows)
        return Text(
            fr: "« \(title) » n'est pas connu pour \(count.fr).", en: "“\(title)” is not known for \(count.en).")
    }
}
