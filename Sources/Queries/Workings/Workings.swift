import Editions
import Tables

/// What questions work out of an edition and keep with it: none of it is needed before somebody asks.
final class Workings: Sendable {
    /// By column, the number of each distinct value; not a number where it is none.
    let numbers = Once<Int, [Double]>()
    /// By column, what each distinct value is worth.
    let worths = Once<Int, [Worth]>()
    /// The same with the texts changed.
    let changed = Recent<Source, [Worth]>(limit: 4)
    /// What rows are sorted by.
    let orders = Once<FilterExpression, RowOrder>()
    /// What rows are grouped by, for properties.
    let keys = Once<GroupKey, Result<KeyColumn, QueryError>>()
    /// Where the rows are.
    let places = Once<Bool, PlaceIndex>()
    /// By column, the rows that hold each value.
    let holders = Once<Int, Holders>()
    /// Which words stand where.
    let words = Once<Int, ColumnWords>()
}

extension Workings: Questioned {
    func ask(_ next: Edition, as older: Edition) {
        func again(_ columns: [Int], _ work: (Int) -> Void) {
            for column in columns { next.table.fields.firstIndex(of: older.table.fields[column]).map(work) }
        }
        if !places.keys.isEmpty { _ = next.places }
        again(words.keys) { _ = next.words($0) }
        again(holders.keys) { _ = next.holders($0) }
        again(numbers.keys) { _ = next.numbers($0) }
        again(worths.keys) { _ = next.worths($0) }
        // A property that is no longer there is not sorted by.
        for expression in orders.keys { _ = try? next.order(by: expression) }
        for key in keys.keys { _ = try? KeyColumn.of(key, next) }
    }
}

extension Edition {
    /// What questions have worked out of it.
    var workings: Workings { kept { _ in Workings() } }
}
