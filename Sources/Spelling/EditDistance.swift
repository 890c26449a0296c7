/// How many letters must be added, dropped, changed or swapped with their neighbour to turn one word into
/// the other (optimal string alignment), or nil when it takes more than `limit`.
public func editDistance(_ first: String, _ second: String, limit: Int) -> Int? {
    let a = Array(first.utf8), b = Array(second.utf8)
    guard abs(a.count - b.count) <= limit else { return nil }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var row = last
    for i in 0..<a.count {
        row[0] = i + 1
        var best = row[0]
        for j in 0..<b.count {
            let change = last[j] + (a[i] == b[j] ? 0 : 1)
            row[j + 1] = min(change, last[j + 1] + 1, row[j] + 1)
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
            }
            best = min(best, row[j + 1])
        }
        if best > limit { return nil }
        (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[b.count] <= limit ? last[b.count] : nil
}
