import Checks
public import Geocoding
import Mapping
import Privacy
public import Repairs
import Schemas
public import Tables
import Texts

/// Applies what was proposed. The only place in the house where data changes.
///
/// Certain and likely repairs are applied, each with its log line; likely ones wait for a click before they are
/// published as agreed. What is doubtful is not published: unknown is empty, and the raw value stays in the log.
public struct Review: Sendable {
    private let draft: Draft
    private let locations: [Location]
    private let disclosures: Disclosures

    /// A review of what is proposed for a table, with what was decided about personal data.
    public init(of draft: Draft, locations: [Location], disclosures: Disclosures = Disclosures()) {
        self.draft = draft
        self.locations = locations
        self.disclosures = disclosures
    }

    /// The table as it can be published. `earlier` findings come from reading and mapping.
    public func apply(earlier: [Finding] = []) -> ReviewedTable {
        var changes = Changes(rowNumbers: draft.mapped.table.rowNumbers)
        var columns = draft.schema.fields.indices.map { column($0, &changes) }
        placeCoordinates(&columns, &changes)
        let privacy = Withholding(
            schema: draft.schema, disclosures: disclosures, rowNumbers: draft.mapped.table.rowNumbers
        ).apply(to: &columns)
        for (field, rows) in privacy.withheld { changes.remove(fields: [draft.schema.fields[field].name], rows: rows) }
        changes.seal()
        let clean = CleanTable(
            fields: draft.schema.fields.map(\.name), columns: columns, rowNumbers: draft.mapped.table.rowNumbers,
            geometries: geometries())
        let told = FindingsToTell(draft: draft, clean: clean, locations: locations, withheld: privacy.withheld)
        let last = TableCheck.findings(in: clean, schema: draft.schema).compactMap(told.withoutAskedRows)
        return ReviewedTable(
            clean: clean, changes: changes,
            questions: draft.questions.filter(told.isStillAsked) + privacy.questions,
            findings: earlier.filter(told.isStillTrue) + draft.findings.filter(told.isStillTrue) + last + remarks()
                + privacy.findings,
            locations: locations, privacy: Statement(published: privacy.published))
    }

    /// The canonical values of one field.
    private func column(_ index: Int, _ changes: inout Changes) -> Cells {
        let field = draft.fields[index]
        var cells = Cells()
        let values = field.outcomes.map { Value($0.problem == nil ? $0.value : "") }
        let isPart: Bool = if case .part = draft.mapped.sources[index] { true } else { false }
        let notable = field.outcomes.map { $0.problem == nil && ($0.isRepaired || isPart && !$0.value.isEmpty) }
        var causes: [UInt32: Change.Cause] = [:]
        // Equal parts may have been cut out of different cells; equal cells have one cause.
        let hasOneCause: Bool = if case .column = draft.mapped.sources[index] { true } else { false }
        for row in field.cells.codes.indices {
            if let outcome = field.rows[row] {
                cells.append(Value(outcome.problem == nil ? outcome.value : ""))
                if outcome.problem == nil, outcome.isRepaired { changes.add(cause(row, index, outcome), row: row) }
            } else {
                let code = Int(field.cells.codes[row])
                cells.append(values[code])
                guard notable[code] else { continue }
                let cause = causes[UInt32(code)] ?? cause(row, index, field.outcomes[code])
                if hasOneCause { causes[UInt32(code)] = cause }
                changes.add(cause, row: row)
            }
        }
        return cells
    }

    private func cause(_ row: Int, _ field: Int, _ outcome: Outcome) -> Change.Cause {
        Change.Cause(
            column: draft.mapped.column(of: field)?.letters, field: draft.schema.fields[field].name,
            before: draft.mapped.sent(field: field, row: row).text, after: outcome.value, rule: outcome.rule ?? "",
            degree: outcome.degree ?? .certain)
    }

    // MARK: Places

