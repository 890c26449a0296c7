public import Schemas
import Spelling

/// Which object of the published state each new row is: by identifier where the rows bear one, else by what the rows
/// say of themselves, from the strongest evidence to the weakest.
public struct ObjectMatching {
    /// For each new row, the identifier of its object; nil where it is a new one.
    public private(set) var uids: [String?]
    private var free: [Published]

    /// A published row, as far as matching looks at it.
    public struct Published {
        let uid: String
        let cells: [String]

        /// A row with its cells in the order of the schema.
        public init(uid: String, cells: [String]) {
            self.uid = uid
            self.cells = cells
        }
    }

    /// - Parameters:
    ///   - published: The rows of the published state, with their cells in the order of the schema.
    ///   - rows: The new rows, with their cells in the same order.
    public init(published: [Published], rows: [[String]], schema: Schema) {
        uids = Array(repeating: nil, count: rows.count)
        free = published
        let describing = schema.fields.indices.filter { Self.describing.contains(schema.fields[$0].meaning) }
        let naming = schema.fields.indices.filter { schema.fields[$0].meaning == .name }
        let key = schema.fields.indices.filter { schema.primaryKey.contains(schema.fields[$0].name) }
        let placing = describing.filter {
            schema.fields[$0].meaning != .name && schema.fields[$0].meaning != .communeCode
        }
        match(rows) { $0.joined(separator: "\u{1F}") }
        match(rows) { Self.key(of: $0, key, least: key.count) }
        match(rows) { Self.key(of: $0, describing, least: 2) }
        match(rows) { Self.key(of: $0, naming, least: 1) }
        match(rows) { Self.key(of: $0, placing, least: 1) }
        matchAlike(rows)
    }

    /// Rows and objects that are the only ones with a key are the same.
    private mutating func match(_ rows: [[String]], by key: ([String]) -> String?) {
        guard !free.isEmpty else { return }
        var objects: [String: [Int]] = [:]
        for (place, object) in free.enumerated() {
            if let key = key(object.cells) { objects[key, default: []].append(place) }
        }
        var candidates: [String: [Int]] = [:]
        for row in rows.indices where uids[row] == nil {
            if let key = key(rows[row]) { candidates[key, default: []].append(row) }
        }
        var taken: Set<Int> = []
        for (key, places) in objects {
            guard let rows = candidates[key] else { continue }
            // Equal rows are equally many objects, in their order; a key that several bear on unequal terms says nothing.
            guard rows.count == places.count || rows.count == 1 && places.count == 1 else { continue }
            for (row, place) in zip(rows, places) {
                uids[row] = free[place].uid
                taken.insert(place)
            }
        }
        free = free.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
    }

    /// What is left is compared pair by pair, where it is few: rows of which more than half of what tells objects apart is equal.
    private mutating func matchAlike(_ rows: [[String]]) {
        let open = rows.indices.filter { uids[$0] == nil }
        guard !open.isEmpty, !free.isEmpty, open.count * free.count <= 400_000 else { return }
        let folded = free.map { $0.cells.map(\.folded) }
        let asked = Dictionary(uniqueKeysWithValues: open.map { ($0, rows[$0].map(\.folded)) })
        let weights = Self.weights(folded + open.compactMap { asked[$0] })
        var pairs: [(likeness: Double, row: Int, place: Int)] = []
        for row in open {
            for place in free.indices {
                let likeness = Self.likeness(asked[row] ?? [], folded[place], weights)
                if likeness > 0.5 { pairs.append((likeness, row, place)) }
            }
        }
        pairs.sort { ($1.likeness, $0.row, $0.place) < ($0.likeness, $1.row, $1.place) }
        var (takenRows, taken): (Set<Int>, Set<Int>) = ([], [])
        for pair in pairs where !takenRows.contains(pair.row) && !taken.contains(pair.place) {
            uids[pair.row] = free[pair.place].uid
            takenRows.insert(pair.row)
            taken.insert(pair.place)
        }
        free = free.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
    }

    /// How much each column tells objects apart: a column in which all rows say the same tells nothing.
    private static func weights(_ rows: [[String]]) -> [Double] {
        (rows.first?.indices ?? 0..<0).map { column in
            let distinct = Set(rows.map { $0[column] }).count
            return Double(distinct - 1) / Double(max(rows.count - 1, 1))
        }
    }

    /// How much of what either row says is the same, from 0 to 1.
    private static func likeness(_ one: [String], _ other: [String], _ weights: [Double]) -> Double {
        var (same, said) = (0.0, 0.0)
        for column in weights.indices where !(one[column].isEmpty && other[column].isEmpty) {
            said += weights[column]
            same += weights[column] * agreement(one[column], other[column])
        }
        return said == 0 ? 0 : same / said
    }

    /// 1 where two values are equal, nearly as much where one is the other mistyped, 0 where they differ.
    private static func agreement(_ one: String, _ other: String) -> Double {
        if one == other { return 1 }
        let longest = max(one.utf8.count, other.utf8.count)
        guard !one.isEmpty, !other.isEmpty, longest <= 100 else { return 0 }
        let distance = editDistance(one, other, limit: longest / 4)
        return distance.map { 1 - Double($0) / Double(longest) } ?? 0
    }

    private static func key(of cells: [String], _ columns: [Int], least: Int) -> String? {
        guard least > 0 else { return nil }
        let words = columns.map { cells[$0].folded }
        return words.count(where: { !$0.isEmpty }) >= least ? words.joined(separator: "\u{1F}") : nil
    }

    private static let describing: Set<Field.Meaning?> = [
        .name, .communeCode, .houseNumber, .street, .address, .fullAddress, .placeDetail,
    ]
}
