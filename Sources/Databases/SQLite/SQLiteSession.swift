import Foundation
import GRDB

/// A connection of SQLite inside one transaction. Statements are kept prepared.
final class SQLiteSession: Session {
    private let database: GRDB.Database

    init(_ database: GRDB.Database) { self.database = database }

    var dialect: Dialect { .sqlite }

    func run(script: String) throws { try translated { try database.execute(sql: script) } }

    func run(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        try translated {
            try database.cachedStatement(sql: sql).execute(
                arguments: StatementArguments(arguments.map(\.databaseValue)))
        }
        return database.changesCount
    }

    func query(_ sql: String, _ arguments: [SQLValue], _ body: (any SQLRow) throws -> Void) throws {
        let rows = try translated {
            try Row.fetchCursor(
                database.cachedStatement(sql: sql), arguments: StatementArguments(arguments.map(\.databaseValue)))
        }
        while let row = try translated({ try rows.next() }) { try body(SQLiteRow(row: row)) }
    }

    func load(into table: String, columns: [String], _ next: () throws -> [SQLValue]?) throws {
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        let statement = try translated {
            try database.makeStatement(
                sql: "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))")
        }
        while let values = try next() {
            try translated { try statement.execute(arguments: StatementArguments(values.map(\.databaseValue))) }
        }
    }
}

/// A row that lies in SQLite's own memory until the next one is read.
private struct SQLiteRow: SQLRow {
    let row: Row

    func isNull(_ column: Int) -> Bool { row.hasNull(atIndex: column) }
    func integer(_ column: Int) -> Int64 { row[column] ?? 0 }
    func real(_ column: Int) -> Double { row[column] ?? 0 }
    func text(_ column: Int) -> String { row[column] ?? "" }

    func withBytes<Result>(_ column: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        // GRDB's access without a copy rethrows what Swift takes for any error.
        let data = (row[column] as Data?) ?? Data()
        return try data.withUnsafeBytes(body)
    }
}

extension Row {
    fileprivate func hasNull(atIndex column: Int) -> Bool { (self[column] as DatabaseValue).isNull }
}

extension SQLValue {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .bytes(let bytes): Data(bytes).databaseValue
        }
    }
}
