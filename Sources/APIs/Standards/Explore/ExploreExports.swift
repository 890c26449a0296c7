import Catalog
import Editions
import Exports
import Foundation
import Queries
import Schemas
import Tables

/// Records as files: CSV, JSON, JSON Lines and GeoJSON as Opendatasoft writes them, the others as the site does.
extension ExploreRecords {
    /// The formats that the site writes, by the names of Opendatasoft.
    private static let siteFormats = [
        "xlsx": "xlsx", "ods": "ods", "shp": "shp.zip", "kml": "kml", "gpkg": "gpkg", "fgb": "fgb",
    ]

    /// The names of all formats.
    static let allFormats = ["csv", "json", "jsonl", "geojson"] + siteFormats.keys.sorted()

    /// The names of the formats of a dataset of which only the sheet is known.
    static func formats(of record: DatasetRecord) -> [String] {
        let offered = Set(Formats.published(record, site: "").map(\.fileExtension))
        return allFormats.filter { siteFormats[$0].map(offered.contains) ?? true }
    }

    /// The names of the formats in which these records can be had from this machine.
    private var formats: [String] {
        let offered = Set(Formats.offered(for: edition).map(\.fileExtension))
        return Self.allFormats.filter { format in Self.siteFormats[format].map(offered.contains) ?? true }
    }

    /// `/exports`
    func exports() -> APIResponse {
        let links = formats.map { (rel: $0, href: "\(address)/exports/\($0)") }
        return .bytes(
            ExploreAPI.links([("self", "\(address)/exports"), ("dataset", address)] + links).bytes, ExploreAPI.json)
    }

    /// `/exports/{format}`
    func export(_ format: String) throws(ExploreError) -> APIResponse {
        let formats = formats
        guard formats.contains(format) else {
            throw .parameter("format", format, expected: "one of \(formats.joined(separator: ", "))")
        }
        let question = try ExploreQuestion(request, size: .file, now: now)
        _ = try ExploreCSV(request)
        let headers = [(name: "Content-Disposition", value: "attachment; filename=\"\(edition.name).\(format)\"")]
        if question.isGrouped {
            let groups = try ExploreGroups(edition, question).rows()
            return try Self.file(groups, format, request, headers)
        }
        let rows = try Self.selection(question, of: edition).rows
        guard let site = Self.siteFormats[format].flatMap(Formats.named) else {
            return try own(format, question, rows, headers)
        }
        let file = try ExploreFile(edition, question, rows: rows)
        return APIResponse(
            mediaType: site.mediaType, headers: headers,
            body: .stream { write in try site.write(file.table, schema: file.schema, to: write) })
    }

    /// A format that is written here.
    private func own(
        _ format: String, _ question: ExploreQuestion, _ rows: [Int], _ headers: [(name: String, value: String)]
    ) throws(ExploreError) -> APIResponse {
        let writer = try ExploreRows(edition, question, rows: rows)
        switch format {
        case "csv":
            let csv = try ExploreCSV(request)
            return APIResponse(
                mediaType: ExploreCSV.mediaType, headers: headers,
                body: .stream { write in try csv.write(writer, rows, to: write) })
        case "geojson":
            return APIResponse(
                mediaType: "application/geo+json; charset=utf-8", headers: headers,
                body: .stream { write in
                    try Self.write(
                        rows, "{\"type\":\"FeatureCollection\",\"features\":[\n", ",\n", "\n]}\n", to: write
                    ) { row, place, bytes in writer.writeFeature(row, at: place, to: &bytes) }
                })
        default:
            let isLines = format == "jsonl"
            return APIResponse(
                mediaType: isLines ? "application/jsonl; charset=utf-8" : ExploreAPI.json, headers: headers,
                body: .stream { write in
                    try Self.write(
                        rows, isLines ? "" : "[\n", isLines ? "\n" : ",\n",
                        isLines ? (rows.isEmpty ? "" : "\n") : "\n]\n",
                        to: write
                    ) { row, place, bytes in writer.write(row, at: place, to: &bytes) }
                })
        }
    }

    /// Writes rows in pieces of 64 KiB.
    private static func write(
        _ rows: [Int], _ head: String, _ between: String, _ tail: String,
        to output: (UnsafeRawBufferPointer) throws -> Void,
        row: (_ row: Int, _ place: Int, _ bytes: inout [UInt8]) -> Void
    ) throws {
        var bytes = Array(head.utf8)
        for (place, number) in rows.enumerated() {
            if place > 0 { bytes += between.utf8 }
            row(number, place, &bytes)
            if bytes.count > 64 << 10 {
                try bytes.withUnsafeBytes(output)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        bytes += tail.utf8
        try bytes.withUnsafeBytes(output)
    }

    /// Objects as a file: groups, datasets.
    static func file(
        _ objects: [[JSON.Member]], _ format: String, _ request: APIRequest,
        _ headers: [(name: String, value: String)]
    ) throws(ExploreError) -> APIResponse {
        switch format {
        case "csv":
            return .bytes(try ExploreCSV(request).bytes(of: objects), ExploreCSV.mediaType, headers: headers)
        case "json":
            return .bytes(JSON.array(objects.map(JSON.object)).bytes, ExploreAPI.json, headers: headers)
        case "jsonl":
            var bytes: [UInt8] = []
            for object in objects {
                JSON.object(object).write(to: &bytes)
                bytes.append(0x0A)
            }
            return .bytes(bytes, "application/jsonl; charset=utf-8", headers: headers)
        default:
            throw .parameter("format", format, expected: "one of csv, json, jsonl where records are grouped")
        }
    }
}

extension ExploreRows {
    /// Writes a row as a GeoJSON feature.
    func writeFeature(_ row: Int, at place: Int, to bytes: inout [UInt8]) {
        bytes += "{\"type\":\"Feature\",\"geometry\":".utf8
        if let shape = edition.positions[row] { bytes += shape.geoJSON.utf8 } else { bytes += "null".utf8 }
        bytes += ",\"properties\":".utf8
        writeFields(row, at: place, to: &bytes)
        bytes.append(0x7D)
    }
}

/// Some rows and columns of an edition as a table with its schema, for the formats that the site writes.
struct ExploreFile: Sendable {
    let table: CleanTable
    let schema: Schema

    init(_ edition: Edition, _ question: ExploreQuestion, rows: [Int]) throws(ExploreError) {
        var schema = edition.schema
        let members = try ExploreColumns(question, of: edition).members
        var fields: [Field] = []
        var columns: [Cells] = []
        for member in members {
            switch member.source {
            case .column(let column):
                guard var field = schema.field(edition.table.fields[column]) else { continue }
                field.name = member.name
                fields.append(field)
                columns.append(edition.table.columns[column].keeping(rows: rows))
            case .value(let value):
                let values: [QueryValue]
                do { values = try edition.values(of: value, in: rows) } catch { throw .clause("select", error) }
                fields.append(Field(member.name, type: .string))
                columns.append(Cells(values.map { Value($0.plainText) }))
            case .point, .shape: continue
            }
        }
        schema.fields = fields
        self.schema = schema
        table = CleanTable(
            fields: fields.map(\.name), columns: columns, rowNumbers: rows.map { edition.table.rowNumbers[$0] },
            geometries: rows.map { edition.positions[$0] })
    }
}
