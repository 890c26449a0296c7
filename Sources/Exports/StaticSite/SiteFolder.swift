import Foundation
import Texts

/// The folder of a site that is being made, with the sum of every file.
struct SiteFolder {
    /// The files, in the order in which they were written.
    private(set) var files: [SiteFile] = []
    let root: URL

    init(_ root: URL) { self.root = root }

    /// Writes a file, piece by piece.
    @discardableResult
    mutating func write(
        _ path: String, _ body: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
    ) throws -> SiteFile {
        guard Self.isSafe(path) else { throw UnwritableFile(Self.unsafe(path)) }
        let url = root.appending(path: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        var (sum, count) = (SHA256(), 0)
        try Data().write(to: url)
        let handle = try FileHandle(forWritingTo: url)
        defer { try? handle.close() }
        try body { piece in
            sum.add(piece)
            count += piece.count
            try piece.write(to: handle.fileDescriptor)
        }
        let file = SiteFile(path: path, bytes: count, digest: sum.digest())
        files.append(file)
        return file
    }

    /// Writes a short file.
    @discardableResult
    mutating func write(_ path: String, _ data: Data) throws -> SiteFile {
        try write(path) { output in try data.withUnsafeBytes(output) }
    }

    /// `SHA256SUMS`, as `sha256sum --check` reads it.
    mutating func writeSums() throws {
        let lines = files.sorted { $0.path < $1.path }.map { "\($0.digest)  \($0.path)\n" }
        try write(SiteFile.sums, Data(lines.joined().utf8))
    }

    /// Whether a path stays in the folder, and can stand in a list of lines.
    static func isSafe(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return !path.isEmpty && path.utf8.count < 1000
            && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." && $0.utf8.count < 240 }
            && !path.utf8.contains { $0 < 0x20 || $0 == 0x5C || $0 == 0x7F }
    }

    private static func unsafe(_ path: String) -> Text {
        Text(
            fr: "« \(path.prefix(100)) » ne peut pas être le nom d’un fichier du site.",
            en: "“\(path.prefix(100))” cannot be the name of a file of the site.")
    }
}

/// One file of a static site.
public struct SiteFile: Sendable, Hashable {
    /// Where it is, from the root.
    public var path: String
    /// How many bytes it has.
    public var bytes: Int
    /// Its SHA-256, in hexadecimal digits.
    public var digest: String

    static let sums = "SHA256SUMS"
}
