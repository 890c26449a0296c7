public import Addresses
import Tables

/// What was found for one row of a table.
public struct RowAnswer: Sendable {
    /// The verdict; nil where nothing was looked for, or the row could not be read.
    public var verdict: AddressResult.Verdict?
    /// The answer, where there is one to give.
    public var place: FoundPlace?
    /// The score of the answer after it.
    public var nextScore: Double?
    /// What another geocoder says, where it was asked.
    public var other: OtherOpinion?

    init(_ findings: AddressFindings) {
        verdict = findings.verdict
        place = findings.verdict == .none ? nil : findings.places.first
        nextScore = findings.places.dropFirst().first?.score
    }

    /// The address around a place.
    init(around place: FoundPlace?) {
        verdict = place == nil ? AddressResult.Verdict.none : nil
        self.place = place
    }

    /// Nothing to look for.
    static let unreadable = RowAnswer()

    private init() {}
}

/// A column that is added to a table, and how it is filled.
public struct ResultColumn: Sendable {
    /// Its name.
    public let name: String
    let value: @Sendable (RowAnswer) -> String

    init(_ name: String, _ value: @escaping @Sendable (RowAnswer) -> String) {
        self.name = name
        self.value = value
    }

    /// A column that an answer fills; empty without one.
    init(_ name: String, of value: @escaping @Sendable (FoundPlace) -> String) {
        self.init(name) { $0.place.map(value) ?? "" }
    }

    /// The columns of `gabarit geocode`.
    public static let own: [ResultColumn] =
        [ResultColumn("result_status") { $0.verdict?.rawValue ?? "none" }, label, score, type, identifier, number]
        + [street, postcode, city, cityCode, longitude("longitude"), latitude("latitude")]

    /// What another geocoder says of the rows that are not located for certain, and how far from our answer.
    public static let otherOpinion: [ResultColumn] = [
        ResultColumn("second_label") { $0.other?.label ?? "" },
        ResultColumn("second_score") { $0.other.map { scoreText($0.score) } ?? "" },
        ResultColumn("second_citycode") { $0.other?.cityCode ?? "" },
        ResultColumn("second_longitude") { $0.other.map { degrees($0.longitude) } ?? "" },
        ResultColumn("second_latitude") { $0.other.map { degrees($0.latitude) } ?? "" },
        ResultColumn("second_distance") { answer in
            guard let other = answer.other, let place = answer.place else { return "" }
            let there = Coordinate(longitude: other.longitude, latitude: other.latitude)
            return String(Int(place.place.point.metres(to: there).rounded()))
        },
    ]

    /// The columns of `gabarit geocode --reverse`.
    public static let ownReverse: [ResultColumn] =
        [latitude("result_latitude"), longitude("result_longitude"), label, distance, type, identifier, number]
        + [street, postcode, city, cityCode]

    /// The columns of the national geocoder, with our verdict after them.
    /// Source: addok-csv, and the `result_status` that the Géoplateforme adds.
    public static let national: [ResultColumn] =
        [latitude("latitude"), longitude("longitude"), label, score]
        + [ResultColumn("result_score_next") { $0.place == nil ? "" : $0.nextScore.map(scoreText) ?? "" }]
        + [type, identifier, number] + nationalFields
        + [ResultColumn("result_status") { $0.place != nil ? "ok" : $0.verdict == nil ? "error" : "not-found" }]
        + [ResultColumn("result_verdict") { $0.verdict?.rawValue ?? "" }]

    /// The columns of the national geocoder for `reverse`.
    public static let nationalReverse: [ResultColumn] =
        [latitude("result_latitude"), longitude("result_longitude"), label, distance, type, identifier, number]
        + nationalFields
        + [ResultColumn("result_status") { $0.place != nil ? "ok" : $0.verdict == nil ? "error" : "not-found" }]

    private static let nationalFields = [
        ResultColumn("result_name", of: { $0.name }),
        ResultColumn("result_street") { $0.place.kind == .housenumber ? $0.place.street : "" },
        postcode, city, ResultColumn("result_context") { $0.context }, cityCode,
        ResultColumn("result_oldcitycode") { $0.place.formerCommuneCode },
        ResultColumn("result_oldcity") { $0.place.formerCommune },
        ResultColumn("result_district") { $0.district ?? "" },
    ]

    private static let label = ResultColumn("result_label", of: { $0.label })
    private static let score = ResultColumn("result_score") { scoreText($0.score) }
    private static let type = ResultColumn("result_type", of: { $0.place.kind.rawValue })
    private static let identifier = ResultColumn("result_id", of: { $0.place.identifier })
    private static let number = ResultColumn("result_housenumber", of: { $0.place.houseNumber })
    private static let street = ResultColumn("result_street", of: { $0.place.street })
    private static let postcode = ResultColumn("result_postcode", of: { $0.place.postcode })
    private static let city = ResultColumn("result_city", of: { $0.city })
    private static let cityCode = ResultColumn("result_citycode", of: { $0.place.communeCode })
    private static let distance = ResultColumn("result_distance", of: { $0.metres.map { String(Int($0)) } ?? "" })

    private static func longitude(_ name: String) -> ResultColumn {
        ResultColumn(name) { degrees($0.place.point.longitude) }
    }

    private static func latitude(_ name: String) -> ResultColumn {
        ResultColumn(name) { degrees($0.place.point.latitude) }
    }
}

/// A score with two decimals.
private func scoreText(_ score: Double) -> String { "\((score * 100).rounded() / 100)" }

/// Degrees with six decimals at most: a decimetre.
private func degrees(_ value: Double) -> String {
    let millionths = Int((abs(value) * 1e6).rounded())
    let part = String(millionths % 1_000_000)
    var digits = String(repeating: "0", count: 6 - part.count) + part
    while digits.count > 1, digits.last == "0" { digits.removeLast() }
    return "\(value < 0 && millionths > 0 ? "-" : "")\(millionths / 1_000_000).\(digits)"
}
