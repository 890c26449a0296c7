import Schemas
public import Texts

/// What a person answered about the datasets of a territory; kept in the settings of the territory.
public struct MetadataAnswers: Sendable, Codable, Hashable {
    /// Where a person can write about the data.
    public var email: String?
    /// How often a dataset is renewed, by its name: codes of the EU table.
    public var frequencies: [String: Frequency]
    /// The licence of a dataset, by its name: SPDX identifiers.
    public var licences: [String: String]

    /// No answer yet.
    public init(email: String? = nil, frequencies: [String: Frequency] = [:], licences: [String: String] = [:]) {
        self.email = email
        self.frequencies = frequencies
        self.licences = licences
    }

    private enum Keys: String, CodingKey { case email, frequencies, licences }

    /// Reads what was kept. What cannot be understood is as if it had not been answered: it will be asked again.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        let codes = (try? container.decodeIfPresent([String: String].self, forKey: .frequencies)) ?? [:]
        self.init(
            email: try? container.decodeIfPresent(String.self, forKey: .email),
            frequencies: codes.compactMapValues(Frequency.init),
            licences: (try? container.decodeIfPresent([String: String].self, forKey: .licences)) ?? [:])
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encodeIfPresent(email, forKey: .email)
        try container.encode(frequencies.mapValues(\.rawValue), forKey: .frequencies)
        try container.encode(licences, forKey: .licences)
    }

    /// Takes an answer; gives the sentence that says why where it cannot be taken.
    public mutating func accept(_ answer: String, to question: MetadataQuestion) -> Text? {
        let words = answer.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        switch question.subject {
        case .contact:
            guard Contact.isMailbox(words) else {
                return Text(
                    fr: "« \(words) » n'est pas une adresse électronique : écrivez-la comme donnees@exemple.fr.",
                    en: "“\(words)” is no e-mail address: write it as data@example.org.")
            }
            email = words
        case .frequency:
            guard let frequency = Frequency(rawValue: words.uppercased()), frequency != .unknown else {
                return Self.choose(question)
            }
            for name in question.datasets { frequencies[name] = frequency }
        case .licence:
            guard let licence = Licence.all.first(where: { $0.id.lowercased() == words.lowercased() }) else {
                return Self.choose(question)
            }
            for name in question.datasets { licences[name] = licence.id }
        }
        return nil
    }

    private static func choose(_ question: MetadataQuestion) -> Text {
        let list = Text.oneOf(question.candidates.map(\.value), limit: 12)
        return Text(fr: "Choisissez \(list.fr).", en: "Choose \(list.en).")
    }
}

extension DatasetRecord {
    /// The sheet with what a person answered, where the model says nothing.
    public func completed(by answers: MetadataAnswers) -> DatasetRecord {
        var complete = self
        if frequency == .unknown, let answer = answers.frequencies[name] { complete.frequency = answer }
        if schema.additions.licence == nil, let answer = answers.licences[name] { complete.licence = .named(answer) }
        return complete
    }
}

extension Publisher {
    /// The publisher with what a person answered.
    public func completed(by answers: MetadataAnswers) -> Publisher {
        var complete = self
        complete.email = answers.email ?? email
        return complete
    }
}
