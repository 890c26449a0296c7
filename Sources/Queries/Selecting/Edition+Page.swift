public import Editions
import Schemas
import Spelling
public import Tables

extension Edition {
    /// The rows that a page of the portal asks for.
    public func page(_ query: RowQuery) throws(QueryError) -> RowPage {
        var conditions: [FilterExpression] = []
        if !query.search.foldedWords.isEmpty { conditions.append(.call("search", [.text(query.search)])) }
        for (name, value) in query.equals.sorted(by: { $0.key < $1.key }) where column(of: name) != nil {
            conditions.append(.call("=", [.property(name), .text(value)]))
        }
        let filter = conditions.dropFirst().reduce(conditions.first) { known, next in
            known.map { .call("and", [$0, next]) }
        }
        let sort = query.sort.flatMap {
            column(of: $0) == nil ? nil : SortKey(property: $0, descending: query.descending)
        }
        let found = try select(
            Query(
                filter: filter, rows: query.commune.map { rows(of: $0) }, sort: sort.map { [$0] } ?? [],
                offset: max(0, query.offset), limit: query.limit.map { max(0, $0) }))
        return RowPage(table: table.keeping(rows: found.rows), total: found.matched, uids: found.rows.map { uids[$0] })
    }

    /// One object by its identifier.
    public func object(uid: String) -> PublishedObject? {
        row(of: uid).map { PublishedObject(table: table.keeping(rows: [$0]), release: release(of: $0)) }
    }
}
