import Catalog
import Databases
import Editions
import Foundation
import Schemas

/// Reads versions of the objects of one dataset as an audience sees them.
final class ObjectSeer {
    /// A version as it is seen.
    struct State: Equatable {
        /// The number of the object.
        var object: Int64
        var uid: String
        var values: [String: String]
        var shape: [UInt8]?
        var commune: String
        /// Whether the audience may no longer know of the object.
        var isWithdrawn: Bool
    }

    /// What is read of a version `v`.
    let columns: String
    /// How many columns that is: what a query reads beside them comes after.
    static let columnCount = 8

    private let schema: String
    private let audience: Audience
    private let newest: SchemaDocument
    /// Whether rows of the dataset may be hidden one by one.
    let isGuarded: Bool
    /// The fields that the audience sees.
    let fields: [String]
    private let structure: PublicSchema
    private let documents: [Int64: SchemaDocument]
    private var sights: [String: Sight] = [:]

    /// Nil where nothing was ever released under that name.
    init?(_ schema: String, _ audience: Audience, in session: any Session) throws {
        let last = try session.first(
            "SELECT document FROM release_log WHERE schema_name = ? ORDER BY sequence DESC LIMIT 1", [.text(schema)]
        ) { $0.integer(0) }
        guard let last else { return nil }
        newest = try SchemaDocument.numbered(last, in: session)
        let communes = try session.all(
            "SELECT DISTINCT commune FROM release_log WHERE schema_name = ?", [.text(schema)]
        ) { $0.text(0) }
        structure = try PublicSchema(document: newest.json) { visibility in
            communes.contains { audience.maySee(visibility, of: $0) }
        }
        fields = structure.schema.fields.map(\.name)
        documents = try SchemaDocument.all(of: schema, in: session)
        isGuarded = Sight.isGuarded(under: documents.values)
        columns = """
            v.uid, v.commune, v.document, v.visibility, v.cells, v.shape, v.object, \
            \(Sight.lastVisibility(isGuarded: isGuarded))
            """
        self.schema = schema
        self.audience = audience
    }

    /// A version, read from a row of ``columns``; nil where the audience may not know of it.
    func state(_ row: any SQLRow) -> State? {
        let (commune, number) = (row.text(1), row.integer(2))
        guard let document = documents[number] else { preconditionFailure("a version has its document") }
        let key = "\(commune) \(number)"
        let sight =
            sights[key]
            ?? Sight(
                fields: fields, newest: newest.schema, schema: document.schema, commune: commune, audience: audience)
        sights[key] = sight
        guard sight.sees(row: row.text(3)) else { return nil }
        let cells = row.withBytes(4) { CellText.cells(of: $0) }
        var values: [String: String] = [:]
        for (field, source) in zip(fields, sight.sources) {
            if let source, cells.indices.contains(source), !cells[source].isEmpty { values[field] = cells[source] }
        }
        let isNamed = document.schema.identifier.map { structure.schema.field($0.name) != nil } ?? true
        return State(
            object: row.integer(6), uid: isNamed ? row.text(0) : "\(schema)-\(row.integer(6))",
            values: values,
            shape: sight.seesPlaces && !row.isNull(5) ? row.withBytes(5) { [UInt8]($0) } : nil,
            commune: commune, isWithdrawn: !sight.sees(row: row.text(7)))
    }

    /// What happened between two states; nil where the audience sees no difference.
    func change(from before: State?, to after: State?, in record: ReleaseRecord) -> RowChange? {
        guard before != after, let state = after ?? before else { return nil }
        // Of what is hidden now, only that it went is told, to whoever had it.
        guard !state.isWithdrawn || after == nil else { return nil }
        let release = record.release
        return RowChange(
            cursor: ChangeLog.cursor(record.sequence, state.object),
            kind: before == nil ? .added : after == nil ? .removed : .changed, schema: release.schema,
            uid: state.uid, commune: release.commune.code, release: release.id, date: release.publishedAt,
            values: after?.values ?? [:], before: state.isWithdrawn ? [:] : before?.values ?? [:],
            hasMoved: before != nil && after != nil && before?.shape != after?.shape)
    }
}
