public import Foundation

/// A question to a web server.
public struct WebRequest: Sendable {
    /// The method of HTTP.
    public var method: String
    /// The whole address.
    public var address: URL
    /// The headers.
    public var headers: [String: String]
    /// What is sent along.
    public var body: Data?

    /// A question.
    public init(method: String, address: URL, headers: [String: String] = [:], body: Data? = nil) {
        self.method = method
        self.address = address
        self.headers = headers
        self.body = body
    }
}

/// What a web server answered.
public struct WebResponse: Sendable {
    /// The status of HTTP.
    public var status: Int
    /// The headers, by their names in lower case.
    public var headers: [String: String]
    /// What came along.
    public var body: Data

    /// An answer.
    public init(status: Int, headers: [String: String] = [:], body: Data = Data()) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

/// There was no answer: whether the server got the question is not known.
public struct NoAnswer: Error {
    /// What the system says.
    public var words: String

    /// No answer.
    public init(_ words: String) { self.words = words }
}

/// What carries questions to a web server. The tests have one that needs no network.
public protocol Transport: Sendable {
    /// Sends one question and waits for its answer. It follows no redirection: keys must not travel elsewhere.
    func send(_ request: WebRequest) async throws(NoAnswer) -> WebResponse
}
