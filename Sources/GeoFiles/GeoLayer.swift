public import Tables

/// One layer of a map file: its features as rows, the properties as columns, the shapes in WGS 84.
public struct GeoLayer: Sendable {
    /// The name of the layer, or of the file where layers have none.
    public var name: String
    /// The features. The first one is row 2, as if the names of the properties stood in row 1.
    public var table: Table
    /// What was remarked while reading.
    public var findings: [Finding]

    /// A layer.
    public init(name: String, table: Table, findings: [Finding] = []) {
        self.name = name
        self.table = table
        self.findings = findings
    }
}

/// How much of a machine one file may use.
public struct GeoLimits: Sendable {
    /// Seconds until a conversion is given up.
    public var seconds: Int
    /// Bytes of memory that a conversion may take.
    public var memory: Int
    /// Bytes that an archive may unpack to, and that a layer may be written with.
    public var size: Int

    /// One minute, 2 GB of memory, 1 GB unpacked.
    public static let standard = GeoLimits(seconds: 60, memory: 2 << 30, size: 1 << 30)

    /// Limits.
    public init(seconds: Int, memory: Int, size: Int) {
        self.seconds = seconds
        self.memory = memory
        self.size = size
    }
}
