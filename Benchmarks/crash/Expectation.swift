/// What must be in the store, by what the children said.
struct Expectation {
    /// A step of which nobody said how it ended.
    struct Open {
        var commune: String
        var state: Int
        /// The child was told that nothing was written.
        var isDenied = false
    }

    /// Of each release that is known to be there, its commune and its state.
    private(set) var releases: [String: (commune: String, state: Int)] = [:]
    /// The release of each commune that is the current one.
    private(set) var current: [String: String] = [:]
    private(set) var open: Open?
    private(set) var lastState = 0
    private(set) var doneCount = 0
    /// The releases that were acknowledged since the last look.
    private(set) var fresh: [String] = []

    /// Takes one line of a child.
    mutating func hear(_ line: String) {
        let words = line.split(separator: " ").map(String.init)
        switch words.first {
        case "will" where words.count >= 3:
            let commune = words[2]
            switch words[1] {
            case "publish":
                lastState = Int(words[3]) ?? lastState
                open = Open(commune: commune, state: lastState)
            case "restore": open = Open(commune: commune, state: releases[words[3]]?.state ?? 0)
            default: open = Open(commune: commune, state: state(of: commune) ?? 0)
            }
        case "done" where words.count == 2:
            doneCount += 1
            settle(words[1])
        case "failed": open?.isDenied = words.count > 1 && words[1] != "outcomeUnknown"
        default: break
        }
    }

    /// The open step came about, as this release.
    mutating func settle(_ release: String) {
        guard let step = open else { return }
        releases[release] = (step.commune, step.state)
        current[step.commune] = release
        fresh.append(release)
        open = nil
    }

    /// The open step did not come about.
    mutating func forget() { open = nil }

    mutating func looked() { fresh = [] }

    func state(of commune: String) -> Int? { current[commune].flatMap { releases[$0]?.state } }
}
