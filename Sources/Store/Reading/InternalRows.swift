import Schemas
import Catalog
import Databases
import Foundation
import Tables

/// All fields of one release as it was.
struct InternalRows {
    let record: ReleaseRecord

    func table(in session: any Session) throws -> CleanTable {
        let release = record.release
        let state = try PublishedState(
            of: release.schema, commune: release.commune.code, at: record.sequence, in: session)
        let schema = try SchemaDocument.numbered(record.document, in: session).schema
        var columns = schema.fields.map { _ in Cells() }
        for row in state.rows {
            for (column, value) in state.cells(of: row, under: schema).enumerated() {
                columns[column].append(Value(value))
            }
        }
        return CleanTable(
            fields: schema.fields.map(\.name), columns: columns, rowNumbers: state.rows.map { Int($0.number) },
            geometries: state.rows.map { $0.shape.flatMap { Geometry(wkb: $0) } })
    }
}
