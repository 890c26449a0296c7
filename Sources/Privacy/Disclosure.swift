import Spelling
public import Texts

/// What a person decided about personal data in a field: publish it, with a reason, or keep it back.
public struct Disclosure: Sendable, Hashable {
    /// The answer, which is the reason.
    public let reason: String

    /// A decision, from what somebody answered.
    public init(answer: String) { reason = answer }

    /// Whether the data is to be published: only an answer that says so allows it.
    public var isAllowed: Bool {
        let first = reason.foldedWords.first
        return first == "publier" || first == "publish"
    }

    /// The answers that are proposed: each is a reason.
    public static let answers: [Text] = [
        Text(fr: "ne pas publier", en: "do not publish"),
        Text(fr: "publier : c'est celui d'un service, pas d'une personne", en: "publish: a service's, not a person's"),
        Text(
            fr: "publier : la personne est concernée dans sa fonction publique",
            en: "publish: the person is named in a public office"),
        Text(fr: "publier : la personne a donné son accord", en: "publish: the person agreed"),
    ]

    /// What is asked about, beside the field, so that the answer is remembered apart from answers about values.
    public static func subject(of detector: Detector) -> String { subjectPrefix + detector.name.folded }

    /// Whether a remembered answer is about personal data.
    public static func isSubject(_ value: String) -> Bool { value.folded.hasPrefix(subjectPrefix) }

    private static let subjectPrefix = "donnees personnelles "
}
