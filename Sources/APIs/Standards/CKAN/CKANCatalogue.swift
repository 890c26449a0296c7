import Catalog
import Editions
import Exports
import Foundation
import Schemas
import Texts

/// What is published, as CKAN speaks of it: packages of resources, organizations, groups, tags.
struct CKANCatalogue {
    let publisher: Publisher
    let records: [DatasetRecord]
    private let holdings: any Holdings
    let origin: String
    let language: Language

    init(_ holdings: any Holdings, origin: String, language: Language) {
        self.holdings = holdings
        publisher = holdings.publisher
        records = holdings.records
        self.origin = origin
        self.language = language
    }

    // MARK: Packages

    /// The dataset of a name or identifier.
    func record(_ name: String) -> DatasetRecord? {
        records.first { $0.name == name } ?? records.first { CKANNames.uuid("package:\($0.name)") == name }
    }

    /// A package, as `package_show` gives it.
    func package(_ record: DatasetRecord) -> JSON {
        let schema = record.schema
        let metadata = Metadata(record, publisher: publisher)
        let tags = (schema.additions.keywords ?? []).map(tag)
        let resources = resources(of: record)
        return [
            "author": .text(publisher.name), "author_email": .optional(publisher.email), "creator_user_id": nil,
            "id": .text(CKANNames.uuid("package:\(record.name)")), "isopen": true,
            "license_id": .text(Self.licenceID(record.licence)),
            "license_title": .text(record.licence.title.in(language)),
            "license_url": .text(record.licence.url), "maintainer": .text(publisher.name),
            "maintainer_email": .optional(publisher.email),
            "metadata_created": .text(Self.time(record.firstPublished)),
            "metadata_modified": .text(Self.time(record.lastPublished)), "name": .text(record.name),
            "notes": .text(metadata.description.in(language)), "num_resources": .integer(resources.count),
            "num_tags": .integer(tags.count), "organization": organization(territory),
            "owner_org": .text(territory.id), "private": false,
            "revision_id": .text(CKANNames.uuid("revision:\(record.name):\(Self.time(record.lastPublished))")),
            "state": "active", "title": .text(schema.title), "type": "dataset",
            "url": .text("\(origin)/jeux-de-donnees/\(WebText.encoded(record.name))"),
            "version": .text(schema.version), "extras": .array(extras(of: record, metadata)),
            "groups": .array(theme(of: record).map { [group($0)] } ?? []), "resources": .array(resources),
            "tags": .array(tags), "relationships_as_subject": [], "relationships_as_object": [],
        ]
    }

    /// What CKAN has no member for, under the names that harvesters know.
    private func extras(of record: DatasetRecord, _ metadata: Metadata) -> [JSON] {
        let frequency = "http://publications.europa.eu/resource/authority/frequency/\(metadata.frequency.rawValue)"
        let all: [(String, String?)] = [
            ("language", "fr"), ("frequency", frequency), ("theme", metadata.theme.rawValue),
            ("communes", record.communes.map(\.name).joined(separator: ", ")),
            ("spatial", metadata.extent.map(Self.polygon)), ("temporal_start", metadata.period?.start),
            ("temporal_end", metadata.period?.end),
        ]
        return all.compactMap { name, value in
            value.flatMap { $0.isEmpty ? nil : ["key": .text(name), "value": .text($0)] }
        }
    }

    private static func polygon(_ box: Extent) -> String {
        let corners: [JSON] = [
            [.number(box.west), .number(box.south)], [.number(box.east), .number(box.south)],
            [.number(box.east), .number(box.north)], [.number(box.west), .number(box.north)],
            [.number(box.west), .number(box.south)],
        ]
        let document: JSON = ["type": "Polygon", "coordinates": [.array(corners)]]
        return String(decoding: document.bytes, as: UTF8.self)
    }

    // MARK: Resources

    /// The files of a dataset. The CSV file is the one whose rows `datastore_search` reads.
    func resources(of record: DatasetRecord) -> [JSON] {
        let time = JSON.text(Self.time(record.lastPublished))
        return Formats.published(
            record, site: origin, written: holdings.writtenFiles(of: record.name, commune: nil)
        ).enumerated().map { place, file in
            let id = JSON.text(Self.resourceID(record.name, file.fileExtension))
            return [
                "cache_last_updated": nil, "cache_url": nil, "created": .text(Self.time(record.firstPublished)),
                "datastore_active": .boolean(file.fileExtension == "csv"),
                "description": .text(file.purpose.in(language)), "format": .text(file.format.uppercased()),
                "hash": .text(file.sha256 ?? ""), "id": id, "last_modified": time, "metadata_modified": time,
                "mimetype": .text(file.plainMediaType), "mimetype_inner": nil,
                "name": .text("\(record.schema.title) (\(file.title.in(language)))"),
                "package_id": .text(CKANNames.uuid("package:\(record.name)")), "position": .integer(place),
                "resource_type": "file", "revision_id": id, "size": file.size.map(JSON.integer) ?? nil,
                "state": "active", "url": .text(file.address), "url_type": nil,
            ]
        }
    }

