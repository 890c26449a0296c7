import Access
import Editions
import Foundation
import Hummingbird

/// Who asks: everybody, or an application that shows a token.
struct Visitors: Sendable {
    private let tokens: AccessTokens
    private let limit = RateLimit()
    private let log: AccessLog

    /// Whoever asks, and what to call it.
    struct Visitor: Sendable {
        var audience: Audience
        /// The token that was shown; nil is everybody.
        var token: String?

        static let everybody = Visitor(audience: .everybody, token: nil)
    }

    init(tokens: AccessTokens, log: AccessLog) {
        self.tokens = tokens
        self.log = log
    }

    /// Whoever sends a request. Throws 401 for a token that opens nothing, 429 for one that asks too often.
    func visitor(of request: Request) async throws -> Visitor {
        guard let secret = Self.secret(in: request) else { return .everybody }
        let now = Date()
        guard let token = try await tokens.token(of: secret, at: now) else {
            throw HTTPError(.unauthorized, headers: [.wwwAuthenticate: "Bearer error=\"invalid_token\""])
        }
        if let wait = limit.take(token.id, perMinute: token.perMinute, at: now.timeIntervalSince1970) {
            throw HTTPError(.tooManyRequests, headers: [.retryAfter: String(wait)])
        }
        return Visitor(audience: token.audience, token: token.id)
    }

    /// Notes what was answered to a token.
    func note(_ visitor: Visitor, _ request: Request, _ response: Response) async {
        guard let token = visitor.token else { return }
        await log.add(
            AccessUse(
                token: token, at: Date(), path: String(request.uri.path.prefix(500)), status: response.status.code,
                bytes: response.body.contentLength ?? 0))
    }

    /// `Authorization: Bearer …` (RFC 6750), or `Apikey …` as Opendatasoft's clients write it. Never in the address,
    /// which is written into logs everywhere.
    private static func secret(in request: Request) -> String? {
        let words = (request.headers[.authorization] ?? "").split(separator: " ", maxSplits: 1)
        guard words.count == 2, ["bearer", "apikey"].contains(words[0].lowercased()) else { return nil }
        return words[1].trimmingCharacters(in: .whitespaces)
    }
}

/// What tokens were used for, written down a few at a time.
actor AccessLog {
    private let tokens: AccessTokens
    private var waiting: [AccessUse] = []

    /// How many uses may be lost if the machine is switched off.
    private static let most = 50

    init(tokens: AccessTokens) { self.tokens = tokens }

    func add(_ use: AccessUse) async {
        waiting.append(use)
        if waiting.count >= Self.most { await flush() }
    }

    /// Writes down what waits. What cannot be written is tried again the next time.
    func flush() async {
        let uses = waiting
        waiting = []
        do { try await tokens.note(uses) } catch { waiting = uses.suffix(10_000) + waiting }
    }
}