    /// Writes the accepted positions into the fields of longitude and latitude, where the schema has them.
    private func placeCoordinates(_ columns: inout [Cells], _ changes: inout Changes) {
        let fields = draft.schema.fields
        guard let longitude = fields.firstIndex(where: { $0.meaning == .longitude }),
            let latitude = fields.firstIndex(where: { $0.meaning == .latitude })
        else { return }
        let mended = Set(locations.filter { $0.evidence["mended"] != nil }.map(\.row))
        let names = [fields[longitude].name, fields[latitude].name]
        if !mended.isEmpty { changes.remove(fields: names, rows: mended) }
        for location in locations {
            let isMended = location.evidence["mended"] != nil
            let isLocated = location.evidence["source"] == "address" || location.evidence["source"] == "decision"
            guard location.point != nil || isMended, !isLocated || location.status == .accepted else { continue }
            for (field, degrees) in [(longitude, location.point?.longitude), (latitude, location.point?.latitude)] {
                let current = columns[field][location.row].text
                guard current.isEmpty || isMended else { continue }
                let value = degrees.map(Self.degrees) ?? ""
                guard value != current else { continue }
                columns[field].set(Value(value), row: location.row)
                let cause = Change.Cause(
                    column: draft.mapped.column(of: field)?.letters, field: fields[field].name,
                    before: draft.mapped.sent(field: field, row: location.row).text, after: value,
                    rule: isLocated
                        ? Self.locatedRule
                        : isMended ? "coordinates-" + (location.evidence["mended"] ?? "") : "coordinates-of-geometry",
                    degree: location.evidence["commune"] == "unknown" && isMended
                        || location.evidence["source"] == "address" ? .likely : .certain)
                changes.add(cause, row: location.row)
            }
        }
    }

    /// The rule of a position that the address base gave. It is told with its evidence, not asked one by one.
    static let locatedRule = "located-by-address"

    /// Seven decimals are a centimetre; the rest is noise.
    private static func degrees(_ value: Double) -> String {
        let rounded = (value * 1e7).rounded() / 1e7
        return "\(rounded)"
    }

    /// The shape of each row: the one that was sent, put in order where it was swapped, else its point.
    private func geometries() -> [Geometry?] {
        var shapes = draft.mapped.table.geometries ?? Array(repeating: nil, count: draft.mapped.rowCount)
        for location in locations {
            if location.evidence["mended"] == "swapped" {
                shapes[location.row] =
                    shapes[location.row].map { $0.mapCoordinates(\.swapped) } ?? location.point.map { .point($0) }
            } else if shapes[location.row] == nil {
                shapes[location.row] = location.point.map { .point($0) }
            }
        }
        return shapes
    }

    /// What the locations have to say, grouped by sentence.
    private func remarks() -> [Finding] {
        Dictionary(grouping: locations.filter { $0.remark != nil }, by: \.remark).compactMap { text, group in
            text.map { text in
                Finding(
                    rule: "location", severity: group[0].status == .accepted ? .info : .warning,
                    rows: group.map { draft.mapped.table.rowNumbers[$0.row] }, text: text)
            }
        }.sorted { ($0.rows.first ?? 0) < ($1.rows.first ?? 0) }
    }
}

extension Coordinate {
    fileprivate var swapped: Coordinate { Coordinate(longitude: latitude, latitude: longitude) }
}

extension Geometry {
    /// The same shape elsewhere.
    fileprivate func mapCoordinates(_ move: (Coordinate) -> Coordinate) -> Geometry {
        switch self {
        case .point(let point): .point(move(point))
        case .multiPoint(let points): .multiPoint(points.map(move))
        case .lineString(let points): .lineString(points.map(move))
        case .multiLineString(let lines): .multiLineString(lines.map { $0.map(move) })
        case .polygon(let rings): .polygon(rings.map { $0.map(move) })
        case .multiPolygon(let polygons): .multiPolygon(polygons.map { $0.map { $0.map(move) } })
        }
    }
}
