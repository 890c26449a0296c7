// Writes a million made rows in one format, and says how fast: bench-exports FORMAT [ROWS] [EPSG] [FILE].
// `models FOLDER` writes made rows of every model for other validators. Run under `/usr/bin/time -v` to see the memory. `rows` makes the rows and writes nothing.
import Exports
import Foundation
import GeoFiles
import Tables

let words = Array(CommandLine.arguments.dropFirst())
guard let format = words.first, let schema = MadeRows.schema else {
    FileHandle.standardError.write(Data("bench-exports FORMAT [ROWS] [EPSG] [FILE]\n".utf8))
    exit(64)
}
let count = words.count > 1 ? Int(words[1]) ?? 1_000_000 : 1_000_000
let epsg = words.count > 2 ? Int(words[2]) ?? 4326 : 4326
let file = words.count > 3 ? words[3] : "/dev/null"
let clock = ContinuousClock()
let start = clock.now
var bytes = 0

if format == "models" {
    try ModelRows.write(to: URL(fileURLWithPath: words.count > 1 ? words[1] : "models"))
} else if format == "rows" {
    let batches = MadeRows(count: count).batches
    while let batch = try batches.next() { bytes += batch.rowCount }
} else if let export = Formats.named(format) {
    let target = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    let options = ExportOptions(projection: Projection.ofFiles(epsg: epsg))
    try export.write(MadeRows(count: count).batches, schema: schema, options: options) { piece in
        bytes += piece.count
        var rest = piece
        while !rest.isEmpty {
            let written = write(target, rest.baseAddress, rest.count)
            guard written > 0 else { exit(74) }
            rest = UnsafeRawBufferPointer(rebasing: rest[written...])
        }
    }
    close(target)
}
let elapsed = clock.now - start
let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
print(format, count, "rows", String(format: "%.2f s, %.0f rows/s,", seconds, Double(count) / seconds), bytes, "bytes")
