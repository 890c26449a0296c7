import Catalog
import Foundation
import Texts

extension DatasetSheet {
    /// A file as a resource: it stays where it is, and is only pointed to.
    static func resource(
        _ file: PublishedFile, _ title: String, structure: String, _ modified: String?
    ) -> JSONValue {
        var resource: [String: JSONValue] = [
            "title": .text("\(title) (\(file.title.fr))"), "description": .text(file.purpose.fr),
            "filetype": .text("remote"), "type": .text("main"), "url": .text(file.address),
            "format": .text(file.format), "mime": .text(file.plainMediaType),
            // Whoever reads the resource sees that its content changed, although its address did not.
            "extras": .object(modified.map { ["gabarit:modified": .text($0)] } ?? [:]),
        ]
        if file.fileExtension == "csv" { resource["schema"] = .object(["url": .text(structure)]) }
        if let size = file.size { resource["filesize"] = .integer(size) }
        if let sum = file.sha256 { resource["checksum"] = .object(["type": .text("sha256"), "value": .text(sum)]) }
        return .object(resource)
    }

    /// The page that explains the fields.
    static func documentation(_ address: String, _ title: String) -> JSONValue {
        .object([
            "title": .text("Modèle de données : \(title)"),
            "description": .text("Ce que veut dire chaque champ, avec des exemples."),
            "filetype": .text("remote"), "type": .text("documentation"), "url": .text(address),
            "format": .text("html"), "mime": .text("text/html"),
        ])
    }

    /// Our resources with the identifiers that they have there, then those that people added there.
    func resources(over current: JSONValue?) -> [JSONValue] {
        let there = current?["resources"]?.items ?? []
        let ours = resources.map { resource in
            guard let same = there.first(where: { $0["url"] == resource["url"] }), let id = same["id"] else {
                return resource
            }
            var members = resource.members
            members["id"] = id
            members["extras"] = .object(
                (same["extras"]?.members ?? [:]).merging(resource["extras"]?.members ?? [:]) { _, ours in ours })
            return .object(members)
        }
        let addresses = Set(resources.compactMap { $0["url"]?.text })
        return ours + there.filter { !isOurs($0, addresses) }.map(Self.asSent)
    }

    /// Whether a resource there is one of ours: it has one of our addresses, or had one in a format that is gone.
    private func isOurs(_ resource: JSONValue, _ addresses: Set<String>) -> Bool {
        guard let address = resource["url"]?.text else { return false }
        let site = remoteID.dropLast("/catalog/\(name)".count)
        return addresses.contains(address) || address.hasPrefix("\(site)/fichiers/\(name)/")
    }

    /// A foreign resource without what only the server may say of it.
    private static func asSent(_ resource: JSONValue) -> JSONValue {
        let kept = [
            "id", "title", "description", "filetype", "type", "url", "format", "mime", "filesize", "checksum", "schema",
            "extras",
        ]
        return .object(resource.members.filter { kept.contains($0.key) && $0.value != .null })
    }
}

extension Frequency {
    /// The name of the rhythm in udata.
    var inDataGouv: String {
        switch self {
        case .live: "continuous"
        case .everyMinute: "oneMinute"
        case .everyFiveMinutes: "fiveMinutes"
        case .everyTenMinutes: "tenMinutes"
        case .everyQuarterOfAnHour: "fifteenMinutes"
        case .everyHalfHour: "thirtyMinutes"
        case .hourly: "hourly"
        case .everyTwoHours: "bihourly"
        case .everyThreeHours: "trihourly"
        case .everyTwelveHours: "twelveHours"
        case .continuous: "severalTimesADay"
        case .threeTimesADay: "threeTimesADay"
        case .twiceADay: "semidaily"
        case .daily: "daily"
        case .fiveTimesAWeek: "fiveTimesAWeek"
        case .threeTimesAWeek: "threeTimesAWeek"
        case .twiceAWeek: "semiweekly"
        case .weekly: "weekly"
        case .everyTwoWeeks: "biweekly"
        case .threeTimesAMonth: "threeTimesAMonth"
        case .twiceAMonth: "semimonthly"
        case .monthly: "monthly"
        case .everyTwoMonths: "bimonthly"
        case .quarterly: "quarterly"
        case .threeTimesAYear: "threeTimesAYear"
        case .twiceAYear: "semiannual"
        case .yearly: "annual"
        case .everyTwoYears: "biennial"
        case .everyThreeYears: "triennial"
        case .everyFourYears: "quadrennial"
        case .everyFiveYears: "quinquennial"
        case .everyTenYears: "decennial"
        case .everyTwentyYears: "bidecennial"
        case .everyThirtyYears: "tridecennial"
        case .once: "punctual"
        case .irregular: "irregular"
        case .never: "never"
        case .notPlanned: "notPlanned"
        case .other: "other"
        case .unknown: "unknown"
        }
    }
}
