import Catalog
public import Editions
import Foundation
import Schemas

/// The Action API of CKAN, version 3: what harvesters and clients of CKAN read. Datasets are packages, files are
/// resources, the territory and its communes are organizations; rows are read with `datastore_search`.
public struct CKANAPI: PublicAPI {
    public let roots = ["api/3/action", "api/action"]
    public let takesPosts = true
    public let tellsOfFiles = true

    /// The API.
    public init() {}

    static let json = "application/json; charset=utf-8"

    public func paths(_ holdings: any Holdings) -> String { CKANPaths(holdings).document }

    public func answer(
        _ request: APIRequest, root: String, from holdings: any Holdings
    ) async throws -> APIResponse {
        let name = request.path.first ?? ""
        let help = "\(request.origin)/api/3/action/help_show?name=\(WebText.encoded(name))"
        do {
            guard request.path.count == 1 else {
                throw CKANError.badRequest("Action name not known: \(request.path.joined(separator: "/").prefix(200))")
            }
            let call = CKANCall(
                catalogue: CKANCatalogue(holdings, origin: request.origin, language: request.language),
                arguments: try CKANArguments(request), holdings: holdings)
            let result = try await call.result(of: name)
            var bytes = Array("{\"help\": ".utf8)
            JSON.text(help).write(to: &bytes)
            bytes += ", \"success\": true, \"result\": ".utf8
            result.write(to: &bytes)
            bytes.append(0x7D)
            return .bytes(bytes, Self.json)
        } catch let error as CKANError {
            return error.response(help: help)
        }
    }
}

/// One call of an action.
struct CKANCall {
    let catalogue: CKANCatalogue
    let arguments: CKANArguments
    let holdings: any Holdings

    /// The actions that can be called.
    static let actions = [
        "current_package_list_with_resources", "datastore_info", "datastore_search", "group_list", "group_show",
        "help_show", "license_list", "organization_list", "organization_list_for_user", "organization_show",
        "package_autocomplete", "package_list", "package_search", "package_show", "resource_show", "site_read",
        "status_show", "tag_list", "tag_show", "vocabulary_list",
    ]

    /// What an action gives.
    func result(of action: String) async throws -> JSON {
        switch action {
        case "status_show": return status
        case "site_read": return true
        case "help_show": return try help()
        case "package_list": return try page(catalogue.records.map(\.name).sorted().map(JSON.text))
        case "current_package_list_with_resources": return try page(catalogue.records.map(catalogue.package))
        case "package_show": return catalogue.package(try record("id"))
        case "package_search": return try CKANPackageSearch(catalogue, arguments).result()
        case "package_autocomplete": return try autocomplete()
        case "resource_show": return try resource()
        case "organization_list": return try organizations()
        case "organization_show": return try organization()
        case "organization_list_for_user", "vocabulary_list": return []
        case "group_list": return try groups()
        case "group_show": return try group()
        case "tag_list": return try tags()
        case "tag_show": return try tag()
        case "license_list": return .array(Licence.all.map(catalogue.licence))
        case "datastore_search":
            return try await datastore { edition, id in
                try CKANDatastore(edition, arguments, resource: id).search()
            }
        case "datastore_info": return try await datastore { edition, id in CKANDatastore.info(edition, resource: id) }
        default: throw unknown(action)
        }
    }

    /// What CKAN says of an action that would change something, and of one that is not there; a CKAN on which queries
    /// in SQL are switched off does not know `datastore_search_sql`.
    private func unknown(_ action: String) -> CKANError {
        let ends = ["_create", "_update", "_patch", "_delete", "_purge", "_upsert", "_revise", "_reorder"]
        if action.utf8.count < 60, ends.contains(where: action.hasSuffix) {
            return .refused("Access denied: Action \(action) requires an authenticated user")
        }
        return .badRequest("Action name not known: \(action.prefix(200))")
    }

    private var status: JSON {
        [
            "ckan_version": "2.10.4", "error_emails_to": nil, "extensions": ["datastore"],
            "locale_default": "fr", "site_description": "", "site_title": .text(catalogue.publisher.name),
            "site_url": .text(catalogue.origin),
        ]
    }

    private func help() throws(CKANError) -> JSON {
        let name = try arguments.required("name")
        guard Self.actions.contains(name) else { throw .notFound("Not found: Action name not known") }
        return .text("See https://docs.ckan.org/en/2.10/api/#\(name)")
    }

    // MARK: Packages

