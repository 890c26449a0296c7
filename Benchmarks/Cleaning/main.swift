import Corruption
import Foundation
import Pipeline
import Schemas
import Territories

let arguments = CommandLine.arguments
func option(_ name: String) -> String? {
    arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
}

let assets = ProcessInfo.processInfo.environment["GABARIT_ASSETS"] ?? ".assets"
let world = World(
    reference: .load(dataFolder: nil, assetsFolder: URL(filePath: assets)),
    now: Date(timeIntervalSince1970: 1_772_323_200))
let names = option("--models")?.split(separator: ",").map(String.init) ?? SchemaLibrary.names
let numbers = option("--classes").map { $0.split(separator: ",").compactMap { Int($0) } }
let measurement = Measurement(
    schemas: try names.map(SchemaLibrary.schema), world: world, rows: option("--rows").flatMap(Int.init) ?? 120,
    files: option("--files").flatMap(Int.init) ?? 2, seed: option("--seed").flatMap(UInt64.init) ?? 20_261_122)

for (model, faults) in try measurement.faultsOfCleanFiles() where !faults.isEmpty {
    print("\(model): \(faults.count) faults of clean rows")
    for fault in faults.prefix(6) { print("  ", fault) }
}
let classes = Corruption.all.filter { numbers?.contains($0.number) ?? true }
let score = try measurement.score(classes: classes) { print("done: \($0.name)") }
if let list = option("--failures") { try score.failureList.write(toFile: list, atomically: true, encoding: .utf8) }
print(score.table)
