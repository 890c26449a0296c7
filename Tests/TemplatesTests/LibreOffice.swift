import Foundation
import Spreadsheets

/// LibreOffice, where it is installed: the program in which many communes open what we send them.
struct LibreOffice {
    let program: URL

    /// Nil, and a line that says so, where there is none.
    static var installed: LibreOffice? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
        for folder in folders {
            let program = URL(fileURLWithPath: String(folder)).appendingPathComponent("soffice")
            if FileManager.default.isExecutableFile(atPath: program.path) { return LibreOffice(program: program) }
        }
        print("skipped: LibreOffice (soffice) is not installed")
        return nil
    }

    /// A workbook opened and saved again in another format, as we read it then.
    func savedAgain(_ xlsx: Data, as format: String) throws -> Workbook {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("a.xlsx")
        try xlsx.write(to: file)
        let process = Process()
        process.executableURL = program
        process.arguments = [
            "--headless", "-env:UserInstallation=file://\(folder.path)/profile", "--convert-to", format, "--outdir",
            folder.appendingPathComponent("out").path, file.path,
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return try Workbook.read(fileAt: folder.appendingPathComponent("out/a.\(format)"))
    }
}