    /// The resource of an identifier.
    func resource(_ id: String) -> JSON? {
        for record in records {
            if let found = resources(of: record).first(where: { $0["id"] == .text(id) }) { return found }
        }
        return nil
    }

    /// The dataset whose rows a resource holds: its CSV file, or the name of the dataset.
    func datastore(_ id: String) -> DatasetRecord? {
        records.first { Self.resourceID($0.name, "csv") == id } ?? record(id)
    }

    /// The identifier of a file.
    static func resourceID(_ dataset: String, _ format: String) -> String {
        CKANNames.uuid("resource:\(dataset):\(format)")
    }

    // MARK: Organizations

    /// Who publishes: the territory, or one of its communes.
    struct Organization: Sendable {
        var title: String
        var code: String?

        var name: String { CKANNames.slug(title) }
        var id: String { CKANNames.uuid("organization:\(code ?? name)") }
    }

    /// The territory.
    var territory: Organization { Organization(title: publisher.name) }

    /// The territory, then the communes that publish or could, by name.
    var organizations: [Organization] {
        var communes: [String: Place] = [:]
        for place in publisher.communes + records.flatMap(\.communes) { communes[place.code] = place }
        return [territory]
            + communes.values.sorted { ($0.name, $0.code) < ($1.name, $1.code) }.map {
                Organization(title: $0.name, code: $0.code)
            }
    }

    /// The datasets to which an organization adds: all to the territory.
    func records(of organization: Organization) -> [DatasetRecord] {
        guard let code = organization.code else { return records }
        return records.filter { $0.communes.contains { $0.code == code } }
    }

    /// An organization.
    func organization(_ organization: Organization) -> JSON {
        [
            "approval_status": "approved", "created": .text(Self.time(records.compactMap(\.firstPublished).min())),
            "description": .text(organization.code.map { "Code Insee \($0)" } ?? ""),
            "display_name": .text(organization.title), "id": .text(organization.id), "image_display_url": "",
            "image_url": "", "is_organization": true, "name": .text(organization.name),
            "num_followers": 0, "package_count": .integer(records(of: organization).count),
            "revision_id": .text(organization.id), "state": "active", "title": .text(organization.title),
            "type": "organization",
        ]
    }

    // MARK: Groups, tags, licences

    /// The groups are the themes of the EU authority table.
    var themes: [String] { Set(records.compactMap(theme)).sorted() }

    func theme(of record: DatasetRecord) -> String? { record.schema.additions.theme }

    func group(_ theme: String) -> JSON {
        [
            "description": "", "display_name": .text(theme), "id": .text(CKANNames.uuid("group:\(theme)")),
            "image_display_url": "", "name": .text(theme.lowercased()), "title": .text(theme), "type": "group",
            "state": "active", "is_organization": false, "approval_status": "approved",
            "package_count": .integer(records.filter { self.theme(of: $0) == theme }.count),
        ]
    }

    /// Every keyword, once.
    var tags: [String] { Set(records.flatMap { $0.schema.additions.keywords ?? [] }).sorted() }

    func tag(_ name: String) -> JSON {
        [
            "display_name": .text(name), "id": .text(CKANNames.uuid("tag:\(name)")), "name": .text(name),
            "state": "active", "vocabulary_id": nil,
        ]
    }

    func licence(_ licence: Licence) -> JSON {
        [
            "domain_content": false, "domain_data": true, "domain_software": false, "family": "",
            "id": .text(Self.licenceID(licence)), "is_generic": false, "is_okd_compliant": true,
            "maintainer": "", "od_conformance": "approved", "osd_conformance": "not reviewed", "status": "active",
            "title": .text(licence.title.in(language)), "url": .text(licence.url),
        ]
    }

    /// The identifiers that catalogues of CKAN and data.gouv.fr share.
    static func licenceID(_ licence: Licence) -> String {
        ["etalab-2.0": "lov2", "ODbL-1.0": "odc-odbl", "CC0-1.0": "cc-zero"][licence.id] ?? licence.id
    }

    /// A time as CKAN writes it: UTC, without saying so.
    static func time(_ date: Date?) -> String {
        let text = (date ?? Date(timeIntervalSince1970: 0)).formatted(.iso8601)
        return "\(text.dropLast()).000000"
    }
}
