import GRDB

extension DatabaseError {
    /// An error of SQLite in the words of this room.
    init(_ fault: GRDB.DatabaseError) {
        let kind: Kind =
            switch fault.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: .timeout
            case .SQLITE_FULL: .full
            case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged
            case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .readOnly
            case .SQLITE_CANTOPEN, .SQLITE_IOERR, .SQLITE_PROTOCOL: .unreachable
            case .SQLITE_CONSTRAINT: .constraint
            case .SQLITE_INTERRUPT, .SQLITE_ABORT: .cancelled
            default: .other
            }
        self.init(
            kind, state: "SQLITE \(fault.extendedResultCode.rawValue)", fault.message ?? "\(fault.resultCode)")
    }
}

/// Runs what SQLite does; its errors come out as those of this room.
func translated<Result>(_ work: () throws -> Result) throws -> Result {
    do { return try work() } catch let fault as GRDB.DatabaseError { throw DatabaseError(fault) }
}

/// The same for work that others do meanwhile.
func translated<Result>(_ work: () async throws -> Result) async throws -> Result {
    do { return try await work() } catch let fault as GRDB.DatabaseError { throw DatabaseError(fault) }
}
