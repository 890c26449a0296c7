import Catalog
import Tables

extension TextReader {
    /// A shape in well-known text, of which the first word is taken; nil where the word begins no shape.
    mutating func shape(_ word: String) throws(QueryError) -> FilterExpression? {
        guard Self.shapeWords.contains(word) else { return nil }
        let start = position
        if word != "bbox", let dimension = nextWord(), ["z", "m", "zm"].contains(dimension) {
            _ = take(word: dimension)
        }
        guard next() == UInt8(ascii: "(") else {
            position = start
            return nil
        }
        if word == "bbox" { return .box(try box()) }
        if word == "geometrycollection" { return .geometryCollection(try collection()) }
        return .geometry(try geometry(word))
    }

    private static let shapeWords: Set<String> = [
        "point", "linestring", "polygon", "multipoint", "multilinestring", "multipolygon", "geometrycollection", "bbox",
    ]

    private mutating func geometry(_ word: String) throws(QueryError) -> Geometry {
        switch word {
        case "point":
            try expect("(")
            let place = try place()
            try expect(")")
            return .point(place)
        case "multipoint":
            return .multiPoint(
                try list { (reader) throws(QueryError) in
                    guard reader.take("(") else { return try reader.place() }
                    let place = try reader.place()
                    try reader.expect(")")
                    return place
                })
        case "linestring": return .lineString(try line())
        case "multilinestring":
            return .multiLineString(try list { (reader) throws(QueryError) in try reader.line() })
        case "polygon": return .polygon(try rings())
        default: return .multiPolygon(try list { (reader) throws(QueryError) in try reader.rings() })
        }
    }

    private mutating func collection() throws(QueryError) -> [Geometry] {
        let parts = try list { (reader) throws(QueryError) in
            try reader.deeper { (reader) throws(QueryError) in try reader.member() }
        }
        return parts.flatMap { $0 }
    }

    /// One shape of a collection, or those of a collection within.
    private mutating func member() throws(QueryError) -> [Geometry] {
        guard let word = nextWord(), Self.shapeWords.contains(word), word != "bbox", take(word: word),
            let shape = try shape(word)
        else { throw unexpected("a shape") }
        switch shape {
        case .geometry(let geometry): return [geometry]
        case .geometryCollection(let parts): return parts
        default: throw unexpected("a shape")
        }
    }

    private mutating func box() throws(QueryError) -> Extent {
        let start = position
        let bounds = try list { (reader) throws(QueryError) in try reader.coordinate() }
        guard let box = Extent(bounds: bounds) else {
            throw QueryError("A box has four bounds, or six with heights; its south is not above its north.", at: start)
        }
        return box
    }

    private mutating func line() throws(QueryError) -> [Coordinate] {
        let start = position
        let places = try list { (reader) throws(QueryError) in try reader.place() }
        guard places.count >= 2 else { throw QueryError("A line has at least two positions.", at: start) }
        return places
    }

    private mutating func rings() throws(QueryError) -> [[Coordinate]] {
        try list { (reader) throws(QueryError) in
            let start = reader.position
            guard let ring = try reader.list({ (reader) throws(QueryError) in try reader.place() }).closedRing else {
                throw QueryError("A ring has at least four positions.", at: start)
            }
            return ring
        }
    }

    /// `(a, b, c)`, of which there is at least one.
    private mutating func list<Item>(
        _ item: (inout TextReader) throws(QueryError) -> Item
    ) throws(QueryError) -> [Item] {
        try expect("(")
        var items: [Item] = []
        repeat { items.append(try item(&self)) } while take(",")
        try expect(")")
        return items
    }

    /// A position: longitude and latitude, then what is not looked at: a height, a measure.
    private mutating func place() throws(QueryError) -> Coordinate {
        let place = Coordinate(longitude: try coordinate(), latitude: try coordinate())
        for _ in 0..<2 {
            guard let byte = next(), byte != UInt8(ascii: ","), byte != UInt8(ascii: ")") else { break }
            _ = try coordinate()
        }
        return place
    }

    private mutating func coordinate() throws(QueryError) -> Double {
        guard let first = next() else { throw unexpected("a coordinate") }
        let start = position
        if first == 0x2B || first == 0x2D { position += 1 }
        guard position < bytes.count, bytes[position].isDigit || bytes[position] == UInt8(ascii: ".") else {
            throw unexpected("a coordinate")
        }
        let number = try number() * (first == 0x2D ? -1 : 1)
        guard number.magnitude <= Coordinate.farthest else { throw QueryError("No coordinate is so large.", at: start) }
        return number
    }
}

extension Coordinate {
    /// No coordinate of any reference system in use is larger. Beyond it, sums and products lose their meaning.
    static let farthest = 1e9
}

extension Extent {
    /// A box from its bounds: west, south, east, north, with the lowest and highest height after two and five.
    init?(bounds: [Double]) {
        switch bounds.count {
        case 4: self.init(west: bounds[0], south: bounds[1], east: bounds[2], north: bounds[3])
        case 6: self.init(west: bounds[0], south: bounds[1], east: bounds[3], north: bounds[4])
        default: return nil
        }
        guard south <= north, bounds.allSatisfy({ $0.magnitude <= Coordinate.farthest }) else { return nil }
    }
}

extension [Coordinate] {
    /// The ring, closed; nil where it is too short to enclose anything.
    var closedRing: [Coordinate]? {
        guard let first else { return nil }
        let ring = last == first ? self : self + [first]
        return ring.count >= 4 ? ring : nil
    }
}
