import GeoFiles
public import Schemas
public import Texts

/// FlatGeobuf 3: one layer with an index of places, so that maps fetch only what they show. Written here, since GDAL
/// leaves out rows without a shape.
public struct FlatGeobufExport: Export {
    public let fileExtension = "fgb"
    public let mediaType = "application/flatgeobuf"
    public let title = Text(verbatim: "FlatGeobuf")
    public let purpose = Text(
        fr: "Pour les cartes du web qui lisent de grandes couches par morceaux.",
        en: "For web maps that read large layers in parts.")
    public let canProject = true
    public let isWrittenInOrder = false

    public init() {}

    public func isOffered(for schema: Schema, hasPositions: Bool) -> Bool { hasPositions }

    public func write(
        _ batches: RowBatches, schema: Schema, options: ExportOptions,
        to output: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        let rows = try FlatRows(batches, schema: schema, projection: options.projection)
        var all = FlatBox()
        for box in rows.boxes { all.add(box) }
        let order = FlatIndex.order(rows.boxes, within: all)
        // The index stands in front, and needs to know how long every row is.
        let features = try SpoolFile()
        var pieces = Pieces()
        var lengths: [UInt32] = []
        lengths.reserveCapacity(order.count)
        for row in order {
            let feature = try rows.feature(row)
            lengths.append(UInt32(feature.count))
            pieces.write(feature)
            try pieces.flush(to: features.write)
        }
        try pieces.flush(to: features.write, ifAbove: 0)
        try header(rows, schema, options, all).bytes.withUnsafeBytes(output)
        if !all.isEmpty { try FlatIndex.write(order.map { rows.boxes[$0] }, lengths: lengths, to: output) }
        try features.hand(to: output)
    }

    private func header(_ rows: FlatRows, _ schema: Schema, _ options: ExportOptions, _ all: FlatBox) -> FlatHeader {
        let names = FieldNames.unique(rows.fields)
        return FlatHeader(
            name: FieldNames.layer(schema), title: schema.title,
            columns: names.indices.map { (names[$0], rows.type(of: $0)) },
            epsg: options.projection?.epsg ?? 4326, box: all.isEmpty ? nil : all,
            shapeType: Self.shapeType(rows.kinds.subtracting(.none)), count: rows.count, hasIndex: !all.isEmpty)
    }

    /// The number of the one type of all shapes, 0 where they differ.
    private static func shapeType(_ kinds: ShapeKinds) -> UInt8 {
        switch kinds {
        case .point: 1
        case .line: 2
        case .polygon: 3
        case .multiPoint: 4
        case .multiLine: 5
        case .multiPolygon: 6
        default: 0
        }
    }
}
