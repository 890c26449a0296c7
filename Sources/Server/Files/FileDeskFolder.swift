import Foundation

/// A folder of this process, which goes with it. What a process left that was killed goes when the next one begins:
/// a lock that nobody holds any more tells it.
final class FileDeskFolder: Sendable {
    private let folder: URL
    private let lock: Int32

    private static let prefix = "gabarit-files-"

    init() {
        let parent = FileManager.default.temporaryDirectory
        Self.sweep(parent)
        folder = parent.appending(path: Self.prefix + UUID().uuidString)
        try? FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        lock = Self.locked(folder) ?? -1
    }

    deinit {
        if lock >= 0 { close(lock) }
        try? FileManager.default.removeItem(at: folder)
    }

    /// The place of a file.
    func file(_ number: Int) -> URL {
        // Where somebody swept the disk, the folder is made again.
        try? FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return folder.appending(path: "\(number)")
    }

    /// Holds the lock of a folder; nil where somebody else does.
    private static func locked(_ folder: URL) -> Int32? {
        let descriptor = open(folder.appending(path: "lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
        close(descriptor)
        return nil
    }

    private static func sweep(_ parent: URL) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
        for name in names where name.hasPrefix(prefix) {
            let folder = parent.appending(path: name)
            // Anybody may lay something of that name there: only a folder of ours is looked into.
            var facts = stat()
            guard lstat(folder.path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR, facts.st_uid == getuid() else {
                continue
            }
            guard let descriptor = locked(folder) else { continue }
            try? FileManager.default.removeItem(at: folder)
            close(descriptor)
        }
    }
}
