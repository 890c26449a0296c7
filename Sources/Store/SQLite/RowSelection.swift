import Catalog
import Foundation
import GRDB
import Schemas
import Spelling
import Tables

/// A question about rows as SQL. Only columns of public fields are ever named in it, so nothing else can leave, nor
/// be guessed by searching, sorting or filtering.
struct RowSelection {
    let dataset: Dataset
    var query: RowQuery
    var uid: String?

    init(dataset: Dataset, query: RowQuery) {
        self.dataset = dataset
        self.query = query
    }

    /// The row of an identifier.
    init(dataset: Dataset, uid: String) {
        self.init(dataset: dataset, query: RowQuery(schema: dataset.publicSchema.schema.name, limit: 1))
        self.uid = uid
    }

    func page(in database: Database) throws -> RowPage {
        let (union, arguments) = self.union
        let total = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM (\(union))", arguments: arguments) ?? 0
        let cursor = try Row.fetchCursor(
            database, sql: "SELECT number, shape\(columnList) FROM (\(union)) \(order) \(bounds)", arguments: arguments)
        return RowPage(table: try CleanTable(cursor, fields: fields.map(\.name)), total: total)
    }

    func object(in database: Database) throws -> PublishedObject? {
        guard dataset.publicSchema.schema.identifier != nil else { return nil }
        let (union, arguments) = self.union
        let found = try Row.fetchOne(
            database, sql: "SELECT release FROM (\(union)) ORDER BY release DESC LIMIT 1", arguments: arguments)
        guard let sequence: Int64 = found?[0], let record = dataset.release(sequence) else { return nil }
        var one = self
        one.query.offset = 0
        return PublishedObject(table: try one.page(in: database).table, release: record.release)
    }

    // MARK: - SQL

    private var fields: [Field] { dataset.publicSchema.schema.fields }

    private var columnList: String { fields.indices.map { ", f\($0)" }.joined() }

    /// The rows of every part, under the columns of the newest structure: what a part does not have is empty.
    private var union: (sql: String, arguments: StatementArguments) {
        var arguments = StatementArguments()
        let selects = dataset.parts.map { part in
            let columns = fields.enumerated().map { index, field in
                ", \(part.table.publicColumn(of: field.name) ?? "''") AS f\(index)"
            }.joined()
            let shape = part.table.hasPublicPositions ? "t.shape" : "NULL AS shape"
            let (conditions, values) = conditions(on: part.table)
            arguments += values
            return """
                SELECT t.release, t.position, t.number, \(shape), r.commune AS owner\(columns)
                FROM \(part.table.name) t JOIN release r ON r.sequence = t.release
                WHERE \(conditions.joined(separator: " AND "))
                """
        }
        return (selects.joined(separator: " UNION ALL "), arguments)
    }

    private func conditions(on table: RowTable) -> (sql: [String], arguments: StatementArguments) {
        var sql = ["r.isCurrent"]
        var arguments = StatementArguments()
        func add(_ condition: String, _ values: [String]) {
            sql.append(condition)
            arguments += StatementArguments(values)
        }
        if let uid {
            let isPublic = table.schema.identifier.map { $0.visibility == .public } ?? false
            add(isPublic ? "t.uid = ?" : "t.uid <> t.uid AND t.uid = ?", [uid])
        }
        if let commune = query.commune {
            let codes = Place.codes(within: commune)
            let marks = codes.map { _ in "?" }.joined(separator: ", ")
            let placeIsPublic = table.schema.field(meaning: .communeCode).map { $0.visibility == .public } ?? false
            if placeIsPublic {
                add("(r.commune IN (\(marks)) OR t.place IN (\(marks)))", codes + codes)
            } else {
                add("r.commune IN (\(marks))", codes)
            }
        }
        let searched = table.words(of: fields)
        for word in query.search.foldedWords.prefix(8) {
            if let searched { add("instr(\(searched), ?) > 0", [word]) } else { add("? = ''", [word]) }
        }
        for (name, value) in query.equals.sorted(by: { $0.key < $1.key }) {
            guard let column = table.publicColumn(of: name), let field = table.schema.field(name) else { continue }
            if let separator = field.separator {
                add("instr(? || \(column) || ?, ?) > 0", [separator, separator, separator + value + separator])
            } else {
                add("\(column) = ?", [value])
            }
        }
        return (sql, arguments)
    }

    private var order: String {
        guard let sort = query.sort, let index = fields.firstIndex(where: { $0.name == sort }) else {
            return "ORDER BY owner, release, position"
        }
        let column = "f\(index)"
        let key = fields[index].type.isNumeric ? "CAST(\(column) AS REAL)" : "plain(\(column))"
        return "ORDER BY \(column) = '', \(key)\(query.descending ? " DESC" : ""), owner, release, position"
    }

    private var bounds: String {
        "LIMIT \(max(-1, query.limit ?? -1)) OFFSET \(max(0, query.offset))"
    }
}

extension FieldType {
    fileprivate var isNumeric: Bool { [.number, .integer, .year].contains(self) }
}