    /// Some of a list, by `offset` and `limit`.
    private func page(_ items: [JSON]) throws(CKANError) -> JSON {
        let offset = try arguments.count("offset", usual: 0)
        let limit = try arguments.count("limit", usual: .max)
        return .array(Array(items.dropFirst(offset).prefix(limit)))
    }

    private func record(_ argument: String) throws(CKANError) -> DatasetRecord {
        let alias = try arguments.text("name_or_id")
        let name = if let alias { alias } else { try arguments.required(argument) }
        guard let record = catalogue.record(name) else { throw .notFound("Not found") }
        return record
    }

    private func autocomplete() throws(CKANError) -> JSON {
        let words = try arguments.text("q") ?? ""
        let search = try CKANSearch(words.isEmpty ? "" : "title:\(words.filter { $0 != "\"" && $0 != ":" })")
        let limit = try arguments.count("limit", usual: 10)
        return .array(
            catalogue.records.filter { search.finds($0, in: catalogue) }.prefix(limit).map { record in
                [
                    "name": .text(record.name), "title": .text(record.schema.title), "match_field": "title",
                    "match_displayed": .text(record.schema.title),
                ]
            })
    }

    private func resource() throws(CKANError) -> JSON {
        guard let resource = catalogue.resource(try arguments.required("id")) else { throw .notFound("Not found") }
        return resource
    }

    private func datastore(_ answer: (Edition, String) throws -> JSON) async throws -> JSON {
        let alias = try arguments.text("id")
        let id = if arguments["resource_id"] == nil, let alias { alias } else { try arguments.required("resource_id") }
        guard let record = catalogue.datastore(id), let edition = try await holdings.edition(of: record.name) else {
            throw CKANError.notFound("Not found: Resource \"\(id.prefix(100))\" was not found.")
        }
        return try answer(edition, id)
    }

    // MARK: Organizations, groups, tags

    private func organizations() throws(CKANError) -> JSON {
        var all = catalogue.organizations
        if let wanted = try arguments.words("organizations") { all = all.filter { wanted.contains($0.name) } }
        let sort = try arguments.text("sort")?.lowercased() ?? ""
        if sort.hasPrefix("package_count") {
            all.sort { catalogue.records(of: $0).count > catalogue.records(of: $1).count }
        } else if sort.hasPrefix("title") || sort.hasPrefix("name") {
            all.sort { $0.name < $1.name }
        }
        let isFull = try arguments.truth("all_fields")
        return try page(all.map { isFull ? catalogue.organization($0) : .text($0.name) })
    }

    private func organization() throws(CKANError) -> JSON {
        let id = try arguments.required("id")
        guard let found = catalogue.organizations.first(where: { $0.name == id || $0.id == id || $0.code == id }) else {
            throw .notFound("Not found")
        }
        let packages =
            try arguments.truth("include_datasets")
            ? catalogue.records(of: found).map(catalogue.package) : []
        return catalogue.organization(found).with("packages", .array(packages)).with("users", []).with("extras", [])
            .with("groups", []).with("tags", [])
    }

    private func groups() throws(CKANError) -> JSON {
        let isFull = try arguments.truth("all_fields")
        return try page(catalogue.themes.map { isFull ? catalogue.group($0) : .text($0.lowercased()) })
    }

    private func group() throws(CKANError) -> JSON {
        let id = try arguments.required("id")
        guard
            let theme = catalogue.themes.first(where: {
                $0.lowercased() == id.lowercased() || CKANNames.uuid("group:\($0)") == id
            })
        else { throw .notFound("Not found") }
        let packages = catalogue.records.filter { catalogue.theme(of: $0) == theme }.map(catalogue.package)
        return catalogue.group(theme).with("packages", .array(packages)).with("extras", []).with("users", [])
    }

    private func tags() throws(CKANError) -> JSON {
        let query = try arguments.text("query")?.lowercased() ?? ""
        let isFull = try arguments.truth("all_fields")
        let found = catalogue.tags.filter { query.isEmpty || $0.lowercased().contains(query) }
        return .array(found.map { isFull ? catalogue.tag($0) : .text($0) })
    }

    private func tag() throws(CKANError) -> JSON {
        let id = try arguments.required("id")
        guard let name = catalogue.tags.first(where: { $0 == id || CKANNames.uuid("tag:\($0)") == id }) else {
            throw .notFound("Not found")
        }
        return catalogue.tag(name)
    }
}
