import Catalog
public import Editions
import Foundation
import Schemas

/// The tables as the Grand Lyon has long served them in JSON and CSV: whoever reads `/ws/rdata/{table}/all.json` there
/// reads it here. Source: the documentation of data.grandlyon.com, *Services REST (JSON)*.
public struct RDataAPI: PublicAPI {
    public let roots = [
        "ws/rdata", "ws/grandlyon", "fr/datapusher/ws/rdata", "fr/datapusher/ws/grandlyon",
    ]

    /// The API.
    public init() {}

    static let json = "application/json; charset=utf-8"

    public func paths(_ holdings: any Holdings) -> String { RDataPaths.document(roots, holdings) }

    public func answer(
        _ request: APIRequest, root: String, from holdings: any Holdings
    ) async throws -> APIResponse {
        do {
            guard request.method == .get else { throw Problem.methodNotAllowed }
            let base = "\(request.origin)/\(root)"
            let path = request.path
            if path.isEmpty || path == ["all.json"] { return RDataTables(base: base, holdings).list() }
            guard let first = path.first, path.count <= 2 else {
                throw Problem.notFound("There is no such service here; the list of the tables is \(base)/all.json.")
            }
            let name = path.count == 1 ? RDataTables.without(".json", first) : first
            guard let name, let record = RDataTables.record(name, holdings),
                let edition = try await holdings.edition(of: record.name)
            else { throw Problem.notFound("There is no such table; the list of the tables is \(base)/all.json.") }
            let table = RDataTable(edition, request: request, base: base)
            guard path.count == 2 else { return table.description() }
            return try table.answer(path[1])
        } catch let problem as Problem {
            return problem.response
        }
    }
}

/// The names of the tables.
struct RDataTables {
    /// The schema of the database that every table is said to stand in.
    static let schema = "com_donnees_communales"

    let base: String
    let holdings: any Holdings

    init(base: String, _ holdings: any Holdings) {
        self.base = base
        self.holdings = holdings
    }

    /// `{"results":[{"table_schema","href","table_name"}]}`
    func list() -> APIResponse {
        let results = holdings.records.map { record -> JSON in
            let table = Self.table(record.name)
            return [
                "table_schema": .text(Self.schema),
                "href": .text("\(base)/\(WebText.encoded(Self.schema + "." + table)).json"),
                "table_name": .text(table),
            ]
        }
        return .bytes((["results": .array(results)] as JSON).bytes, RDataAPI.json)
    }

    /// The name of a dataset as that of a table: `parcs_jardins`.
    static func table(_ name: String) -> String { name.split(separator: "-").joined(separator: "_") }

    /// The dataset of a table, which may be written with hyphens, behind its schema, before its version (`_1_2_0`).
    static func record(_ written: String, _ holdings: any Holdings) -> DatasetRecord? {
        var name = table(written.lowercased())
        if name.hasPrefix(schema + ".") { name = String(name.dropFirst(schema.count + 1)) }
        return holdings.records.first { record in
            let known = table(record.name.lowercased())
            return name == known || name.hasPrefix(known + "_") && isVersion(name.dropFirst(known.count))
        }
    }

    /// `_1_2_0`
    private static func isVersion(_ text: Substring) -> Bool {
        let parts = text.split(separator: "_")
        return parts.count == 3 && parts.allSatisfy { $0.utf8.count < 5 && $0.utf8.allSatisfy { $0 &- 0x30 < 10 } }
    }

    /// A name without its ending; nil if it has another one.
    static func without(_ ending: String, _ name: String) -> String? {
        name.hasSuffix(ending) && name.count > ending.count ? String(name.dropLast(ending.count)) : nil
    }
}
