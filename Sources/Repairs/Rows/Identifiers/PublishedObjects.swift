import Matching
import Schemas
import Spelling
import Tables

/// The objects of a commune as they are published: which of them the rows of a new file are, whatever identifiers the
/// file gives them or leaves out.
struct PublishedObjects {
    private let uids: [String]
    private let cells: [[String]]
    private let schema: Schema
    private let identity: Set<Int>

    /// Nil where nothing is published, or the published rows have no identifiers.
    init?(_ table: CleanTable?, schema: Schema) {
        guard let table, let field = schema.fields.firstIndex(where: { $0.meaning == .uid }),
            let column = table.fields.firstIndex(of: schema.fields[field].name)
        else { return nil }
        let sources = schema.fields.map { table.fields.firstIndex(of: $0.name) }
        let identity = Set(schema.fields.indices.filter { [.uid, .uidNumber].contains(schema.fields[$0].meaning) })
        uids = (0..<table.rowCount).map { table.columns[column][$0].text }
        cells = (0..<table.rowCount).map { row in
            schema.fields.indices.map { field in
                identity.contains(field) ? "" : sources[field].map { table.columns[$0][row].text } ?? ""
            }
        }
        self.schema = schema
        self.identity = identity
    }

    /// The object that each of some rows is, by likeness, among those whose identifiers are still free.
    func objects(of rows: [Int], in draft: Draft, except taken: Set<String>) -> [Int: String] {
        let free = uids.indices.filter { !uids[$0].isEmpty && !taken.contains(uids[$0]) }
        guard !free.isEmpty, !rows.isEmpty else { return [:] }
        let matching = ObjectMatching(
            published: free.map { ObjectMatching.Published(uid: uids[$0], cells: cells[$0]) },
            rows: rows.map { said(in: $0, of: draft) }, schema: schema)
        var found: [Int: String] = [:]
        for (row, uid) in zip(rows, matching.uids) where uid != nil { found[row] = uid }
        return found
    }

    /// Rows whose identifier is that of another published object, though they say the name and place of one that is
    /// published under another identifier: somebody numbered the lines anew. By row, the identifier of the object.
    ///
    /// Only names and places that no two rows and no two objects share count, and only where the object that bears the
    /// sent identifier says something else of itself.
    func renumbered(_ sent: [Int: String], in draft: Draft) -> [Int: String] {
        let byKey = unique(uids.indices.compactMap { place in key(cells[place]).map { ($0, place) } })
        let rowByKey = unique(sent.keys.sorted().compactMap { row in key(said(in: row, of: draft)).map { ($0, row) } })
        let placeByUid = Dictionary(zip(uids, uids.indices), uniquingKeysWith: { first, _ in first })
        var renumbered: [Int: String] = [:]
        for (key, row) in rowByKey {
            guard let place = byKey[key], let uid = sent[row], uids[place] != uid, let bearer = placeByUid[uid],
                self.key(cells[bearer]) != key
            else { continue }
            renumbered[row] = uids[place]
        }
        return renumbered
    }

    private func said(in row: Int, of draft: Draft) -> [String] {
        schema.fields.indices.map { identity.contains($0) ? "" : draft.value(field: $0, row: row) }
    }

    /// The name and the place of an object, folded; nil where it does not say its name and something of its place.
    private func key(_ cells: [String]) -> String? {
        let named = schema.fields.indices.filter { schema.fields[$0].meaning == .name }
        let placed = schema.fields.indices.filter { Self.placing.contains(schema.fields[$0].meaning) }
        guard named.contains(where: { !cells[$0].isEmpty }), placed.contains(where: { !cells[$0].isEmpty }) else {
            return nil
        }
        return (named + placed).map { cells[$0].folded }.joined(separator: "\u{1F}")
    }

    private func unique(_ pairs: [(String, Int)]) -> [String: Int] {
        var places: [String: Int?] = [:]
        for (key, place) in pairs { places[key] = places[key] == nil ? .some(place) : .some(nil) }
        return places.compactMapValues { $0 }
    }

    private static let placing: Set<Field.Meaning?> = [
        .communeCode, .houseNumber, .street, .address, .fullAddress, .placeDetail,
    ]
}
