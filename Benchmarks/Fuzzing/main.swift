// The worker of `make fuzz`: for each line of its input (`read PATH`, or `prepare PATH MODEL FOLDER`) it does so, in
// this process, and answers with a line. Who calls it watches for an end that it did not ask for.
import Foundation
import GeoFiles
import Intake
import Pipeline
import Schemas
import Spreadsheets
import Tables
import Territories

let world = World(reference: .builtIn, now: Date(timeIntervalSince1970: 1_772_323_200))

/// Reads a file in both ways that there are.
func read(_ file: URL) throws -> String {
    var cells = 0
    if let text = try SeparatedText.open(fileAt: file) {
        cells = text.mapBlocks(ofBytes: 1 << 12) { block in
            var cells = 0
            block.forEachRecord { record in
                cells += record.count
                return true
            }
            return cells
        }.reduce(0, +)
    }
    let workbook = try Workbook.read(fileAt: file, conversion: .none)
    for sheet in workbook.sheets {
        precondition(sheet.columns.allSatisfy { $0.count == sheet.rowCount }, "a column of another length")
        for column in sheet.columns where column.count > 0 { cells += column[column.count - 1].text.utf8.count }
    }
    return "read \(cells)"
}

/// Prepares a file, and writes what comes back to its sender.
func prepare(_ file: URL, model: String, into folder: URL) throws -> String {
    let schema = try SchemaLibrary.schema(model)
    let intake = Intake(schema: schema)
    let reception =
        GeoFile.recognises(fileAt: file)
        ? try intake.receive(fileAt: file)
        : try intake.receive(Workbook.read(fileAt: file, conversion: .none), file: file.lastPathComponent)
    let prepared = try Preparation(schema: schema, world: world).prepare(reception, file: file.lastPathComponent)
    try prepared.write(to: folder, original: file, version: "fuzz")
    return "prepared"
}

while let line = readLine() {
    let words = line.split(separator: "\t").map(String.init)
    let answer: String
    do {
        let file = URL(filePath: words[1])
        answer = words[0] == "read" ? try read(file) : try prepare(file, model: words[2], into: URL(filePath: words[3]))
    } catch is UnreadableFile {
        answer = "refused"
    } catch {
        answer = "failed \(error)"
    }
    print(answer.replacing("\n", with: " "))
    fflush(nil)
}
