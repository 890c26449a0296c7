import Catalog
import Foundation
import GeoFiles
import Schemas
import Tables

/// Rows as a file that GDAL reads: a CSV with one column for each field (`c0`…), its truth values as 1 and 0 (`b3`…),
/// the kind of shape (`kind`) and the shape (`shape`); and what was seen of them on the way.
struct MapSource {
    /// What was seen of each column.
    private(set) var facts: [ColumnFacts]
    /// The names of the fields.
    let fields: [String]
    /// The kinds of shapes.
    private(set) var kinds: ShapeKinds = []
    /// How many rows there are.
    private(set) var rowCount = 0
    /// For each column, how many of its different texts were cut.
    private(set) var cut: [Int]
    private let schema: Schema
    /// The most bytes that a text may have.
    private let textLimit: Int?
    private let placement: Placement

    /// Writes the rows to `rows.csv` of a folder.
    init(
        _ batches: RowBatches, schema: Schema, projection: Projection?, textLimit: Int? = nil, in folder: URL
    ) throws {
        self.schema = schema
        self.textLimit = textLimit
        placement = Placement(projection)
        fields = batches.fields
        facts = fields.map { ColumnFacts(schema.field($0)) }
        cut = fields.map { _ in 0 }
        let file = folder.appending(path: "rows.csv")
        try Data().write(to: file)
        let handle = try FileHandle(forWritingTo: file)
        defer { try? handle.close() }
        var pieces = Pieces()
        writeHeader(to: &pieces)
        while let batch = try batches.next() {
            try write(batch, &pieces) { try $0.write(to: handle.fileDescriptor) }
        }
        try pieces.flush(to: { try $0.write(to: handle.fileDescriptor) }, ifAbove: 0)
    }

    /// The EPSG code of the coordinates.
    var epsg: Int { placement.epsg }

    /// Which columns have a twin of truth values.
    private var truthColumns: [Int] { fields.indices.filter { schema.field(fields[$0])?.type == .boolean } }

    private func writeHeader(to pieces: inout Pieces) {
        let names = fields.indices.map { "c\($0)" } + truthColumns.map { "b\($0)" } + ["kind", "shape"]
        pieces.write((names.joined(separator: ",") + "\n").utf8)
    }

    private mutating func write(
        _ batch: CleanTable, _ pieces: inout Pieces, to output: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        let cells = batch.columns.indices.map { written(batch.columns[$0], column: $0) }
        let truths = truthColumns.map { column in
            WrittenCells(batch.columns[column]) { value, bytes in
                if let truth = facts[column].truth(of: value) { bytes.append(truth ? 0x31 : 0x30) }
            }
        }
        let shapes = Positions(batch, schema: schema).all
        for row in 0..<batch.rowCount {
            for column in cells + truths {
                column.write(row, to: &pieces.bytes)
                pieces.bytes.append(0x2C)
            }
            let shape = placement.placed(shapes[row])
            let kind = ShapeKinds(shape)
            kinds.insert(kind)
            pieces.write(String(kind.rawValue).utf8)
            pieces.bytes.append(0x2C)
            if let shape { pieces.bytes.write(hexadecimal: shape.wkb) }
            pieces.bytes.append(0x0A)
            try pieces.flush(to: output)
        }
        rowCount += batch.rowCount
    }

    private mutating func written(_ column: Cells, column place: Int) -> WrittenCells {
        WrittenCells(column) { value, bytes in
            let value = shortened(value, column: place)
            facts[place].look(at: value)
            let start = bytes.count
            // A text of C ends at a zero byte.
            bytes.append(contentsOf: value.lazy.filter { $0 != 0 })
            DelimitedText.quote(&bytes, from: start, delimiter: 0x2C)
        }
    }

    /// As much of a text as the format holds, whole characters.
    private mutating func shortened(
        _ value: UnsafeBufferPointer<UInt8>, column: Int
    ) -> UnsafeBufferPointer<UInt8> {
        guard let textLimit, value.count > textLimit else { return value }
        cut[column] += 1
        var end = textLimit
        while end > 0, value[end] & 0xC0 == 0x80 { end -= 1 }
        return UnsafeBufferPointer(rebasing: value[..<end])
    }
}

extension [UInt8] {
    /// Adds the digits of bytes, as the tables that GDAL reads hold shapes.
    fileprivate mutating func write(hexadecimal bytes: [UInt8]) {
        for byte in bytes {
            append(Self.digit(byte >> 4))
            append(Self.digit(byte & 15))
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}
