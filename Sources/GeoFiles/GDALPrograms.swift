public import Foundation

/// The programs of GDAL, each run in a child process with limits of time, memory and disk, without a network.
public struct GDALPrograms: Sendable {
    private let place: URL

    /// The programs of this machine; nil where the package gdal-bin is not installed.
    public static let installed: GDALPrograms? = {
        let places = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
        let place = places.first { FileManager.default.isExecutableFile(atPath: $0 + "/ogr2ogr") }
        return place.map { GDALPrograms(place: URL(fileURLWithPath: $0)) }
    }()

    /// Why a program gave nothing.
    public enum Failure: Error, Sendable {
        /// It could not do what was asked, or needed more than it may use.
        case failed
        /// It was ended after its time.
        case tooSlow
    }

    /// Runs one program in a folder, and returns what it printed. Only `ownFiles` may be virtual layers, which point
    /// to other files; `settings` are added to its environment.
    public func run(
        _ program: String, _ arguments: [String], in folder: URL, limits: GeoLimits, ownFiles: Bool = false,
        settings: [String: String] = [:]
    ) throws(Failure) -> Data {
        let printed = folder.appending(path: "printed-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: printed.path, contents: nil)
        defer { try? FileManager.default.removeItem(at: printed) }
        let child = Process()
        child.executableURL = URL(fileURLWithPath: "/bin/sh")
        // `ulimit` counts kilobytes of memory and half kilobytes of files.
        let script = "ulimit -t \(limits.seconds); ulimit -v \(limits.memory / 1024); ulimit -f \(limits.size / 512)"
        child.arguments = ["-c", script + "; exec \"$@\"", "sh", place.appending(path: program).path] + arguments
        child.environment = environment(folder, ownFiles).merging(settings) { $1 }
        child.currentDirectoryURL = folder
        child.standardInput = FileHandle.nullDevice
        child.standardError = FileHandle.nullDevice
        let output = try? FileHandle(forWritingTo: printed)
        // Closed here, for a process that ended may be kept for long.
        defer { try? output?.close() }
        child.standardOutput = output ?? FileHandle.nullDevice
        let ended = DispatchSemaphore(value: 0)
        child.terminationHandler = { _ in ended.signal() }
        do { try child.run() } catch { throw .failed }
        if ended.wait(timeout: .now() + .seconds(limits.seconds + 1)) == .timedOut {
            kill(child.processIdentifier, SIGKILL)
            ended.wait()
            throw .tooSlow
        }
        guard child.terminationReason == .exit, child.terminationStatus == 0 else { throw .failed }
        return (try? Data(contentsOf: printed)) ?? Data()
    }

    /// No network, no drivers that follow addresses or other files, nothing of our own environment.
    private func environment(_ folder: URL, _ ownFiles: Bool) -> [String: String] {
        let elsewhere =
            "HTTP,WFS,OAPIF,CSW,Carto,AmigoCloud,Elasticsearch,PostgreSQL,MySQL,MSSQLSpatial,ODBC,PGeo,GMLAS"
        return [
            "PATH": place.path + ":/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8", "TMPDIR": folder.path,
            "CPL_TMPDIR": folder.path,
            "GDAL_SKIP": "VRT,HTTP,WMS,WMTS,WCS,DAAS,EEDA,EEDAI,PLMOSAIC,STACTA,STACIT,NGW,CAD,PDF,DERIVED",
            "OGR_SKIP": ownFiles ? elsewhere : "OGR_VRT," + elsewhere,
            "GDAL_HTTP_PROXY": "127.0.0.1:9", "GDAL_HTTP_TIMEOUT": "1", "GDAL_HTTP_MAX_RETRY": "0",
            "PROJ_NETWORK": "OFF", "GML_DOWNLOAD_SCHEMA": "NO", "GML_SKIP_RESOLVE_ELEMS": "ALL",
            "GML_ATTRIBUTES_TO_OGR_FIELDS": "NO", "SHAPE_RESTORE_SHX": "YES", "OGR_SQLITE_LOAD_EXTENSIONS": "",
            "GDAL_NUM_THREADS": "1", "CPL_DEBUG": "OFF",
        ]
    }
}
