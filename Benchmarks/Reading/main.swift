// Reads a file several times, and prints what the best time was: `bench-reading FILE [TIMES] [--cut]`.
//
// `--cut` only cuts a separated text into records, on one thread, without keeping a cell.
import Foundation
import Spreadsheets
import Synchronization
import Tables

let arguments = CommandLine.arguments.dropFirst()
guard let path = arguments.first else { fatalError("usage: bench-reading FILE [TIMES] [--cut]") }
let times = arguments.dropFirst().first.flatMap { Int($0) } ?? 1
let file = URL(filePath: path)

func cells() throws -> (rows: Int, cells: Int) {
    let sheets = try Workbook.read(fileAt: file).sheets
    return (sheets.reduce(0) { $0 + $1.rowCount }, sheets.reduce(0) { $0 + $1.rowCount * $1.columns.count })
}

func fields() throws -> (rows: Int, cells: Int) {
    guard let text = try SeparatedText.open(fileAt: file) else { fatalError("\(path) is no separated text") }
    let counts = text.mapBlocks(workers: 1) { block in
        var count = (rows: 0, cells: 0)
        block.forEachRecord { record in
            count.rows += 1
            count.cells += record.count
            return true
        }
        return count
    }
    return (counts.reduce(0) { $0 + $1.rows }, counts.reduce(0) { $0 + $1.cells })
}

var best = Duration.seconds(1_000_000)
var read = (rows: 0, cells: 0)
for _ in 0..<max(1, times) {
    best = try min(best, ContinuousClock().measure { read = try arguments.contains("--cut") ? fields() : cells() })
}
let seconds = Double(best.components.seconds) + Double(best.components.attoseconds) / 1e18
print("{\"seconds\": \(seconds), \"rows\": \(read.rows), \"cells\": \(read.cells)}")
