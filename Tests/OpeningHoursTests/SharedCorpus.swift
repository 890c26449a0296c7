import Foundation
import OpeningHours
import Testing

/// The values of the corpus of opening_hours.js, in `../shared` beside the package. Nil where it is absent.
struct SharedCorpus: Decodable {
    struct Case: Decodable {
        var kind: String
        var value: String
        var rest: Expectation?
    }

    struct Expectation: Decodable {
        var from: String?
        var to: String?
        var intervals: [[Part]]?
    }

    /// A moment, a comment, or whether the interval is uncertain.
    enum Part: Decodable {
        case text(String)
        case flag(Bool)
        case nothing

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let text = try? value.decode(String.self) {
                self = .text(text)
            } else if let flag = try? value.decode(Bool.self) {
                self = .flag(flag)
            } else {
                self = .nothing
            }
        }
    }

    static let cases: [Case]? = {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let file = root.deletingLastPathComponent().appending(path: "shared/corpora/opening-hours.json")
        return (try? Data(contentsOf: file)).flatMap { try? JSONDecoder().decode([Case].self, from: $0) }
    }()
}

/// `2012-10-01 8:00` as a moment.
func moment(_ text: String) throws -> LocalMoment {
    let numbers = text.split { "-: ".contains($0) }.compactMap { Int($0) }
    let day = try #require(LocalDay(year: numbers[0], month: numbers[1], day: numbers[2]))
    return LocalMoment(day: day, hour: numbers[3], minute: numbers[4])
}
