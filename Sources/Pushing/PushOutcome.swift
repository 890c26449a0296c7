public import Texts

/// What became of one dataset, or would become of it.
public struct PushOutcome: Sendable {
    /// What happened.
    public enum Kind: Sendable, Equatable {
        /// It is new there.
        case created(id: String)
        /// It was there and says something new now.
        case updated(id: String)
        /// It was there and says all that already.
        case unchanged(id: String)
        /// It was not pushed.
        case failed(PushError)
    }

    /// The name of the dataset here.
    public var name: String
    /// Its title.
    public var title: String
    /// What happened, or would happen.
    public var kind: Kind
    /// What is new, each in a few words.
    public var changes: [Text]
    /// Whether nothing was sent: it is what would happen.
    public var isRehearsal: Bool
    /// Its page there.
    public var page: String?

    /// Whether it was not pushed.
    public var hasFailed: Bool {
        if case .failed = kind { true } else { false }
    }

    /// All of it in one sentence.
    public var text: Text {
        let what: Text =
            switch (kind, isRehearsal) {
            case (.created, false): Text(fr: "créé", en: "created")
            case (.created, true): Text(fr: "serait créé", en: "would be created")
            case (.updated, false): Text(fr: "mis à jour", en: "updated")
            case (.updated, true): Text(fr: "serait mis à jour", en: "would be updated")
            case (.unchanged, _): Text(fr: "rien n'a changé", en: "nothing changed")
            case (.failed(let error), _): error.text
            }
        let details = Text(
            fr: changes.map(\.fr).joined(separator: ", "), en: changes.map(\.en).joined(separator: ", "))
        let more = changes.isEmpty ? Text(verbatim: "") : Text(fr: " (\(details.fr))", en: " (\(details.en))")
        let place = page.map { " : \($0)" } ?? ""
        return Text(fr: "\(title) : \(what.fr)\(more.fr)\(place)", en: "\(title): \(what.en)\(more.en)\(place)")
    }
}
