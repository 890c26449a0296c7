import Catalog
import Editions
import Markup
public import Schemas
import Tables
public import Texts

/// KML 2.2 (OGC 07-147r2), always in WGS 84: one placemark a row, its fields typed in `ExtendedData`. A row whose place
/// is unknown is a placemark without a shape.
///
/// A number that the types of KML do not hold makes its field text, as in other map files; what is seen of the first rows
/// decides, since the types stand before all rows. Truth is 1 and 0: GDAL takes `true` for 0.
public struct KMLExport: Export {
    public let fileExtension = "kml"
    public let mediaType = "application/vnd.google-earth.kml+xml; charset=utf-8"
    public let title = Text(verbatim: "KML")
    public let purpose = Text(fr: "Pour Google Earth et les GPS.", en: "For Google Earth and GPS devices.")

    public init() {}

    public func isOffered(for schema: Schema, hasPositions: Bool) -> Bool { hasPositions }

    public func write(
        _ batches: RowBatches, schema: Schema, options: ExportOptions,
        to output: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        var pieces = Pieces()
        var next = try batches.next()
        writeHead(batches.fields, schema, first: next, to: &pieces)
        while let batch = next {
            let placemarks = Placemarks(batch, schema: schema)
            for row in 0..<batch.rowCount {
                placemarks.write(row, to: &pieces)
                try pieces.flush(to: output)
            }
            next = try batches.next()
        }
        pieces.write("</Folder></Document></kml>\n")
        try pieces.flush(to: output, ifAbove: 0)
    }

    private func writeHead(_ fields: [String], _ schema: Schema, first: CleanTable?, to pieces: inout Pieces) {
        pieces.write(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <kml xmlns="http://www.opengis.net/kml/2.2"><Document id="root_doc"><name>
            """)
        pieces.write(XMLText.escaped(schema.title).utf8)
        pieces.write("</name>\n<Schema name=\"")
        pieces.write(XMLText.escaped(schema.name).utf8)
        pieces.write("\" id=\"rows\">")
        for (column, name) in fields.enumerated() {
            pieces.write("\n<SimpleField name=\"")
            pieces.write(XMLText.escaped(name).utf8)
            pieces.write("\" type=\"")
            pieces.write(type(of: schema.field(name), first?.columns[column]))
            pieces.write("\"/>")
        }
        pieces.write("\n</Schema>\n<Folder><name>")
        pieces.write(XMLText.escaped(schema.name).utf8)
        pieces.write("</name>\n")
    }

    private func type(of field: Field?, _ cells: Cells?) -> StaticString {
        var facts = ColumnFacts(field)
        for code in 0..<(cells?.distinctCount ?? 0) { cells?.withBytes(of: code) { facts.look(at: $0) } }
        return switch facts.kind {
        case .real: "double"
        case .integer: facts.whole < 10 ? "int" : "string"
        case .boolean: "bool"
        case .text, .date, .moment: "string"
        }
    }

    /// The rows of one batch.
    private struct Placemarks {
        private let names: WrittenCells?
        private let cells: [WrittenCells]
        private let shapes: [Geometry?]

        init(_ batch: CleanTable, schema: Schema) {
            shapes = Positions(batch, schema: schema).all
            let named = [Field.Meaning.name, .uid].lazy.compactMap { schema.field(meaning: $0)?.name }
            names = named.compactMap { batch.fields.firstIndex(of: $0) }.first.map { column in
                WrittenCells(batch.columns[column]) { value, bytes in
                    guard !value.isEmpty else { return }
                    bytes += Array("<name>".utf8)
                    XMLText.write(value, to: &bytes)
                    bytes += Array("</name>".utf8)
                }
            }
            cells = batch.fields.indices.map { column in
                let field = schema.field(batch.fields[column])
                let tag =
                    Array("<SimpleData name=\"".utf8) + Array(XMLText.escaped(batch.fields[column]).utf8)
                    + Array("\">".utf8)
                return WrittenCells(batch.columns[column]) { value, bytes in
                    guard !value.isEmpty else { return }
                    bytes += tag
                    Self.write(value, of: field, to: &bytes)
                    bytes += Array("</SimpleData>".utf8)
                }
            }
        }

        func write(_ row: Int, to pieces: inout Pieces) {
            pieces.write("<Placemark>")
            names?.write(row, to: &pieces.bytes)
            pieces.write("<ExtendedData><SchemaData schemaUrl=\"#rows\">")
            for column in cells { column.write(row, to: &pieces.bytes) }
            pieces.write("</SchemaData></ExtendedData>")
            if let shape = shapes[row] { KMLShape.write(shape.wound, to: &pieces) }
            pieces.write("</Placemark>\n")
        }

        /// A value; what says neither yes nor no stays as it is.
        private static func write(
            _ value: UnsafeBufferPointer<UInt8>, of field: Field?, to bytes: inout [UInt8]
        ) {
            if let field, field.type == .boolean, !field.isList, let truth = ColumnFacts(field).truth(of: value) {
                bytes.append(truth ? 0x31 : 0x30)
            } else {
                XMLText.write(value, to: &bytes)
            }
        }
    }
}
