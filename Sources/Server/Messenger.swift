import Access
import Editions
import Foundation
import Logging
import ServiceLifecycle

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Tells webhooks of changes and writes down what tokens were used for, every few seconds until the server stops.
struct Messenger: Service {
    let library: Library
    let webhooks: Webhooks
    let log: AccessLog

    private static let pause = Duration.seconds(2)

    func run() async throws {
        let logger = Logger(label: "gabarit.messenger")
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    _ = try await webhooks.deliver(at: Date(), by: Self.send) { cursor, schema in
                        try await library.current().changes(since: cursor, schema: schema, limit: 500)
                    }
                } catch {
                    logger.error("no message was sent", metadata: ["error": "\(error)"])
                }
                await log.flush()
                try await Task.sleep(for: Self.pause)
            }
        }
        await log.flush()
    }

    /// One message; no redirection is followed, for nobody signed for where it leads.
    private static func send(_ address: String, _ headers: [String: String], _ body: Data) async throws -> Int {
        guard let url = URL(string: address) else { return 0 }
        var request = URLRequest(url: url, timeoutInterval: 10)
        request.httpMethod = "POST"
        request.httpBody = body
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        // A session for each message: on Linux, one whose connection the other side has closed does not recover.
        let session = URLSession(configuration: .ephemeral, delegate: NoRedirection(), delegateQueue: nil)
        defer { session.finishTasksAndInvalidate() }
        let (_, response) = try await session.data(for: request)
        return (response as? HTTPURLResponse)?.statusCode ?? 0
    }
}

private final class NoRedirection: NSObject, URLSessionTaskDelegate, Sendable {
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) { completionHandler(nil) }
}
