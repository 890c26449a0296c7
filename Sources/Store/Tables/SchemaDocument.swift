import Databases
import Foundation
import Schemas

/// A Table Schema as it was when something was released under it.
struct SchemaDocument {
    let id: Int64
    let schema: Schema
    let json: Data

    /// The document of a number.
    static func numbered(_ id: Int64, in session: any Session) throws -> SchemaDocument {
        let json =
            try session.first("SELECT json FROM schema_document WHERE id = ?", [.integer(id)]) { row in
                row.withBytes(0) { Data($0) }
            } ?? Data()
        return SchemaDocument(id: id, schema: try JSONDecoder().decode(Schema.self, from: json), json: json)
    }

    /// All documents under which anything of a dataset was ever released, by number.
    static func all(of schema: String, in session: any Session) throws -> [Int64: SchemaDocument] {
        let numbers = try session.all(
            "SELECT DISTINCT document FROM release_log WHERE schema_name = ?", [.text(schema)]
        ) { $0.integer(0) }
        var documents: [Int64: SchemaDocument] = [:]
        for number in numbers { documents[number] = try numbered(number, in: session) }
        return documents
    }

    /// The number of a document, which is kept once however often it is used.
    static func keep(_ json: Data, _ schema: Schema, in session: any Session) throws -> SchemaDocument {
        let known = try session.all(
            "SELECT id, json FROM schema_document WHERE name = ? AND version = ?",
            [.text(schema.name), .text(schema.version)]
        ) { row in (row.integer(0), row.withBytes(1) { $0.elementsEqual(json) }) }
        if let same = known.first(where: \.1) { return SchemaDocument(id: same.0, schema: schema, json: json) }
        try session.run(
            "INSERT INTO schema_document (name, version, json) VALUES (?, ?, ?)",
            [.text(schema.name), .text(schema.version), .bytes([UInt8](json))])
        let id = try session.first("SELECT MAX(id) FROM schema_document") { $0.integer(0) } ?? 0
        return SchemaDocument(id: id, schema: schema, json: json)
    }
}
