public import Texts

/// What a page knows about whoever asks for it: the language, the address, and whether it stands in another site.
public struct Visit: Sendable {
    /// The language of the page.
    public var language: Language
    /// Whether the visitor chose the language: then every link keeps it.
    public var hasChosenLanguage: Bool
    /// The path of the page (`/communes/69029`).
    public var path: String
    /// What stands behind the question mark, in its order.
    public var query: [(name: String, value: String)]
    /// Whether the page stands in a frame of another site.
    public var isEmbedded: Bool
    /// The moment of the past that the page shows; nil is now. Pages that can show it too are linked as they were then.
    public var moment: PastMoment?

    /// A visit.
    public init(
        language: Language = .french, hasChosenLanguage: Bool = false, path: String = "/",
        query: [(name: String, value: String)] = [], isEmbedded: Bool = false, moment: PastMoment? = nil
    ) {
        self.language = language
        self.hasChosenLanguage = hasChosenLanguage
        self.path = path
        self.query = query
        self.isEmbedded = isEmbedded
        self.moment = moment
    }

    /// A sentence in the language of the visitor.
    public func callAsFunction(_ text: Text) -> String { text.in(language) }

    /// The address of another page, in the same language and, in a frame, for the same frame.
    func link(_ address: Address, _ parameters: [(name: String, value: String)] = []) -> String {
        var parameters = parameters.filter { !$0.value.isEmpty }
        let isDated = parameters.contains { $0.name == PastMoment.parameter }
        if let moment, address.hasPast, !isDated { parameters.append((PastMoment.parameter, moment.asked)) }
        if isEmbedded { parameters.append(("embed", "1")) }
        if hasChosenLanguage { parameters.append(("lang", language.rawValue)) }
        return address.path + Address.query(parameters)
    }

    /// The address of a file, as it was at the moment that the page shows.
    func file(_ address: Address) -> String {
        address.path + Address.query(moment.map { [(PastMoment.parameter, $0.asked)] } ?? [])
    }

    /// The address of this page with some parameters replaced; an empty value takes one away.
    func here(_ changes: [String: String]) -> String {
        var parameters = query.filter { changes[$0.name] == nil && !["lang", "embed"].contains($0.name) }
        parameters += changes.filter { $0.key != "lang" }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        guard let language = changes["lang"] else { return link(Address(path: path), parameters) }
        var other = self
        other.hasChosenLanguage = false
        return other.link(Address(path: path), parameters + [("lang", language)])
    }
}
