/// The head of a FlatGeobuf file (`header.fbs`).
struct FlatHeader {
    /// A column: its name, and the number of its type.
    typealias Column = (name: String, type: UInt8)

    var name: String
    var title: String
    var columns: [Column]
    var epsg: Int
    /// The rectangle around all shapes; nil where there is none.
    var box: FlatBox?
    /// The number of the one type of all shapes; 0 where they differ.
    var shapeType: UInt8
    var count: Int
    var hasIndex: Bool

    /// The magic bytes and the table, its size in front.
    var bytes: [UInt8] {
        var buffer = FlatBytes()
        buffer.add(UInt32(0))
        let root = buffer.place
        buffer.add(UInt32(0))
        // name, envelope, geometry_type, has_z, has_m, has_t, has_tm, columns, features_count, index_node_size, crs,
        // title
        let (table, fields) = buffer.addTable([4, box == nil ? 0 : 4, 1, 0, 0, 0, 0, 4, 8, 2, 4, 4])
        buffer.point(root, to: table)
        buffer.set(shapeType, at: fields[2])
        buffer.set(UInt64(count), at: fields[8])
        buffer.set(UInt16(hasIndex ? FlatIndex.nodeSize : 0), at: fields[9])
        buffer.addText(name, for: fields[0])
        if let box { buffer.addDoubles([box.west, box.south, box.east, box.north], for: fields[1]) }
        for (place, column) in zip(buffer.addPlaces(columns.count, for: fields[7]), columns) {
            let (table, fields) = buffer.addTable([4, 1])
            buffer.point(place, to: table)
            buffer.set(column.type, at: fields[1])
            buffer.addText(column.name, for: fields[0])
        }
        let (crs, parts) = buffer.addTable([4, 4])
        buffer.point(fields[10], to: crs)
        buffer.set(Int32(epsg), at: parts[1])
        buffer.addText("EPSG", for: parts[0])
        buffer.addText(title, for: fields[11])
        buffer.align(8)
        buffer.set(UInt32(buffer.place - 4), at: 0)
        return [0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62, 0x01] + buffer.bytes
    }
}
