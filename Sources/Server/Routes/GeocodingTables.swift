import AddressAnswers
import Addresses
import Foundation
import Hummingbird
import Portal
import Synchronization
import Texts

/// Files of addresses, or of places, located as the national geocoder locates them: `search/csv` and `reverse/csv`.
struct GeocodingTables {
    let index: AddressIndex
    let gate: UploadGate

    /// What a file is sent for.
    enum Task: Sendable {
        case search, reverse
    }

    /// The largest file, as the Géoplateforme has it: 50 MB. The form around it takes some more.
    static let largest = 50_000_000

    func answer(_ request: Request, _ task: Task) async -> Response {
        guard gate.enter() else { return GeocodingAnswers.busy(request) }
        defer { gate.leave() }
        do {
            let body = try await body(of: request)
            guard let form = UploadedForm(body, contentType: request.headers[.contentType] ?? ""),
                let file = form.file("data")
            else { throw GeocodingRefusal(status: .badRequest, message: "Missing file", details: ["data: required"]) }
            let wishes = TableWishes(form, request)
            let index = index
            let bytes = try await Self.aside { try wishes.located(file.content, task, index) }
            return GeocodingAnswers.table(bytes, named: file.fileName ?? "data.csv", encoding: wishes.encodingName)
        } catch let refusal as GeocodingRefusal {
            return GeocodingAnswers.refusal(refusal)
        } catch let unusable as UnusableAddressTable {
            let sentence = unusable.sentence.in(Inquiry(request).visit.language)
            return GeocodingAnswers.refusal(GeocodingRefusal(status: .badRequest, message: sentence))
        } catch {
            return GeocodingAnswers.refusal(GeocodingRefusal(status: .badRequest, message: "Failed reading file"))
        }
    }

    private func body(of request: Request) async throws -> Data {
        let tooLarge = GeocodingRefusal(
            status: .contentTooLarge, message: "File too large", details: ["data: 50 MB at most"])
        let most = Self.largest + 100_000
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > most { throw tooLarge }
        var body = Data()
        for try await piece in request.body {
            body.append(contentsOf: piece.readableBytesView)
            if body.count > most { throw tooLarge }
        }
        return body
    }

    /// Seconds of work do not keep the threads that answer to others.
    private static func aside<Result: Sendable>(
        _ work: @escaping @Sendable () throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global(qos: .utility).async { continuation.resume(with: Swift.Result { try work() }) }
        }
    }
}

/// How many files are worked on at once.
final class UploadGate: Sendable {
    private let free: Mutex<Int>

    init(places: Int) { free = Mutex(places) }

    /// False where all places are taken.
    func enter() -> Bool {
        free.withLock { free in
            guard free > 0 else { return false }
            free -= 1
            return true
        }
    }

    func leave() { free.withLock { $0 += 1 } }
}
