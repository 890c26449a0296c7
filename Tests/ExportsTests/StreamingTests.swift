import Exports
import Foundation
import Schemas
import Tables
import Testing

@Suite struct StreamingTests {
    private let schema: Schema
    private let table: CleanTable

    init() throws {
        let document = #"""
            {"name": "a", "title": "A", "fields": [
                {"name": "uid", "gabarit": {"meaning": "uid"}}, {"name": "nom", "gabarit": {"meaning": "name"}},
                {"name": "n", "type": "integer"},
                {"name": "lon", "type": "number", "gabarit": {"meaning": "longitude"}},
                {"name": "lat", "type": "number", "gabarit": {"meaning": "latitude"}}]}
            """#
        schema = try JSONDecoder().decode(Schema.self, from: Data(document.utf8))
        let rows = (0..<100).map { ["A-\($0)", $0 % 3 == 0 ? "" : "nom \($0 % 7)", "\($0)", "4.\($0)", "45.5"] }
        table = CleanTable(
            fields: ["uid", "nom", "n", "lon", "lat"],
            columns: (0..<5).map { column in Cells(rows.map { Value($0[column]) }) }, rowNumbers: Array(0..<100))
    }

    private func data(_ export: any Export, _ batches: RowBatches) throws -> Data {
        var data = Data()
        try export.write(batches, schema: schema, options: ExportOptions()) { data.append(contentsOf: $0) }
        return data
    }

    @Test(arguments: ["csv", "excel.csv", "json", "jsonl", "geojson", "kml"])
    func batchesOfAnySizeMakeTheSameBytes(format: String) throws {
        let export = try #require(Formats.named(format))
        let whole = try data(export, RowBatches(table))
        for size in [1, 7, 99] {
            var place = 0
            let batches = RowBatches(fields: table.fields) {
                guard place < 100 else { return nil }
                let rows = Array(place..<min(place + size, 100))
                place += size
                return CleanTable(
                    fields: table.fields, columns: table.columns.map { $0.keeping(rows: rows) }, rowNumbers: rows)
            }
            #expect(try data(export, batches) == whole)
        }
        #expect(try data(export, RowBatches(table, rows: Array(0..<100))) == whole)
    }

    @Test func someRowsAreWrittenInTheOrderAsked() throws {
        let text = String(decoding: try data(CSVExport(), RowBatches(table, rows: [5, 2])), as: UTF8.self)
        #expect(text == "uid,nom,n,lon,lat\nA-5,nom 5,5,4.5,45.5\nA-2,nom 2,2,4.2,45.5\n")
    }

    @Test func aSourceThatFailsEndsTheFile() {
        struct Broken: Error {}
        let batches = RowBatches(fields: ["uid"]) { throw Broken() }
        for export in Formats.offered(for: schema, hasPositions: true) {
            #expect(throws: Broken.self, "\(export.fileExtension)") { _ = try data(export, batches) }
        }
    }

    @Test func aFileWithoutABatchHasItsHeader() throws {
        let batches = RowBatches(fields: ["uid", "n"]) { nil }
        #expect(try data(CSVExport(), batches) == Data("uid,n\n".utf8))
        let empty = try data(JSONExport(), batches)
        let object = try #require(JSONSerialization.jsonObject(with: empty) as? [String: Any])
        #expect(object["count"] as? Int == 0)
    }
}
