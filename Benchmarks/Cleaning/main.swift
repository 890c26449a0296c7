import Corruption
import Foundation
import Pipeline
import Schemas
import Territories

// How well files are cleaned. Options: --models a,b --classes 1,2 --rows N --files N --seed N --failures FILE --page FILE
let arguments = CommandLine.arguments
func option(_ name: String) -> String? {
    arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
}
func number(_ name: String, else value: Int) -> Int { option(name).flatMap(Int.init) ?? value }

let assets = ProcessInfo.processInfo.environment["GABARIT_ASSETS"] ?? ".assets"
let reference = Reference.load(dataFolder: nil, assetsFolder: URL(filePath: assets))
// 1 March 2026: what is measured must not change with the day.
let world = World(reference: reference, now: Date(timeIntervalSince1970: 1_772_323_200))

let names = option("--models")?.split(separator: ",").map(String.init) ?? SchemaLibrary.names
let wanted = option("--classes")?.split(separator: ",").compactMap { Int($0) }
let (rows, files, seed) = (
    number("--rows", else: 60), number("--files", else: 8), UInt64(number("--seed", else: 20_261_122))
)
let measurement = Measurement(
    schemas: try names.map(SchemaLibrary.schema), world: world, rows: rows, files: files, seed: seed)

let cleanFaults = try measurement.faultsOfCleanFiles()
for (model, faults) in cleanFaults where !faults.isEmpty {
    print("\(model): \(faults.count) faults of clean rows")
    for fault in faults.prefix(4) { print("  ", fault) }
}
let classes = Corruption.all.filter { wanted?.contains($0.number) ?? true }
let score = try measurement.score(classes: classes) { print("\($0.name): done") }
print(score.table + "\n\n" + score.modelTable)

if let list = option("--failures") { try score.failureList.write(toFile: list, atomically: true, encoding: .utf8) }
if let path = option("--page") {
    let setting = QualityPage.Setting(
        version: option("--version") ?? "", day: Date().formatted(.iso8601.year().month().day()), seed: seed,
        communes: reference.communes.count, rows: rows, files: files)
    try QualityPage(score: score, setting: setting, cleanFaults: cleanFaults).text
        .write(toFile: path, atomically: true, encoding: .utf8)
}
exit(score.isFaultless ? 0 : 1)
