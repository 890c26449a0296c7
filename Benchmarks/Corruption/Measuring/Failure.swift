import Schemas

/// A cell that did not come back as it should have.
public struct Failure: Sendable {
    /// What it has in common with others.
    public struct Cause: Hashable, Sendable {
        public let number: Int
        public let form: String
        public let fate: Fate
        public let rule: String
    }

    /// The cause.
    public let cause: Cause
    /// The model and the field.
    public let place: String
    /// What was sent.
    public let sent: String
    /// What is published.
    public let got: String
    /// What ought to be published.
    public var expected = ""
    /// The seed of the file.
    public let seed: UInt64

    init(
        _ file: SentFile, _ corruption: Corruption, _ form: String, _ field: String, _ sent: String, _ got: String,
        _ fate: Fate,
        _ rule: String?, _ seed: UInt64
    ) {
        cause = Cause(number: corruption.number, form: form, fate: fate, rule: rule ?? "")
        place = file.schema.name + "." + field
        self.sent = sent
        self.got = got
        self.seed = seed
    }
}
