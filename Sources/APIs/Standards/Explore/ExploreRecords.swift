import Editions
import Foundation
import Queries

/// The records of one dataset: pages, single ones, facets, files.
struct ExploreRecords {
    let edition: Edition
    let request: APIRequest
    /// The address of the dataset in this API.
    let address: String
    let now: Date

    /// `/records`
    func page() throws(ExploreError) -> APIResponse {
        let question = try ExploreQuestion(request, size: .page, now: now)
        guard !question.isGrouped else {
            return .bytes(try ExploreGroups(edition, question).page(), ExploreAPI.json)
        }
        let selection = try Self.selection(question, of: edition)
        let writer = try ExploreRows(edition, question, rows: selection.rows)
        var bytes = Array("{\"total_count\": ".utf8)
        bytes.reserveCapacity(selection.rows.count * 512 + 256)
        bytes += String(selection.matched).utf8
        if question.hasLinks {
            bytes += ", \"_links\": ".utf8
            pageLinks(question, selection).write(to: &bytes)
        }
        bytes += ", \"results\": [".utf8
        for (place, row) in selection.rows.enumerated() {
            if place > 0 { bytes.append(0x2C) }
            let start = bytes.count
            writer.write(row, at: place, to: &bytes)
            if question.hasLinks || question.hasAppMetas { addMetas(row, question, since: start, to: &bytes) }
        }
        bytes += "]}".utf8
        return .bytes(bytes, ExploreAPI.json)
    }

    /// `/records/{record_id}`
    func one(_ uid: String) throws(ExploreError) -> APIResponse {
        let question = try ExploreQuestion(request, size: .page, now: now)
        guard let row = edition.row(of: uid) else { throw .notFound("record", uid) }
        let writer = try ExploreRows(edition, question, rows: [row])
        var bytes: [UInt8] = []
        writer.write(row, at: 0, to: &bytes)
        if question.hasLinks || question.hasAppMetas { addMetas(row, question, since: 0, to: &bytes) }
        return .bytes(bytes, ExploreAPI.json)
    }

    /// `/facets`
    func facets() throws(ExploreError) -> APIResponse {
        try ExploreFacets(request, edition: edition, now: now).answer(address: "\(address)/facets", source: address)
    }

    /// The rows that are asked for. Where nothing is asked of them, nothing is looked at.
    static func selection(_ question: ExploreQuestion, of edition: Edition) throws(ExploreError) -> Selection {
        let filter = try question.filter(of: edition)
        let sort = try sort(question, edition)
        // Nothing beyond the rows is asked for, however large the numbers of the client.
        let offset = min(question.offset, edition.rowCount)
        let limit = min(question.limit ?? edition.rowCount, edition.rowCount)
        guard filter != nil || !sort.isEmpty || question.seed != nil else {
            return Selection(
                rows: Array(offset..<offset + min(limit, edition.rowCount - offset)), matched: edition.rowCount)
        }
        do {
            guard let seed = question.seed else {
                return try edition.select(Query(filter: filter, sort: sort, offset: offset, limit: limit))
            }
            var all = try edition.select(Query(filter: filter))
            all.rows = shuffled(all.rows, seed)
            return Selection(rows: Array(all.rows.dropFirst(offset).prefix(limit)), matched: all.matched)
        } catch { throw .clause(filter == nil ? "order_by" : "where", error) }
    }

    private static func sort(_ question: ExploreQuestion, _ edition: Edition) throws(ExploreError) -> [SortKey] {
        guard question.seed == nil else { return [] }
        var keys: [SortKey] = []
        for ordered in question.order {
            let labelled = question.selection.compactMap { selected in
                if case .value(let value, ordered.name) = selected { return value }
                return nil as FilterExpression?
            }.first
            do throws(QueryError) {
                let value = try (labelled ?? ordered.value).fitted(to: edition, in: question.context)
                if case .property(edition.nameOfPlace) = value, edition.column(named: edition.nameOfPlace) == nil {
                    throw QueryError("The field \(ordered.name) cannot be sorted by")
                }
                keys.append(SortKey(value, descending: ordered.descending))
            } catch { throw .clause("order_by", error) }
        }
        return keys
    }

    /// The rows in an order that depends on the seed alone.
    private static func shuffled(_ rows: [Int], _ seed: UInt64) -> [Int] {
        rows.map { row in
            var mixed = (UInt64(row) &+ 1) &* 0x9E37_79B9_7F4A_7C15 ^ seed &* 0xD6E8_FEB8_6659_FD93
            mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            return (mixed ^ mixed >> 31, row)
        }.sorted { $0 < $1 }.map(\.1)
    }

    // MARK: Links and metadata

    private func pageLinks(_ question: ExploreQuestion, _ selection: Selection) -> JSON {
        let rest = request.parameters.filter { $0.name != "offset" && $0.name != "limit" }
        let limit = question.limit ?? 10
        func page(_ offset: Int) -> String {
            "\(address)/records"
                + WebText.query(rest + [("limit", String(limit)), ("offset", String(offset))])
        }
        var links: [(String, String)] = [("self", page(question.offset)), ("first", page(0))]
        if limit > 0, selection.matched > 0 { links.append(("last", page((selection.matched - 1) / limit * limit))) }
        if question.offset + selection.rows.count < selection.matched, limit > 0 {
            links.append(("next", page(question.offset + limit)))
        }
        return .array(links.map { ["href": .text($0.1), "rel": .text($0.0)] })
    }

    /// Puts `_id`, `_timestamp`, `_size` and `_links` behind the members of the object that begins at `start`.
    private func addMetas(_ row: Int, _ question: ExploreQuestion, since start: Int, to bytes: inout [UInt8]) {
        let size = bytes.count - start
        bytes.removeLast()
        var members: [JSON.Member] = []
        if question.hasAppMetas {
            let date = Date(timeIntervalSince1970: TimeInterval(edition.changedAt[row]))
            members = [
                JSON.Member(name: "_id", value: .text(edition.uids[row])),
                JSON.Member(name: "_timestamp", value: .text(date.formatted(.iso8601))),
                JSON.Member(name: "_size", value: .integer(size)),
            ]
        }
        if question.hasLinks {
            let record = "\(address)/records/\(WebText.encoded(edition.uids[row]))"
            members.append(
                JSON.Member(
                    name: "_links",
                    value: [
                        ["href": .text(record), "rel": "self"], ["href": .text(address), "rel": "dataset"],
                    ]))
        }
        for member in members {
            if bytes.last != 0x7B { bytes.append(0x2C) }
            bytes += JSONText.string(member.name) + [0x3A]
            member.value.write(to: &bytes)
        }
        bytes.append(0x7D)
    }
}

extension ExploreQuestion {
    /// The seed of `order_by=random(1)`; nil where the order is another.
    var seed: UInt64? {
        guard case .call("random", let arguments)? = order.first?.value else { return nil }
        guard case .number(let number)? = arguments.first else { return 0 }
        return number.bitPattern
    }
}
