import AddressAnswers
import Addresses
import Foundation
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The national geocoder, or one of its shape, asked as a second opinion: only where the person names it, at most 50
/// times a second as the Géoplateforme allows, and never twice for the same address.
final class SecondOpinion: Sendable {
    private let search: URL
    private let memory: URL
    private let known: Mutex<[String: OtherOpinion?]>
    private let nextTurn = Mutex(Date.distantPast)

    /// How long one request keeps the next waiting.
    private static let interval = 1.0 / 50

    /// What is remembered of one address.
    private struct Remembered: Codable {
        var asked: String
        var opinion: OtherOpinion?
    }

    /// Nil where the address is no web address.
    ///
    /// - Parameter folder: The data folder, where answers are remembered.
    init?(_ address: String, remembered folder: URL) {
        guard let url = URL(string: address), ["http", "https"].contains(url.scheme), url.host != nil else {
            return nil
        }
        search = url.lastPathComponent == "search" ? url : url.appendingPathComponent("search")
        memory = folder.appendingPathComponent("second-opinions.jsonl")
        var known: [String: OtherOpinion?] = [:]
        let lines = (try? String(contentsOf: memory, encoding: .utf8))?.split(separator: "\n") ?? []
        for line in lines {
            // A line that was cut short is asked again.
            guard let entry = try? JSONDecoder().decode(Remembered.self, from: Data(line.utf8)) else { continue }
            known.updateValue(entry.opinion, forKey: entry.asked)
        }
        self.known = Mutex(known)
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// What it says of an address; nil where it has no answer, or does not answer.
    func ask(_ query: AddressQuery) -> OtherOpinion? {
        guard let address = address(of: query) else { return nil }
        if let known = known.withLock({ $0[address.absoluteString] }) { return known }
        guard let answer = fetch(address) else { return nil }
        let opinion = Self.first(of: answer)
        known.withLock { known in
            known.updateValue(opinion, forKey: address.absoluteString)
            remember(Remembered(asked: address.absoluteString, opinion: opinion))
        }
        return opinion
    }

    private func address(of query: AddressQuery) -> URL? {
        let line = [query.address, query.postcode, query.city].filter { !$0.isEmpty }.joined(separator: " ")
        var parts = URLComponents(url: search, resolvingAgainstBaseURL: false)
        parts?.queryItems = [
            URLQueryItem(name: "q", value: String(line.prefix(200))), URLQueryItem(name: "limit", value: "1"),
            URLQueryItem(name: "autocomplete", value: "0"),
        ]
        if !query.communeCode.isEmpty {
            parts?.queryItems?.append(URLQueryItem(name: "citycode", value: query.communeCode))
        }
        return parts?.url
    }

    /// The body of an answer. Where the service is asked too often it says so, and is left alone for a while.
    private func fetch(_ address: URL) -> Data? {
        for _ in 0..<3 {
            waitForTurn()
            let (data, response) = wait(for: address)
            guard let response else { return nil }
            if response.statusCode == 200 { return data }
            guard response.statusCode == 429 else { return nil }
            let pause = response.value(forHTTPHeaderField: "Retry-After").flatMap { Double($0) } ?? 5
            nextTurn.withLock { $0 = max($0, Date() + min(pause, 60)) }
        }
        return nil
    }

    private func wait(for address: URL) -> (Data?, HTTPURLResponse?) {
        let answer = Mutex<(Data?, HTTPURLResponse?)>((nil, nil))
        let isThere = DispatchSemaphore(value: 0)
        let request = URLRequest(url: address, timeoutInterval: 20)
        URLSession.shared.dataTask(with: request) { data, response, _ in
            answer.withLock { $0 = (data, response as? HTTPURLResponse) }
            isThere.signal()
        }.resume()
        isThere.wait()
        return answer.withLock { $0 }
    }

    private func waitForTurn() {
        let turn = nextTurn.withLock { next in
            next = max(next, Date())
            defer { next += Self.interval }
            return next
        }
        Thread.sleep(until: turn)
    }

    private func remember(_ entry: Remembered) {
        guard var line = try? JSONEncoder().encode(entry) else { return }
        line.append(0x0A)
        if let file = try? FileHandle(forWritingTo: memory) {
            _ = try? file.seekToEnd()
            try? file.write(contentsOf: line)
            try? file.close()
        } else {
            try? line.write(to: memory)
        }
    }

    private struct Answer: Decodable {
        struct Feature: Decodable {
            struct Properties: Decodable {
                var label: String?
                var score: Double?
                var citycode: String?
            }
            struct Geometry: Decodable { var coordinates: [Double] }
            var properties: Properties
            var geometry: Geometry
        }
        var features: [Feature]
    }

    private static func first(of data: Data) -> OtherOpinion? {
        guard let feature = (try? JSONDecoder().decode(Answer.self, from: data))?.features.first,
            feature.geometry.coordinates.count >= 2
        else { return nil }
        return OtherOpinion(
            label: feature.properties.label ?? "", score: feature.properties.score ?? 0,
            cityCode: feature.properties.citycode ?? "", longitude: feature.geometry.coordinates[0],
            latitude: feature.geometry.coordinates[1])
    }
}
