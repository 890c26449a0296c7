public import Foundation

/// The API of data.gouv.fr, version 1, or of any other site made with udata.
public struct DataGouv: Sendable {
    /// The site.
    public let address: URL
    private let key: String
    private let transport: any Transport
    private let pause: @Sendable (Double) async -> Void

    /// How often a question is asked before giving up.
    private static let attempts = 5
    /// The longest that a server may make us wait, in seconds.
    private static let longestPause = 120.0

    /// A site.
    ///
    /// - Parameters:
    ///   - address: The site; https, except on this machine.
    ///   - key: The API key of an account; empty for a rehearsal in the name of an organisation.
    ///   - pause: Waits some seconds.
    public init(
        address: URL, key: String, transport: any Transport = WebTransport(),
        pause: @escaping @Sendable (Double) async -> Void = { try? await Task.sleep(for: .seconds($0)) }
    ) throws(PushError) {
        let host = address.host() ?? ""
        let isHere = ["127.0.0.1", "localhost", "::1", "[::1]"].contains(host)
        guard !host.isEmpty, address.scheme == "https" || address.scheme == "http" && isHere else {
            throw .unprotected(address.absoluteString)
        }
        self.address = address
        self.key = key.filter { !$0.isWhitespace }
        self.transport = transport
        self.pause = pause
    }

    /// Reads something.
    func get(_ path: String, _ query: [(String, String)] = []) async throws(PushError) -> JSONValue {
        try await send("GET", path, query, nil, mayRepeat: true)
    }

    /// Replaces something: doing it twice is doing it once.
    func put(_ path: String, _ body: JSONValue) async throws(PushError) -> JSONValue {
        try await send("PUT", path, [], body, mayRepeat: true)
    }

    /// Creates something. It is asked again only where the server says that it did nothing; where nobody can know
    /// (``PushError/unreachable(_:)``, ``PushError/broken(_:)``), the caller must look before asking again.
    func post(_ path: String, _ body: JSONValue, mayRepeat: Bool = false) async throws(PushError) -> JSONValue {
        try await send("POST", path, [], body, mayRepeat: mayRepeat)
    }

    // MARK: - One question

    private func send(
        _ method: String, _ path: String, _ query: [(String, String)], _ body: JSONValue?, mayRepeat: Bool
    ) async throws(PushError) -> JSONValue {
        var place = address.appending(path: "api/1/\(path)/")
        if !query.isEmpty { place.append(queryItems: query.map { URLQueryItem(name: $0.0, value: $0.1) }) }
        var headers = ["Accept": "application/json", "User-Agent": "gabarit"]
        // What is public can be read without a key, as a rehearsal does.
        if !key.isEmpty { headers["X-API-KEY"] = key }
        if body != nil { headers["Content-Type"] = "application/json" }
        let request = WebRequest(method: method, address: place, headers: headers, body: body?.data)
        var failure = PushError.unreachable("no answer")
        for attempt in 1...Self.attempts {
            let response: WebResponse
            do {
                response = try await transport.send(request)
            } catch {
                failure = .unreachable(error.words)
                guard mayRepeat, attempt < Self.attempts else { throw failure }
                await pause(Self.wait(after: attempt))
                continue
            }
            if 200..<300 ~= response.status { return try Self.content(response) }
            failure = Self.failure(response, path)
            let didNothing = response.status == 429 || response.status == 503 && response.headers["retry-after"] != nil
            guard didNothing || mayRepeat && response.status >= 500, attempt < Self.attempts else { throw failure }
            await pause(Self.pause(response) ?? Self.wait(after: attempt))
        }
        throw failure
    }

    private static func content(_ response: WebResponse) throws(PushError) -> JSONValue {
        guard !response.body.isEmpty else { return .null }
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: response.body) else {
            throw .misunderstood(String(decoding: response.body.prefix(80), as: UTF8.self))
        }
        return value
    }

    /// One, two, four, eight seconds.
    private static func wait(after attempt: Int) -> Double { Double(1 << min(attempt - 1, 6)) }

    /// What the server asks for: seconds, or a date (RFC 9110, §10.2.3), which is judged by the server's own clock.
    private static func pause(_ response: WebResponse) -> Double? {
        guard let said = response.headers["retry-after"] else { return nil }
        if let seconds = Double(said), seconds.isFinite { return min(max(seconds, 0), longestPause) }
        guard let date = httpDate(said), let now = response.headers["date"].flatMap(httpDate) else { return nil }
        return min(max(date.timeIntervalSince(now), 0), longestPause)
    }

    private static func httpDate(_ text: String) -> Date? {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: "GMT")
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        return format.date(from: text)
    }

    private static func failure(_ response: WebResponse, _ path: String) -> PushError {
        let said = try? JSONDecoder().decode(JSONValue.self, from: response.body)
        let words = words(of: said) ?? "\(response.status)"
        return switch response.status {
        case 300..<400: .misunderstood(response.headers["location"] ?? "\(response.status)")
        case 401: .unknownKey
        case 403: .forbidden(words)
        case 404: .notFound(path)
        case 410: .deleted(path.split(separator: "/").last.map(String.init) ?? path)
        case 429: .tooOften
        case 400..<500: .refused(words)
        default: .broken(response.status)
        }
    }

    /// The message of an error and what it says of each field.
    private static func words(of error: JSONValue?) -> String? {
        guard let error else { return nil }
        var words = error["message"]?.text.map { [$0] } ?? []
        for (field, said) in (error["errors"]?.members ?? [:]).sorted(by: { $0.key < $1.key }) {
            let details = said.text ?? String(decoding: said.data.prefix(300), as: UTF8.self)
            words.append("\(field) : \(details)")
        }
        return words.isEmpty ? nil : words.joined(separator: " ; ")
    }
}
