import Tables

/// Shapes as FlatGeobuf writes them (`feature.fbs`).
enum FlatShape {
    /// The number of a kind of shape.
    static func type(of shape: Geometry) -> UInt8 {
        switch shape {
        case .point: 1
        case .lineString: 2
        case .polygon: 3
        case .multiPoint: 4
        case .multiLineString: 5
        case .multiPolygon: 6
        }
    }

    /// Adds the table of a shape; returns where it is.
    static func add(_ shape: Geometry, to buffer: inout FlatBytes) -> Int {
        switch shape {
        case .point(let point): add([[point]], type(of: shape), &buffer)
        case .multiPoint(let points), .lineString(let points): add([points], type(of: shape), &buffer)
        case .polygon(let rings): add(rings, type(of: shape), &buffer)
        case .multiLineString(let lines): add(lines, type(of: shape), &buffer, hasEnds: true)
        case .multiPolygon(let polygons): add(polygons, &buffer)
        }
    }

    /// Fields: ends, xy, z, m, t, tm, type, parts.
    private static func add(
        _ lines: [[Coordinate]], _ type: UInt8, _ buffer: inout FlatBytes, hasEnds: Bool = false
    ) -> Int {
        let hasEnds = hasEnds || lines.count > 1
        let (table, fields) = buffer.addTable([hasEnds ? 4 : 0, 4, 0, 0, 0, 0, 1, 0])
        buffer.set(type, at: fields[6])
        if hasEnds {
            var end: UInt32 = 0
            let ends = lines.map { line in
                end += UInt32(line.count)
                return end
            }
            buffer.addNumbers(ends, for: fields[0])
        }
        buffer.addDoubles(lines.flatMap { $0.flatMap { [$0.longitude, $0.latitude] } }, for: fields[1])
        return table
    }

    private static func add(_ polygons: [[[Coordinate]]], _ buffer: inout FlatBytes) -> Int {
        let (table, fields) = buffer.addTable([0, 0, 0, 0, 0, 0, 1, 4])
        buffer.set(UInt8(6), at: fields[6])
        let places = buffer.addPlaces(polygons.count, for: fields[7])
        for (place, polygon) in zip(places, polygons) {
            let part = add(.polygon(polygon), to: &buffer)
            buffer.point(place, to: part)
        }
        return table
    }
}
