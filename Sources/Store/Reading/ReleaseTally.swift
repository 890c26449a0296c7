import Catalog
import Databases
import Editions
import Foundation
import Schemas

/// Counts what a release changed, as an audience may know it.
struct ReleaseTally {
    let record: ReleaseRecord
    let audience: Audience

    func count(in session: any Session) throws -> ChangeTally {
        guard let seer = try ObjectSeer(record.release.schema, audience, in: session) else { return ChangeTally() }
        if !seer.isGuarded, let tally = try oneSided(in: session) { return tally }
        var tally = ChangeTally()
        var changes = ReleaseChanges(record: record, seer: seer, after: 0, batch: 1000)
        while let (_, change) = try changes.next(in: session) {
            switch change?.kind {
            case .added: tally.added += 1
            case .changed: tally.changed += 1
            case .removed: tally.removed += 1
            case nil: continue
            }
        }
        return tally
    }

    /// A release that only adds or only removes, as the first one of a commune does, need not be read where no row can
    /// be hidden.
    private func oneSided(in session: any Session) throws -> ChangeTally? {
        let counts = try ["since", "until"].map { column in
            try session.first(
                "SELECT COUNT(*) FROM row_version WHERE \(column) = ?", [.integer(record.sequence)]
            ) { Int($0.integer(0)) } ?? 0
        }
        guard counts.contains(0) else { return nil }
        return ChangeTally(added: counts[0], removed: counts[1])
    }
}
