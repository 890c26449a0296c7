public import Schemas
import Spelling
public import Tables
import Texts

/// Decides which column is which field, by evidence: what was decided before, the header, the content.
///
/// A column is taken for one field and a field is read from one column. The strongest claim wins; what is left
/// over is reported, never dropped in silence.
public struct Mapping: Sendable {
    private let schema: Schema
    private let context: MappingContext

    /// A mapping onto `schema`.
    public init(schema: Schema, context: MappingContext) {
        self.schema = schema
        self.context = context
    }

    /// Reads a table through the schema.
    public func map(_ table: Table) -> MappedTable {
        let claims = Evidences.all.flatMap { $0.claims(table, schema, context) }
        let won = settle(claims, table)
        var sources = [FieldSource](repeating: .missing, count: schema.fields.count)
        for claim in won { sources[claim.field] = .column(claim.column) }
        sources = Splitting(table: table, schema: schema).complete(sources)
        sources = Joining(table: table, schema: schema).complete(sources)
        let place = PlaceColumns(table: table, schema: schema, taken: Set(sources.compactMap(\.column))).find()
        let columns = table.columns.indices.map { column -> ColumnMapping in
            let claim = won.first { $0.column == column }
            return ColumnMapping(
                column: column, field: claim.map { schema.fields[$0.field].name } ?? partName(of: column, sources),
                evidence: claim?.evidence ?? (partName(of: column, sources) == nil ? .none : .content),
                confidence: claim?.confidence ?? (partName(of: column, sources) == nil ? 0 : 0.9))
        }
        return MappedTable(
            table: table, schema: schema, columns: columns, sources: sources,
            cells: sources.indices.map { field in
                cells(sources[field], of: table, unit: won.first { $0.field == field }?.unit)
            },
            place: place, unread: unread(columns, table),
            findings: MappingRemarks(
                table: table, schema: schema, columns: columns, sources: sources, places: place?.columns ?? []
            ).findings())
    }

    /// A decision wins, then a column that holds anything, then the strongest claim, the fuller column, the first.
    private func settle(_ claims: [Claim], _ table: Table) -> [Claim] {
        let left = Set(context.remembered.filter { $0.value.isEmpty }.keys)
        let filled = table.columns.map { column in
            zip(0..., column.cells.counts()).filter { column.cells.kind(of: $0.0) != .blank }.reduce(0) { $0 + $1.1 }
        }
        func strength(_ claim: Claim) -> (Int, Int, Double, Int, Int) {
            (
                claim.evidence == .remembered ? 1 : 0, filled[claim.column] > 0 ? 1 : 0, claim.confidence,
                filled[claim.column], -claim.column
            )
        }
        let ordered = claims.sorted { strength($0) > strength($1) }
        var won: [Claim] = []
        for claim in ordered where !left.contains(table.columns[claim.column].header.folded) {
            if !won.contains(where: { $0.column == claim.column || $0.field == claim.field }) { won.append(claim) }
        }
        return won
    }

    /// Towns, their codes and postcodes in columns that no field reads.
    private func unread(_ columns: [ColumnMapping], _ table: Table) -> Set<Field.Meaning> {
        let telling: [Field.Meaning] = [.communeName, .communeCode, .postcode]
        return Set(
            telling.filter { meaning in
                guard let field = schema.field(meaning: meaning) else { return false }
                let probe = ContentProbe(field: field, context: context)
                return columns.contains { column in
                    column.field == nil && (probe.share(of: table.columns[column.column].cells) ?? 0) >= 0.8
                }
            })
    }

    private func partName(of column: Int, _ sources: [FieldSource]) -> String? {
        sources.firstIndex {
            switch $0 {
            case .part(of: column, _): true
            case .joined(let columns): columns.contains(column)
            default: false
            }
        }.map { schema.fields[$0].name }
    }

    private func cells(_ source: FieldSource, of table: Table, unit: String?) -> Cells {
        switch source {
        case .missing:
            var empty = Cells()
            empty.pad(to: table.rowCount)
            return empty
        case .column(let column):
            guard let unit else { return table.columns[column].cells }
            return table.columns[column].cells.mapDistinct { with(unit, $0) }
        case .part(of: let column, let part):
            return table.columns[column].cells.mapDistinct { Value(part.read($0.text)) }
        case .joined(let columns):
            return Cells(
                (0..<table.rowCount).lazy.map { row in
                    Value(
                        columns.map { table.columns[$0].cells[row].text }.filter { !$0.isEmpty }.joined(separator: " "))
                })
        }
    }

    /// The unit that the header gives is that of each of its numbers.
    private func with(_ unit: String, _ value: Value) -> Value {
        let isBare = value.kind != .blank && !value.text.contains(where: \.isLetter)
        return isBare ? Value(value.text + " " + unit) : value
    }
}
