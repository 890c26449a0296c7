public import Foundation
public import Tables
import Texts

/// Turns workbooks in old or rare formats (`.xls`, `.xlsb`, XML of 2003) into XLSX.
public struct OldWorkbookConversion: Sendable {
    /// Given the bytes and the name of a file, returns an XLSX file.
    public let convert: @Sendable (_ data: Data, _ fileName: String) throws(UnreadableFile) -> Data

    /// A conversion.
    public init(_ convert: @escaping @Sendable (Data, String) throws(UnreadableFile) -> Data) {
        self.convert = convert
    }

    /// No conversion: the sender is told how to save as XLSX.
    public static let none = OldWorkbookConversion { (_, file) throws(UnreadableFile) in
        throw .needsConversion(file)
    }

    /// LibreOffice without its window, in a process of its own with a folder, a memory and a time of its own.
    /// Where LibreOffice is not installed, the sender is told how to save as XLSX.
    public static let libreOffice = OldWorkbookConversion { (data, file) throws(UnreadableFile) in
        guard let office = LibreOffice() else { throw .needsConversion(file) }
        guard let converted = try? office.convert(data) else { throw .needsConversion(file) }
        return converted
    }
}

/// The command of LibreOffice on this machine.
private struct LibreOffice {
    private struct Failure: Error {}

    private static let folders = ["/usr/bin", "/usr/local/bin", "/opt/libreoffice/program", "/snap/bin"]
    private static let seconds = 90
    /// KiB of memory that it may ask for.
    private static let memory = 4_000_000

    private let command: String

    /// Nil where it is not installed.
    init?() {
        let places = Self.folders.map { $0 + "/soffice" }
        guard let found = places.first(where: FileManager.default.isExecutableFile) else { return nil }
        command = found
    }

    func convert(_ data: Data) throws -> Data {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gabarit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        try data.write(to: folder.appendingPathComponent("workbook.xls"))
        try run(in: folder)
        return try Data(contentsOf: folder.appendingPathComponent("out/workbook.xlsx"))
    }

    /// `timeout` ends the command and all that it started; the shell sets the limits before it becomes the command.
    private func run(in folder: URL) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [
            "-c", "ulimit -v \(Self.memory); exec timeout -k 5 \(Self.seconds) \"$@\"", "sh", command, "--headless",
            "--norestore", "--nolockcheck", "-env:UserInstallation=file://\(folder.path)/profile",
            "--convert-to", "xlsx", "--outdir", "\(folder.path)/out", "\(folder.path)/workbook.xls",
        ]
        process.environment = ["HOME": folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure() }
    }
}
