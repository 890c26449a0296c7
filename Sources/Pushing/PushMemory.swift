public import Foundation
import Synchronization

/// Where the identifiers of datasets elsewhere are written down, by the name that we gave them there.
public protocol PushMemory: Sendable {
    /// The identifier that a dataset has there.
    func id(of remoteID: String) -> String?
    /// Writes an identifier down for good; nil forgets it.
    func remember(_ id: String?, of remoteID: String) throws
}

/// The identifiers in a file of the data folder.
public final class PushLedger: PushMemory {
    private let file: URL
    private let known: Mutex<[String: String]>

    /// The identifiers in a file; there are none where the file is not there or cannot be read: they will be found
    /// again on the site.
    public init(_ file: URL) {
        self.file = file
        let data = (try? Data(contentsOf: file)) ?? Data()
        known = Mutex((try? JSONDecoder().decode([String: String].self, from: data)) ?? [:])
    }

    public func id(of remoteID: String) -> String? { known.withLock { $0[remoteID] } }

    public func remember(_ id: String?, of remoteID: String) throws {
        try known.withLock { known in
            guard known[remoteID] != id else { return }
            known[remoteID] = id
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            try encoder.encode(known).write(to: file, options: .atomic)
        }
    }
}
