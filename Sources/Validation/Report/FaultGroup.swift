/// The same fault in many rows: one cause, one line for people.
public struct FaultGroup: Sendable {
    /// The first of them.
    public let fault: Fault
    /// How many there are.
    public fileprivate(set) var count: Int
    /// The numbers of the first rows.
    public fileprivate(set) var rows: [Int]

    /// How many rows are named.
    static let rowsNamed = 5
}

extension Verdict {
    /// The faults by cause: the same field, the same rule, the same value. The most frequent causes come first.
    public func groups() -> [FaultGroup] {
        struct Cause: Hashable {
            var title: String
            var type: String
            var field: String?
            var message: String
            var cell: String?
        }
        var places: [Cause: Int] = [:]
        var groups: [FaultGroup] = []
        forEachFault { fault in
            let cause = Cause(
                title: fault.title, type: fault.type, field: fault.fieldName, message: fault.message, cell: fault.cell)
            if let place = places[cause] {
                groups[place].count += 1
                if let row = fault.rowNumber, groups[place].rows.count < FaultGroup.rowsNamed {
                    groups[place].rows.append(row)
                }
            } else {
                places[cause] = groups.count
                groups.append(FaultGroup(fault: fault, count: 1, rows: fault.rowNumber.map { [$0] } ?? []))
            }
        }
        return groups.enumerated()
            .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
            .map(\.element)
    }
}
