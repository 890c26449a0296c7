public import Foundation
public import GeoFiles

/// What may be chosen when a file is written.
public struct ExportOptions: Sendable {
    /// The system of the coordinates of shapes; nil is WGS 84 in degrees. Formats that have only one leave it aside.
    public var projection: Projection?
    /// The date that the file bears inside, where its format wants one: the last release, so that the same rows make
    /// the same bytes. The default is the first day that a ZIP archive can name.
    public var modified: Date
    /// What a child process may use, where one writes the file.
    public var limits: GeoLimits

    /// Ten minutes, 2 GB of memory, 8 GB on the disk.
    public static let limits = GeoLimits(seconds: 600, memory: 2 << 30, size: 8 << 30)

    /// What may be chosen.
    public init(
        projection: Projection? = nil, modified: Date = Date(timeIntervalSince1970: 315_532_800),
        limits: GeoLimits = ExportOptions.limits
    ) {
        self.projection = projection
        // What the dates of DBF files and ZIP archives can say.
        let known = Date(timeIntervalSince1970: 315_532_800)...Date(timeIntervalSince1970: 4_354_819_200)
        self.modified = min(max(modified, known.lowerBound), known.upperBound)
        self.limits = limits
    }
}
