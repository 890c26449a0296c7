import Catalog
import Tables

extension CQL2 {
    /// An expression as CQL2 text, which reads back as the same expression.
    public static func text(of expression: FilterExpression) -> String {
        var writing = TextWriting()
        writing.write(expression, within: .disjunction)
        return writing.text
    }
}

/// Writes CQL2 text with no more brackets than it needs.
struct TextWriting {
    private(set) var text = ""

    /// How tightly an operator binds.
    enum Level: Int, Comparable {
        case disjunction, conjunction, negation, comparison, sum, product, power, value

        static func < (one: Level, other: Level) -> Bool { one.rawValue < other.rawValue }
        /// What binds more tightly.
        var tighter: Level { Level(rawValue: rawValue + 1) ?? .value }
    }

    mutating func write(_ expression: FilterExpression, within level: Level) {
        switch expression {
        case .property(let name): text += Self.isName(name) ? name : "\"" + name.replacing("\"", with: "\"\"") + "\""
        case .text(let value): quote(value)
        case .number(let number):
            // Without the brackets, the minus would be read as an operator of what follows.
            if number.sign == .minus, level > .sum {
                text += "(\(Self.written(number)))"
            } else {
                text += Self.written(number)
            }
        case .boolean(let truth): text += truth ? "TRUE" : "FALSE"
        case .null: text += "NULL"
        case .date(let date): text += "DATE('\(date)')"
        case .timestamp(let instant): text += "TIMESTAMP('\(instant)')"
        case .interval(let start, let end):
            text += "INTERVAL("
            writeEnd(start)
            text += ", "
            writeEnd(end)
            text += ")"
        case .geometry(let geometry): write(geometry)
        case .geometryCollection(let parts):
            text += "GEOMETRYCOLLECTION"
            writeList(parts) { $0.write($1) }
        case .box(let box):
            text += "BBOX"
            writeList([box.west, box.south, box.east, box.north]) { $0.text += Self.written($1) }
        case .array(let items): writeList(items) { $0.write($1, within: .disjunction) }
        case .call(let name, let arguments): write(name, arguments, within: level)
        }
    }

    private mutating func write(_ name: String, _ arguments: [FilterExpression], within level: Level) {
        guard let own = Self.level(of: name, arguments) else {
            text += CQL2.operators[name.lowercased()].map { $0.uppercased() } ?? name
            writeList(arguments) { $0.write($1, within: .disjunction) }
            return
        }
        if own < level { text += "(" }
        switch own {
        case .disjunction, .conjunction:
            for (place, part) in arguments.enumerated() {
                if place > 0 { text += own == .disjunction ? " OR " : " AND " }
                write(part, within: own.tighter)
            }
        case .negation:
            text += "NOT "
            write(arguments[0], within: own)
        case .comparison: writeComparison(name, arguments)
        default:
            write(arguments[0], within: own)
            text += " \(name == "div" ? "DIV" : name) "
            write(arguments[1], within: own.tighter)
        }
        if own < level { text += ")" }
    }

    private mutating func writeComparison(_ name: String, _ arguments: [FilterExpression]) {
        write(arguments[0], within: .sum)
        switch name {
        case "isNull": text += " IS NULL"
        case "between":
            text += " BETWEEN "
            write(arguments[1], within: .sum)
            text += " AND "
            write(arguments[2], within: .sum)
        default:
            text += " \(name == "like" || name == "in" ? name.uppercased() : name) "
            write(arguments[1], within: .sum)
        }
    }

    /// The level of what is written between its arguments; nil for what is written as a function.
    private static func level(of name: String, _ arguments: [FilterExpression]) -> Level? {
        switch (name, arguments.count) {
        case ("or", 2...): .disjunction
        case ("and", 2...): .conjunction
        case ("not", 1): .negation
        case ("=", 2), ("<>", 2), ("<", 2), (">", 2), ("<=", 2), (">=", 2), ("like", 2), ("between", 3),
            ("isNull", 1):
            .comparison
        case ("in", 2): if case .array = arguments[1] { .comparison } else { nil }
        case ("+", 2), ("-", 2): .sum
        case ("*", 2), ("/", 2), ("%", 2), ("div", 2): .product
        case ("^", 2): .power
        default: nil
        }
    }

    private mutating func writeEnd(_ end: FilterExpression) {
        switch end {
        case .date(let text), .timestamp(let text), .text(let text): quote(text)
        default: write(end, within: .sum)
        }
    }

    private mutating func quote(_ value: String) { text += "'" + Self.escaped(value) + "'" }

    /// A backslash before a quotation mark would be read as its escape, so that the mark is written in the other way.
    private static func escaped(_ value: String) -> String { value.replacing("'", with: "''") }

    static func written(_ number: Double) -> String {
        number == number.rounded() && number.magnitude < 1e15 ? String(Int64(number)) : "\(number)"
    }

    private static func isName(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, first.startsName else { return false }
        return name.unicodeScalars.allSatisfy(\.continuesName)
            && !["and", "or", "not", "null", "true", "false", "is", "in", "like", "between", "div"].contains(
                name.lowercased())
    }

    private mutating func writeList<Item>(_ items: [Item], _ write: (inout TextWriting, Item) -> Void) {
        text += "("
        for (place, item) in items.enumerated() {
            if place > 0 { text += ", " }
            write(&self, item)
        }
        text += ")"
    }
}

extension TextWriting {
    private mutating func write(_ geometry: Geometry) {
        text += geometry.typeName.uppercased()
        switch geometry {
        case .point(let place): writeList([place]) { $0.write($1) }
        case .multiPoint(let places): writeList(places) { $0.writeList([$1]) { $0.write($1) } }
        case .lineString(let places): write(places)
        case .multiLineString(let lines), .polygon(let lines): writeList(lines) { $0.write($1) }
        case .multiPolygon(let polygons): writeList(polygons) { $0.writeList($1) { $0.write($1) } }
        }
    }

    private mutating func write(_ places: [Coordinate]) { writeList(places) { $0.write($1) } }

    private mutating func write(_ place: Coordinate) {
        text += Self.written(place.longitude) + " " + Self.written(place.latitude)
    }
}
