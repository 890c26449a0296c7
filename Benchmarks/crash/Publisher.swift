import Catalog
import Databases
import Foundation
import Store

/// The child: releases, confirms and rolls back without end. Before each step it says what it will do, after it that it
/// is done; each line leaves the process at once.
struct Publisher {
    let store: ReleaseStore
    var dice: Dice
    /// The last number that was given to a state.
    var state: Int

    /// Never returns, unless a step fails: then the kind of the failure is said.
    mutating func work() async {
        Self.say("open")
        while true {
            do { try await step() } catch {
                Self.say("failed \((error as? DatabaseError)?.kind.rawValue ?? "other") \(error)")
                return
            }
        }
    }

    private mutating func step() async throws {
        guard let commune = Parks.communes.randomElement(using: &dice) else { return }
        let history = try await store.history(schema: Parks.schema, commune: commune.code)
        switch Int.random(in: 0..<10, using: &dice) {
        case 0 where !history.isEmpty:
            Self.say("will confirm \(commune.code)")
            Self.done(
                try await store.confirm(schema: Parks.schema, commune: commune.code, at: Date()))
        case 1...3:
            guard let old = history.randomElement(using: &dice) else { fallthrough }
            Self.say("will restore \(commune.code) \(old.id)")
            Self.done(try await store.restore(release: old.id, at: Date()))
        default:
            state += 1
            Self.say("will publish \(commune.code) \(state)")
            Self.done(
                try await store.publish(
                    Parks.draft(of: commune), rows: Parks.table(state, of: commune), schemaDocument: Parks.document,
                    acceptingLoss: true))
        }
    }

    private static func done(_ release: Release?) { say("done \(release?.id ?? "nothing")") }

    /// One line, by one call of the system.
    static func say(_ line: String) {
        let bytes = Array((line.replacingOccurrences(of: "\n", with: " ") + "\n").utf8)
        _ = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
    }
}
