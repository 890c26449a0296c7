public import Catalog
import Foundation
import Schemas
import Tables
import Texts

/// What data.gouv.fr is told about a dataset.
public struct DatasetSheet: Sendable {
    /// The name under which the dataset is known here.
    public let name: String
    /// The name under which it is found there, whatever happens to its identifier.
    public let remoteID: String
    /// The title.
    public let title: String
    /// The files, as resources.
    let resources: [JSONValue]
    private let metadata: Metadata
    private let communes: [String]
    private let organisation: String?

    /// The sheet of a dataset.
    ///
    /// - Parameters:
    ///   - site: The address of the portal that publishes it, without a slash at its end.
    ///   - files: The files in which it can be had.
    ///   - organisation: The identifier of the organisation there; nil publishes in the name of the account.
    public init(
        _ record: DatasetRecord, publisher: Publisher, site: String, files: [PublishedFile], organisation: String?
    ) {
        let metadata = Metadata(record, publisher: publisher)
        self.metadata = metadata
        name = record.name
        title = String(metadata.title.prefix(350))
        remoteID = "\(site)/catalog/\(record.name)"
        communes = record.communes.map(\.code).sorted()
        self.organisation = organisation
        let structure = metadata.nationalStructure ?? "\(site)/modeles/\(record.name).json"
        let modified = metadata.modified?.isoInstant
        resources =
            files.map { Self.resource($0, metadata.title, structure: structure, modified) } + [
                Self.documentation("\(site)/modeles/\(record.name)", metadata.title)
            ]
    }

    /// How the place is said: the zones that data.gouv.fr knows, else the rectangle, else nothing. Not every code of a
    /// commune is a zone there.
    enum Place: CaseIterable {
        case zones, rectangle, nothing
    }

    /// What is sent.
    ///
    /// - Parameters:
    ///   - current: What is there already: its own resources keep their identifiers, and what people added is kept.
    ///   - contact: The identifier of the contact point.
    func body(_ place: Place, over current: JSONValue? = nil, contact: String? = nil) -> JSONValue {
        var body = fields(place)
        var extras = current?["extras"]?.members ?? [:]
        extras["gabarit:remote_id"] = .text(remoteID)
        extras["gabarit:digest"] = .text(digest)
        body["extras"] = .object(extras)
        body["resources"] = .array(resources(over: current))
        if let contact {
            let known = (current?["contact_points"]?.items ?? []).compactMap { $0["id"]?.text }
            body["contact_points"] = .array((known + (known.contains(contact) ? [] : [contact])).map(JSONValue.text))
        }
        if current == nil, let organisation { body["organization"] = .text(organisation) }
        return .object(body)
    }

    private func fields(_ place: Place) -> [String: JSONValue] {
        var fields: [String: JSONValue] = [
            "title": .text(title),
            "description": .text(metadata.description.fr),
            "license": .text(Self.licences[metadata.licence.id.lowercased()] ?? "notspecified"),
            "frequency": .text(metadata.frequency.inDataGouv),
            "tags": .array(metadata.keywords.map(JSONValue.text) + (metadata.highValue == nil ? [] : [.text("hvd")])),
        ]
        if let period = metadata.period {
            fields["temporal_coverage"] = .object(["start": .text(period.start), "end": .text(period.end)])
        }
        fields["spatial"] = spatial(place)
        return fields
    }

    private func spatial(_ place: Place) -> JSONValue? {
        switch place {
        case .zones:
            // Some hundred communes are better said by one rectangle.
            guard 1...300 ~= communes.count else { return spatial(.rectangle) }
            return .object(["zones": .array(communes.map { .text("fr:commune:\($0)") })])
        case .rectangle:
            guard let extent = metadata.extent?.asSurface else { return nil }
            let corners = [
                (extent.west, extent.south), (extent.east, extent.south), (extent.east, extent.north),
                (extent.west, extent.north), (extent.west, extent.south),
            ].map { JSONValue.array([.number($0.0), .number($0.1)]) }
            return .object([
                "geom": .object([
                    "type": .text("MultiPolygon"), "coordinates": .array([.array([.array(corners)])]),
                ])
            ])
        case .nothing: return nil
        }
    }

    /// A short word that changes with what is sent: where it is there already, nothing has to be sent.
    var digest: String {
        let all = JSONValue.object([
            "fields": .object(fields(.zones)), "resources": .array(resources),
            "contact": .text("\(metadata.contact.name) \(metadata.contact.email ?? "")"),
        ])
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in all.data { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return String(hash, radix: 16)
    }

    /// The identifiers of licences there.
    private static let licences = ["etalab-2.0": "lov2", "odbl-1.0": "odc-odbl", "cc0-1.0": "cc-zero"]
}
