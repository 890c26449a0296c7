public import Foundation
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Questions over HTTP.
public struct WebTransport: Transport {
    private let session: URLSession
    private let receiver: Receiver
    private let patience: Double

    /// - Parameter patience: How many seconds an answer may take.
    public init(patience: Double = 60) {
        receiver = Receiver()
        self.patience = patience
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForResource = patience
        session = URLSession(configuration: configuration, delegate: receiver, delegateQueue: nil)
    }

    public func send(_ request: WebRequest) async throws(NoAnswer) -> WebResponse {
        var asked = URLRequest(url: request.address, timeoutInterval: patience)
        asked.httpMethod = request.method
        asked.httpBody = request.body
        for (name, value) in request.headers { asked.setValue(value, forHTTPHeaderField: name) }
        let task = session.dataTask(with: asked)
        let result: Result<WebResponse, NoAnswer> = await withCheckedContinuation { continuation in
            receiver.expect(task) { continuation.resume(returning: $0) }
            task.resume()
        }
        return try result.get()
    }
}

/// Gathers what arrives for each question.
private final class Receiver: NSObject, URLSessionDataDelegate, Sendable {
    private struct Arriving {
        var data = Data()
        var isTooMuch = false
        var done: @Sendable (Result<WebResponse, NoAnswer>) -> Void
    }

    /// The most that an answer may weigh.
    private static let heaviest = 64 << 20

    private let arriving = Mutex<[Int: Arriving]>([:])

    func expect(_ task: URLSessionTask, done: @escaping @Sendable (Result<WebResponse, NoAnswer>) -> Void) {
        arriving.withLock { $0[task.taskIdentifier] = Arriving(done: done) }
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let isTooMuch = arriving.withLock { arriving in
            guard var known = arriving[dataTask.taskIdentifier] else { return false }
            known.isTooMuch = known.isTooMuch || known.data.count + data.count > Self.heaviest
            if !known.isTooMuch { known.data.append(data) }
            arriving[dataTask.taskIdentifier] = known
            return known.isTooMuch
        }
        if isTooMuch { dataTask.cancel() }
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let arrived = arriving.withLock { $0.removeValue(forKey: task.taskIdentifier) }
        guard let arrived else { return }
        guard error == nil, let response = task.response as? HTTPURLResponse else {
            let words = arrived.isTooMuch ? "the answer is too long" : error?.localizedDescription ?? "no answer"
            return arrived.done(.failure(NoAnswer(words)))
        }
        var headers: [String: String] = [:]
        for case (let name as String, let value as String) in response.allHeaderFields {
            headers[name.lowercased()] = value
        }
        arrived.done(.success(WebResponse(status: response.statusCode, headers: headers, body: arrived.data)))
    }
}
