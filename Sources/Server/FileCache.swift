import Foundation

/// Which file is asked for.
struct FileRequest: Hashable, Sendable {
    var schema: String
    /// Nil is the whole territory.
    var commune: String?
    var fileExtension: String
}

/// Rendered files, up to 256 MB; the oldest leave first.
struct FileCache {
    private struct Key: Hashable {
        var request: FileRequest
        var edition: String
    }

    private var files: [Key: Data] = [:]
    private var order: [Key] = []
    private var size = 0
    private let limit = 256_000_000

    subscript(request: FileRequest, edition: String) -> Data? {
        get { files[Key(request: request, edition: edition)] }
        set {
            let key = Key(request: request, edition: edition)
            guard let newValue, files[key] == nil, newValue.count <= limit / 4 else { return }
            files[key] = newValue
            order.append(key)
            size += newValue.count
            while size > limit { drop(order.removeFirst()) }
        }
    }

    /// Forgets the files of editions that are no longer current.
    mutating func keep(only editions: Set<String>) {
        for key in order where !editions.contains(key.edition) { drop(key) }
        order.removeAll { !editions.contains($0.edition) }
    }

    private mutating func drop(_ key: Key) { size -= files.removeValue(forKey: key)?.count ?? 0 }
}
