import Databases
import Foundation
import Store
import TestDatabases

/// Kills children, or the server, at random instants, and has the store examined after each.
struct Crashes {
    /// How many instants share one store: then a new one is begun, so that its making is hit too.
    private static let instantsPerStore = 50

    let engine: String
    let server: PostgreSQLServer?
    let folder: URL
    var dice: Dice
    private var expectation = Expectation()
    private(set) var tally = Tally()

    struct Tally {
        var acknowledged = 0
        var insideStep = 0
        var cameAbout = 0
        var serverKilled = 0
        var faults: [String] = []
    }

    init(engine: String, server: PostgreSQLServer?, folder: URL, seed: UInt64) {
        (self.engine, self.server, self.folder) = (engine, server, folder)
        dice = Dice(seed: seed)
    }

    mutating func run(instants: Int) async throws {
        var address = ""
        for instant in 0..<instants {
            if instant % Self.instantsPerStore == 0 {
                tally.acknowledged += expectation.doneCount
                expectation = Expectation()
                address = server?.url() ?? folder.appendingPathComponent("\(instant).sqlite").path
            }
            // Every second time on PostgreSQL it is the server that dies.
            let killsServer = server != nil && instant % 2 == 1
            try hit(address, killsServer)
            let store = try await ReleaseStore(Self.database(address))
            var examination = Examination(store, dice: Dice(seed: dice.next()))
            let cameAbout = try await examination.run(&expectation)
            try await store.close()
            tally.insideStep += cameAbout == nil ? 0 : 1
            tally.cameAbout += cameAbout == true ? 1 : 0
            tally.serverKilled += killsServer ? 1 : 0
            tally.faults += examination.faults.map { "instant \(instant): \($0)" }
            for fault in examination.faults { Publisher.say("instant \(instant): \(fault)") }
            if instant % 50 == 49 { Publisher.say("\(engine): \(instant + 1) instants") }
        }
        tally.acknowledged += expectation.doneCount
    }

    /// Starts a child, and kills it or its server after a while.
    private mutating func hit(_ address: String, _ killsServer: Bool) throws {
        let child = Process()
        child.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
        child.arguments = ["work", address, String(dice.next()), String(expectation.lastState)]
        let output = Pipe()
        child.standardOutput = output
        try child.run()
        // One time in five while the store is being opened, else among the steps.
        let isEarly = Int.random(in: 0..<5, using: &dice) == 0
        let pause = UInt32.random(in: 0..<(isEarly ? 60_000 : 400_000), using: &dice)
        var heard = isEarly ? Data() : output.fileHandleForReading.availableData
        usleep(pause)
        if killsServer { server?.crash() }
        // A child whose server died may have found it again.
        kill(child.processIdentifier, SIGKILL)
        heard += output.fileHandleForReading.readDataToEndOfFile()
        child.waitUntilExit()
        // What stands after the last line feed was not said.
        for line in String(decoding: heard, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .dropLast()
        {
            expectation.hear(String(line))
        }
    }

    static func database(_ address: String) throws -> any Database {
        address.hasPrefix("postgresql:")
            ? try postgreSQLDatabase(url: address) : try SQLiteDatabase(file: URL(fileURLWithPath: address))
    }
}
