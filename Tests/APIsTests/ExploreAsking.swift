import APIs
import Editions
import Foundation
import Testing

/// Asks an API as a server would, by an address.
struct Asking {
    var api: any PublicAPI
    var holdings: any Holdings

    /// An answer, whole.
    struct Answer {
        var status: Int
        var mediaType: String
        var headers: [String: String]
        var bytes: [UInt8]

        var text: String { String(decoding: bytes, as: UTF8.self) }
        /// The JSON document.
        var object: [String: Any] { (try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]) ?? [:] }
        var array: [Any] { (try? JSONSerialization.jsonObject(with: Data(bytes)) as? [Any]) ?? [] }
        /// The objects of the list `results`.
        var results: [[String: Any]] { object["results"] as? [[String: Any]] ?? [] }
    }

    /// The answer to an address after the root: `catalog/datasets?limit=3`.
    func ask(_ address: String, root: String? = nil, post body: String? = nil) async throws -> Answer {
        let parts = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        func decoded(_ text: some StringProtocol) -> String {
            text.replacingOccurrences(of: "+", with: " ").removingPercentEncoding ?? String(text)
        }
        var parameters: [(name: String, value: String)] = []
        for pair in parts.count < 2 ? [] : parts[1].split(separator: "&") {
            let pair = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            parameters.append((name: decoded(pair[0]), value: pair.count < 2 ? "" : decoded(pair[1])))
        }
        let request = APIRequest(
            method: body == nil ? .get : .post, path: parts[0].split(separator: "/").map(decoded),
            parameters: parameters, origin: Example.origin, body: Array((body ?? "").utf8))
        let response = try await api.answer(request, root: root ?? api.roots[0], from: holdings)
        var bytes: [UInt8] = []
        switch response.body {
        case .bytes(let all): bytes = all
        case .stream(let stream): try stream { bytes += $0 }
        }
        return Answer(
            status: response.status, mediaType: response.mediaType,
            headers: Dictionary(response.headers.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }),
            bytes: bytes)
    }
}
