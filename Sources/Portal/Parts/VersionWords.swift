public import Catalog
public import Editions
import Texts

/// A release, and how many objects it touched.
public struct Version: Sendable {
    /// The release.
    public var release: Release
    /// What it changed.
    public var tally: ChangeTally

    /// A release with what it changed.
    public init(release: Release, tally: ChangeTally) {
        self.release = release
        self.tally = tally
    }

    /// The moment at which it was the newest release, as an address says it.
    var moment: String { Written.instant(release.publishedAt) }

    /// What it changed, in words.
    var words: Text {
        if release.kind == .confirmation { return Words.confirmed }
        if release.kind == .erasure { return Words.erased }
        let counts = [
            (tally.added, Words.additions), (tally.changed, Words.alterations), (tally.removed, Words.removals),
        ].filter { $0.0 > 0 }.map { $0.1($0.0) }
        let changes = counts.isEmpty ? [Words.nothingChanged] : counts
        let all = Text(
            fr: changes.map(\.fr).joined(separator: ", "), en: changes.map(\.en).joined(separator: ", "))
        guard release.kind == .restoration else { return all }
        return Text(
            fr: "\(Words.restored.fr)\u{00A0}: \(all.fr.lowercased())",
            en: "\(Words.restored.en): \(all.en.lowercased())")
    }
}
