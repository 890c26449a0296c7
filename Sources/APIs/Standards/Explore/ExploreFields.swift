import Catalog
import Editions
import Schemas
import Tables

/// The fields of a dataset as Opendatasoft describes them.
struct ExploreField: Sendable {
    var name: String
    var label: String
    /// `null` where nothing is said.
    var description: String?
    /// A type of Opendatasoft: `text`, `int`, `double`, `date`, `datetime`, `boolean`, `geo_point_2d`, `geo_shape`…
    var type: String
    var annotations: [(name: String, values: [String])] = []

    /// The field in the description of a dataset.
    var json: JSON {
        [
            "label": .text(label), "type": .text(type),
            "annotations": .object(
                annotations.map { JSON.Member(name: $0.name, value: .array($0.values.map(JSON.text))) }),
            "name": .text(name), "description": .optional(description),
        ]
    }

    init(_ field: Field) {
        name = field.name
        label = field.title
        description = field.description.isEmpty ? nil : field.description
        type = field.exploreType
        if field.meaning == .uid { annotations.append(("id", [])) }
        if field.isFacet {
            annotations.append(("facet", []))
            annotations.append(("disjunctive", []))
        }
        if ["int", "double", "date", "datetime"].contains(type) { annotations.append(("sortable", [])) }
        if let separator = field.separator { annotations.append(("multivalued", [separator])) }
        if type == "date" || type == "datetime" {
            annotations.append(("timeserie_precision", [type == "date" ? "day" : "minute"]))
        }
        if let unit = field.unit { annotations.append(("unit", [unit])) }
    }

    private init(geo name: String, _ label: String) {
        (self.name, self.label, type) = (name, label, name)
    }

    /// Where a row is; added where rows have a place and the schema has no field of that name.
    static let point = ExploreField(geo: "geo_point_2d", "Geo Point")
    /// The shape of a row, where shapes are more than points.
    static let shape = ExploreField(geo: "geo_shape", "Geo Shape")
}

extension Field {
    /// The type that Opendatasoft gives to such a field.
    var exploreType: String {
        if isList { return "text" }
        switch type {
        case .integer, .year: return "int"
        case .number: return "double"
        case .boolean: return "boolean"
        case .date: return "date"
        case .datetime: return "datetime"
        case .object, .array, .geojson: return "json_blob"
        default: return "text"
        }
    }

    /// Whether people choose among its values: there are few, and each is shared by many rows.
    var isFacet: Bool {
        if !codes.isEmpty || isList || constraints.enumeration != nil { return true }
        switch meaning {
        case .communeName, .communeCode, .postcode: return true
        case .some(.uid), .some(.uidNumber), .some(.name), .some(.longitude), .some(.latitude), .some(.openingHours),
            .some(.prose), .some(.address), .some(.fullAddress), .some(.phone), .some(.email), .some(.url):
            return false
        default: return [.boolean, .date, .datetime, .year].contains(type)
        }
    }
}

/// Where the rows of an edition are, as Opendatasoft writes it. It is kept with the edition.
struct ExplorePlaces: Sendable {
    /// Whether rows have a place.
    let hasPoints: Bool
    /// Whether some shapes are more than points.
    let hasShapes: Bool
    /// The coordinates of the rows that have no shape, as JSON numbers; no bytes where there is none.
    private let longitudes: WrittenCells?
    private let latitudes: WrittenCells?

    static func of(_ edition: Edition) -> ExplorePlaces { edition.kept(ExplorePlaces.init) }

    private init(_ edition: Edition) {
        func column(_ meaning: Field.Meaning) -> Int? {
            edition.schema.field(meaning: meaning).flatMap { edition.column(named: $0.name) }
        }
        let (longitude, latitude) = (column(.longitude), column(.latitude))
        longitudes = longitude.map { Self.degrees(edition.table.columns[$0], within: 180) }
        latitudes = latitude.map { Self.degrees(edition.table.columns[$0], within: 90) }
        let geometries = edition.table.geometries
        let isFree = edition.column(named: "geo_point_2d") == nil
        hasPoints = isFree && (longitude != nil && latitude != nil || geometries.contains { $0 != nil })
        hasShapes =
            edition.column(named: "geo_shape") == nil
            && geometries.contains { shape in
                switch shape {
                case nil, .point: false
                default: true
                }
            }
    }

    /// `{"lon":4.8,"lat":45.7}`, or `null`.
    func writePoint(_ row: Int, of edition: Edition, to bytes: inout [UInt8]) {
        if edition.table.geometries[row] == nil, let longitudes, let latitudes {
            let start = bytes.count
            bytes.append(contentsOf: "{\"lon\":".utf8)
            let east = bytes.count
            longitudes.write(row, to: &bytes)
            let isPlaced = bytes.count > east
            bytes.append(contentsOf: ",\"lat\":".utf8)
            let north = bytes.count
            latitudes.write(row, to: &bytes)
            if isPlaced, bytes.count > north { return bytes.append(0x7D) }
            bytes.removeSubrange(start...)
            return bytes.append(contentsOf: "null".utf8)
        }
        guard let point = edition.table.geometries[row]?.pointOnSurface else {
            return bytes.append(contentsOf: "null".utf8)
        }
        JSON.object([
            JSON.Member(name: "lon", value: .number(point.longitude)),
            JSON.Member(name: "lat", value: .number(point.latitude)),
        ]).write(to: &bytes)
    }

    /// `45.7, 4.8`, or nothing.
    func writePointInWords(_ row: Int, of edition: Edition, to bytes: inout [UInt8]) {
        if edition.table.geometries[row] == nil, let longitudes, let latitudes {
            guard !longitudes.isEmpty(row), !latitudes.isEmpty(row) else { return }
            latitudes.write(row, to: &bytes)
            bytes.append(contentsOf: ", ".utf8)
            return longitudes.write(row, to: &bytes)
        }
        guard let point = edition.table.geometries[row]?.pointOnSurface else { return }
        bytes.append(contentsOf: "\(point.latitude), \(point.longitude)".utf8)
    }

    /// Numbers as JSON has them, whatever else `Double` reads (`+4.8`, `04.8`); nothing for what is no degree.
    private static func degrees(_ cells: Cells, within limit: Double) -> WrittenCells {
        WrittenCells(cells) { text, bytes in
            guard let number = Double(String(decoding: text, as: UTF8.self)), abs(number) <= limit else { return }
            if JSONText.isNumber(text) { return bytes.append(contentsOf: text) }
            JSON.number(number).write(to: &bytes)
        }
    }

    /// A GeoJSON feature, or `null`.
    func writeShape(_ row: Int, of edition: Edition, to bytes: inout [UInt8]) {
        guard let shape = edition.positions[row] else { return bytes.append(contentsOf: "null".utf8) }
        bytes.append(contentsOf: "{\"type\":\"Feature\",\"geometry\":".utf8)
        bytes.append(contentsOf: shape.geoJSON.utf8)
        bytes.append(contentsOf: ",\"properties\":{}}".utf8)
    }
}

extension Edition {
    /// Where the column of a field stands.
    func column(named name: String) -> Int? { table.fields.firstIndex(of: name) }

    /// The fields as Opendatasoft describes them, places included.
    var exploreFields: [ExploreField] {
        let places = ExplorePlaces.of(self)
        return table.fields.compactMap { schema.field($0) }.map(ExploreField.init)
            + (places.hasPoints ? [.point] : []) + (places.hasShapes ? [.shape] : [])
    }
}
