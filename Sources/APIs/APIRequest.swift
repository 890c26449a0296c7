public import Texts

/// A question to an API, whatever server took it.
public struct APIRequest: Sendable {
    /// What is wanted. A `HEAD` is a `GET` of which the server keeps the body back.
    public enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
    }

    /// What is wanted.
    public var method: Method
    /// The decoded segments of the path after the root of the API.
    public var path: [String]
    /// The decoded parameters of the address, in their order; a name may come twice.
    public var parameters: [(name: String, value: String)]
    /// The media types that are accepted, as the header says; empty means all.
    public var accept: String
    /// The address under which the site was asked (`https://donnees.example.fr`), without a slash at its end.
    public var origin: String
    /// The body of a `POST`.
    public var body: [UInt8]
    /// The media type of the body, as the header says; empty where nothing is said.
    public var contentType: String
    /// The language that is preferred.
    public var language: Language

    /// A question.
    public init(
        method: Method = .get, path: [String], parameters: [(name: String, value: String)] = [], accept: String = "",
        origin: String, body: [UInt8] = [], contentType: String = "", language: Language = .french
    ) {
        self.method = method
        self.path = path
        self.parameters = parameters
        self.accept = accept
        self.origin = origin
        self.body = body
        self.contentType = contentType
        self.language = language
    }

    /// The first parameter of a name.
    public func parameter(_ name: String) -> String? { parameters.first { $0.name == name }?.value }
}
