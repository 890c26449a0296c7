public import Foundation

/// The query language of Opendatasoft, as its Explore API 2.1 takes it in `where`, `select`, `group_by` and `order_by`.
///
/// Keywords know no capitals; white space is free. Source: Opendatasoft, *Opendatasoft Query Language (ODSQL)*.
public enum ODSQL {
    /// What a clause means depends on.
    public struct Context: Sendable {
        /// The moment that `now()` means.
        public var now: Date
        /// The zone of the times that name none.
        public var timeZone: TimeZone
        /// The language of the names of days and months.
        public var language: String

        /// What a clause means depends on; times that name no zone are UTC.
        public init(now: Date, timeZone: TimeZone = .gmt, language: String = "fr") {
            self.now = now
            self.timeZone = timeZone
            self.language = language
        }
    }

    /// Reads a `where` clause: a condition on a row. A text alone is searched for in all fields.
    public static func condition(_ text: String, in context: Context) throws(QueryError) -> FilterExpression {
        var parser = try ODSQLParser(text, in: context)
        let condition = try parser.condition()
        try parser.expectEnd()
        return condition
    }

    /// Reads a `select` clause.
    public static func selection(_ text: String, in context: Context) throws(QueryError) -> [ODSQLSelected] {
        var parser = try ODSQLParser(text, in: context)
        return try parser.list { (parser) throws(QueryError) in try parser.selected() }
    }

    /// Reads a `group_by` clause.
    public static func grouping(_ text: String, in context: Context) throws(QueryError) -> [ODSQLGrouped] {
        var parser = try ODSQLParser(text, in: context)
        return try parser.list { (parser) throws(QueryError) in try parser.grouped() }
    }

    /// Reads an `order_by` clause.
    public static func order(_ text: String, in context: Context) throws(QueryError) -> [ODSQLOrdered] {
        var parser = try ODSQLParser(text, in: context)
        return try parser.list { (parser) throws(QueryError) in try parser.ordered() }
    }
}
