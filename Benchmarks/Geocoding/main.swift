import Addresses
import Foundation
import Tables

// bench-geocoding INDEX QUERIES.tsv [SECONDS]: how fast one core searches an index. Each line of the queries holds the
// address, the postcode, the commune and its code, and the longitude and the latitude where they are known, separated by
// tabs. Prints one line of JSON.
let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
    print("bench-geocoding INDEX QUERIES.tsv [SECONDS]")
    exit(2)
}
/// The seconds of one core that some work takes: what others do on the machine does not count.
func seconds(_ work: () throws -> Void) rethrows -> Double {
    func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    try work()
    return now() - start
}
func residentMegabytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS") } ?? ""
    return (Int(line.filter(\.isNumber)) ?? 0) / 1024
}

var opened: AddressIndex?
let opening = try seconds { opened = try AddressIndex(fileAt: URL(fileURLWithPath: arguments[1])) }
guard let index = opened else { exit(2) }
let text = try String(contentsOfFile: arguments[2], encoding: .utf8)
let queries = text.split(separator: "\n").map { line in
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) + ["", "", "", ""]
    return AddressQuery(address: cells[0], postcode: cells[1], city: cells[2], communeCode: cells[3])
}
let searcher = Searcher(index)
var verdicts: [String: Int] = [:]
let cold = seconds {
    for query in queries { verdicts[searcher.search(query, limit: 1).verdict.rawValue, default: 0] += 1 }
}
let budget = arguments.count > 3 ? Double(arguments[3]) ?? 3 : 3
var searched = 0
var warm = 0.0
while warm < budget {
    warm += seconds { for query in queries { _ = searcher.search(query, limit: 1) } }
    searched += queries.count
}
let resident = residentMegabytes()
let typing = Typing(queries.prefix(300), in: index)
let places = text.split(separator: "\n").compactMap { line -> Coordinate? in
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard cells.count > 5, let longitude = Double(cells[4]), let latitude = Double(cells[5]) else { return nil }
    return Coordinate(longitude: longitude, latitude: latitude)
}
let answer: [String: Any] = [
    "addresses": index.addressCount, "streets": index.streetCount, "opening_ms": opening * 1000,
    "cold_per_second": Double(queries.count) / cold, "warm_per_second": Double(searched) / warm,
    "resident_mb": resident, "verdicts": verdicts, "typing_us": typing.mean, "typing_p99_us": typing.quantile(0.99),
    "reverse_us": reverseMicroseconds(places.prefix(1000), in: index),
]
print(String(decoding: try JSONSerialization.data(withJSONObject: answer, options: [.sortedKeys]), as: UTF8.self))
