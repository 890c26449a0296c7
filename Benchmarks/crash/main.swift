// Kills a publishing process, or its PostgreSQL, with -9 at random instants, and looks whether anything that was
// acknowledged is lost or anything is there by half.
//
//     crash-store [sqlite|postgresql] [INSTANTS, default 500] [SEED, default 1]
import Foundation
import Store
import TestDatabases

let words = CommandLine.arguments.dropFirst()
if words.first == "work", words.count == 4 {
    let (address, seed, state) = (words[2], UInt64(words[3]) ?? 0, Int(words[4]) ?? 0)
    let store: ReleaseStore
    do { store = try await ReleaseStore(Crashes.database(address)) } catch {
        Publisher.say("cannot open: \(error)")
        exit(1)
    }
    var publisher = Publisher(store: store, dice: Dice(seed: seed), state: state)
    await publisher.work()
    exit(1)
}

let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gabarit-crash-\(UUID())")
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
let engines = words.first.map { [$0] } ?? ["sqlite", "postgresql"]
let instants = words.dropFirst().first.flatMap { Int($0) } ?? 500
let seed = words.dropFirst(2).first.flatMap { UInt64($0) } ?? 1
var isGood = true
for engine in engines {
    // A server that died need not look at each of its files before it starts: the machine did not die.
    let server = engine == "sqlite" ? nil : PostgreSQLServer(settings: ["recovery_init_sync_method = syncfs"])
    guard engine == "sqlite" || server != nil else { continue }
    var crashes = Crashes(engine: engine, server: server, folder: folder, seed: seed)
    try await crashes.run(instants: instants)
    let tally = crashes.tally
    Publisher.say(
        """
        \(engine): \(instants) instants (\(tally.serverKilled) of them the server), \(tally.acknowledged) steps \
        acknowledged, \(tally.insideStep) instants inside a step, of which \(tally.cameAbout) came about; \
        \(tally.faults.count) faults
        """)
    isGood = isGood && tally.faults.isEmpty
}
try? FileManager.default.removeItem(at: folder)
exit(isGood ? 0 : 1)
