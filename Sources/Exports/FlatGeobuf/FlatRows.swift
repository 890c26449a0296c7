import Catalog
import Foundation
import GeoFiles
import Schemas
import Tables

/// Rows on their way to a FlatGeobuf file, on the disk: the types of the columns and the order of the rows are known
/// only when all of them have been seen.
final class FlatRows {
    /// One row: its shape as a piece of a FlatBuffer, then its values, each after its length.
    private struct Row {
        var start: UInt64
        var shapeLength: UInt32
        var length: UInt32
        var shape: UInt32
    }

    private var rows: [Row] = []
    private(set) var boxes: [FlatBox] = []
    private(set) var facts: [ColumnFacts]
    private(set) var kinds: ShapeKinds = []
    let fields: [String]
    private let schema: Schema
    private let placement: Placement
    private let spool: SpoolFile

    init(_ batches: RowBatches, schema: Schema, projection: Projection?) throws {
        self.schema = schema
        placement = Placement(projection)
        fields = batches.fields
        facts = fields.map { ColumnFacts(schema.field($0)) }
        spool = try SpoolFile()
        var pieces = Pieces()
        var start = 0
        while let batch = try batches.next() { try add(batch, &pieces, &start) }
        try pieces.flush(to: spool.write, ifAbove: 0)
    }

    var count: Int { rows.count }

    private func add(_ batch: CleanTable, _ pieces: inout Pieces, _ start: inout Int) throws {
        let cells = batch.columns.indices.map { column in
            WrittenCells(batch.columns[column]) { value, bytes in
                facts[column].look(at: value)
                Swift.withUnsafeBytes(of: UInt32(value.count)) { bytes.append(contentsOf: $0) }
                bytes.append(contentsOf: value)
            }
        }
        let shapes = Positions(batch, schema: schema).all
        for row in 0..<batch.rowCount {
            let before = pieces.bytes.count
            let shape = placement.placed(shapes[row])
            kinds.insert(ShapeKinds(shape))
            boxes.append(shape.map { FlatBox($0.coordinates) } ?? FlatBox())
            var table = 0
            if let shape {
                var buffer = FlatBytes()
                table = FlatShape.add(shape, to: &buffer)
                pieces.write(buffer.bytes)
            }
            let shapeLength = pieces.bytes.count - before
            for column in cells { column.write(row, to: &pieces.bytes) }
            let length = pieces.bytes.count - before
            rows.append(
                Row(
                    start: UInt64(start), shapeLength: UInt32(shapeLength), length: UInt32(length), shape: UInt32(table)
                ))
            start += length
            try pieces.flush(to: spool.write)
        }
    }

    /// The bytes of a row as a feature, its size in front.
    func feature(_ row: Int) throws -> [UInt8] {
        let place = rows[row]
        let bytes = try spool.read(Int(place.length), at: Int(place.start))
        var buffer = FlatBytes()
        buffer.add(UInt32(0))
        let root = buffer.place
        buffer.add(UInt32(0))
        let (table, parts) = buffer.addTable([place.shapeLength > 0 ? 4 : 0, 4])
        buffer.point(root, to: table)
        if place.shapeLength > 0 {
            buffer.align(8)
            buffer.point(parts[0], to: buffer.place + Int(place.shape))
            buffer.add(bytes[..<Int(place.shapeLength)])
        }
        let values = properties(bytes[Int(place.shapeLength)...])
        buffer.align(4)
        buffer.point(parts[1], to: buffer.place)
        buffer.add(UInt32(values.count))
        buffer.add(values)
        buffer.align(8)
        buffer.set(UInt32(buffer.place - 4), at: 0)
        return buffer.bytes
    }

    /// For each known value the number of its column, then the value as its type writes it.
    private func properties(_ cells: ArraySlice<UInt8>) -> [UInt8] {
        var values = FlatBytes()
        var rest = cells
        for column in fields.indices {
            let length = rest.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
            let value = rest.dropFirst(4).prefix(length)
            rest = rest.dropFirst(4 + length)
            guard !value.isEmpty else { continue }
            values.add(UInt16(column))
            value.withUnsafeBufferPointer { add($0, facts[column], to: &values) }
        }
        return values.bytes
    }

    private func add(_ value: UnsafeBufferPointer<UInt8>, _ facts: ColumnFacts, to values: inout FlatBytes) {
        switch facts.kind {
        case .boolean: values.add(UInt8(facts.truth(of: value) == true ? 1 : 0))
        case .integer where facts.whole < 10: values.add(Int32(String(decoding: value, as: UTF8.self)) ?? 0)
        case .integer: values.add(Int64(String(decoding: value, as: UTF8.self)) ?? 0)
        case .real: values.add(Double(String(decoding: value, as: UTF8.self)) ?? 0)
        case .date:
            values.add(UInt32(value.count + 9))
            values.add(value)
            values.add("T00:00:00".utf8)
        case .moment, .text:
            values.add(UInt32(value.count))
            values.add(value)
        }
    }

    /// The number of the type of a column (`ColumnType`).
    func type(of column: Int) -> UInt8 {
        switch facts[column].kind {
        case .boolean: 2
        case .integer: facts[column].whole < 10 ? 5 : 7
        case .real: 10
        case .text: 11
        // There are no dates without an hour.
        case .date, .moment: 13
        }
    }
}
