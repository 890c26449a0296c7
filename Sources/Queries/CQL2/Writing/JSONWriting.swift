import Catalog
import Editions
import Tables

extension CQL2 {
    /// An expression as CQL2 JSON, which reads back as the same expression.
    public static func json(of expression: FilterExpression) -> [UInt8] {
        var writing = JSONWriting()
        writing.write(expression)
        return writing.bytes
    }
}

/// Writes CQL2 JSON.
struct JSONWriting {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ expression: FilterExpression) {
        switch expression {
        case .property(let name): writeObject("property") { $0.write(text: name) }
        case .text(let value): write(text: value)
        case .number(let number): write("\(TextWriting.written(number))")
        case .boolean(let truth): write(truth ? "true" : "false")
        case .null: write("null")
        case .date(let date): writeObject("date") { $0.write(text: date) }
        case .timestamp(let instant): writeObject("timestamp") { $0.write(text: instant) }
        case .interval(let start, let end):
            writeObject("interval") { $0.writeList([start, end]) { $0.writeEnd($1) } }
        case .geometry(let geometry): write(geometry)
        case .geometryCollection(let parts):
            write("{\"type\":\"GeometryCollection\",\"geometries\":")
            writeList(parts) { $0.write($1) }
            write("}")
        case .box(let box):
            writeObject("bbox") {
                $0.writeList([box.west, box.south, box.east, box.north]) { $0.write(TextWriting.written($1)) }
            }
        case .array(let items): writeList(items) { $0.write($1) }
        case .call(let name, let arguments):
            write("{\"op\":")
            write(text: name)
            write(",\"args\":")
            writeList(arguments) { $0.write($1) }
            write("}")
        }
    }

    private mutating func writeEnd(_ end: FilterExpression) {
        switch end {
        case .date(let text), .timestamp(let text), .text(let text): write(text: text)
        default: write(end)
        }
    }

    private mutating func write(_ geometry: Geometry) {
        write("{\"type\":\"\(geometry.typeName)\",\"coordinates\":")
        switch geometry {
        case .point(let place): write(place)
        case .multiPoint(let places), .lineString(let places): writeList(places) { $0.write($1) }
        case .multiLineString(let lines), .polygon(let lines): writeList(lines) { $0.writeList($1) { $0.write($1) } }
        case .multiPolygon(let polygons):
            writeList(polygons) { $0.writeList($1) { $0.writeList($1) { $0.write($1) } } }
        }
        write("}")
    }

    private mutating func write(_ place: Coordinate) {
        writeList([place.longitude, place.latitude]) { $0.write(TextWriting.written($1)) }
    }

    private mutating func write(_ plain: String) { bytes.append(contentsOf: plain.utf8) }

    private mutating func write(text: String) { bytes.append(contentsOf: JSONText.string(text)) }

    private mutating func writeObject(_ name: String, _ value: (inout JSONWriting) -> Void) {
        write("{\"\(name)\":")
        value(&self)
        write("}")
    }

    private mutating func writeList<Item>(_ items: [Item], _ write: (inout JSONWriting, Item) -> Void) {
        self.write("[")
        for (place, item) in items.enumerated() {
            if place > 0 { self.write(",") }
            write(&self, item)
        }
        self.write("]")
    }
}
