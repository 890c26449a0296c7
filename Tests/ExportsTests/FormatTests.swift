import Exports
import Foundation
import Schemas
import Tables
import Testing

@Suite struct FormatTests {
    private let schema: Schema
    private let table: CleanTable

    init() throws {
        schema = try JSONDecoder().decode(
            Schema.self,
            from: Data(
                #"""
                {"name": "parcs", "title": "Parcs", "version": "1.0.0", "fields": [
                    {"name": "uid", "gabarit": {"meaning": "uid"}}, {"name": "nom"},
                    {"name": "surface", "type": "number"}, {"name": "annee", "type": "year"},
                    {"name": "eau", "type": "boolean", "trueValues": ["oui"], "falseValues": ["non"]},
                    {"name": "acces", "gabarit": {"separator": "|"}}]}
                """#.utf8))
        let rows = [
            ["PAR-01053-001", "=1+1", "1220.5", "1982", "oui", "piéton|vélo"],
            ["PAR-01053-002", "Parc « d'Or », \"beau\"\nsuite", "-3", "vers 1900", "non", ""],
            ["PAR-01053-003", "+33 ; ici", "", "", "", "piéton"],
        ]
        let ring = [(0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (0.0, 0.0)].map { Coordinate(longitude: $0.0, latitude: $0.1) }
        table = CleanTable(
            fields: ["uid", "nom", "surface", "annee", "eau", "acces"],
            columns: (0..<6).map { column in Cells(rows.map { Value($0[column]) }) }, rowNumbers: [2, 3, 4],
            geometries: [.point(Coordinate(longitude: 4.123456789, latitude: -45.5)), .polygon([ring]), nil])
    }

    private func text(_ export: some Export) throws -> String {
        String(decoding: try export.data(table, schema: schema), as: UTF8.self)
    }

    @Test func canonicalCSVIsPlain() throws {
        #expect(
            try text(CSVExport()) == """
                uid,nom,surface,annee,eau,acces
                PAR-01053-001,=1+1,1220.5,1982,oui,piéton|vélo
                PAR-01053-002,"Parc « d'Or », ""beau""
                suite",-3,vers 1900,non,
                PAR-01053-003,+33 ; ici,,,,piéton

                """)
    }

    @Test func theCSVForExcelRunsNoFormula() throws {
        #expect(
            try text(ExcelCSVExport())
                == "\u{FEFF}uid;nom;surface;annee;eau;acces\r\n"
                + "PAR-01053-001;'=1+1;1220,5;1982;oui;piéton|vélo\r\n"
                + "PAR-01053-002;\"Parc « d'Or », \"\"beau\"\"\nsuite\";-3;vers 1900;non;\r\n"
                + "PAR-01053-003;\"'+33 ; ici\";;;;piéton\r\n")
    }

    @Test func geoJSONIsTypedRoundedAndTurnsTheRightWay() throws {
        #expect(
            try text(GeoJSONExport()) == """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","id":"PAR-01053-001","properties":{"uid":"PAR-01053-001","nom":"=1+1",\
                "surface":1220.5,"annee":1982,"eau":true,"acces":["piéton","vélo"]},\
                "geometry":{"type":"Point","coordinates":[4.1234568,-45.5]}},
                {"type":"Feature","id":"PAR-01053-002","properties":{"uid":"PAR-01053-002",\
                "nom":"Parc « d'Or », \\"beau\\"\\nsuite","surface":-3,"annee":"vers 1900","eau":false,"acces":null},\
                "geometry":{"type":"Polygon","coordinates":[[[0,0],[1,1],[0,1],[0,0]]]}},
                {"type":"Feature","id":"PAR-01053-003","properties":{"uid":"PAR-01053-003","nom":"+33 ; ici",\
                "surface":null,"annee":null,"eau":null,"acces":["piéton"]},"geometry":null}
                ]}

                """)
    }

    @Test func jsonSaysWhatItIs() throws {
        let object = try #require(
            JSONSerialization.jsonObject(with: try JSONExport().data(table, schema: schema)) as? [String: Any])
        #expect(object["count"] as? Int == 3)
        #expect(Set(object.keys) == ["schema", "count", "rows"])
        #expect((object["schema"] as? [String: String])?["name"] == "parcs")
        let rows = try #require(object["rows"] as? [[String: Any]])
        #expect(rows[0]["surface"] as? Double == 1220.5)
        #expect(rows[0]["eau"] as? Bool == true)
        #expect(rows[2]["eau"] is NSNull)
    }

    @Test func aWorkbookIsAZipArchiveWithoutFormulas() throws {
        let data = try XLSXExport().data(table, schema: schema)
        #expect(data.starts(with: [0x50, 0x4B]))
        #expect(data.count > 2000)
    }

    @Test func everyFormatWritesAnEmptyTable() throws {
        let empty = CleanTable(fields: ["uid"], columns: [Cells()], rowNumbers: [])
        for export in Formats.offered(for: schema, hasPositions: true) {
            let data = try export.data(empty, schema: schema)
            #expect(data.isEmpty == (export.fileExtension == "jsonl"), "\(export.fileExtension)")
        }
        #expect(Set(Formats.all.map(\.fileExtension)).count == Formats.all.count)
    }

    @Test func jsonLinesAreTheRowsOfTheJSON() throws {
        let lines = try text(JSONLinesExport()).split(separator: "\n")
        #expect(lines.count == 3)
        #expect(
            lines[2]
                == """
                {"uid":"PAR-01053-003","nom":"+33 ; ici","surface":null,"annee":null,"eau":null,"acces":["piéton"]}
                """)
    }

    @Test func aRowOfWhichNothingIsKnownIsNoLineOfTheCSV() throws {
        let rows = [["a", ""], ["", ""], ["b", "c"], ["", ""]]
        let table = CleanTable(
            fields: ["x", "y"], columns: (0..<2).map { column in Cells(rows.map { Value($0[column]) }) },
            rowNumbers: [2, 3, 4, 5])
        #expect(try String(decoding: CSVExport().data(table, schema: schema), as: UTF8.self) == "x,y\na,\nb,c\n")
        let counted = try CSVExport(keepsBlankRows: true).data(table, schema: schema)
        #expect(String(decoding: counted, as: UTF8.self) == "x,y\na,\n,\nb,c\n,\n")
    }

    @Test func theOnlyCellOfARowSaysThatItIsThere() throws {
        let table = CleanTable(
            fields: ["x"], columns: [Cells(["a", "", "b"].map { Value($0) })], rowNumbers: [2, 3, 4])
        let counted = try CSVExport(keepsBlankRows: true).data(table, schema: schema)
        #expect(String(decoding: counted, as: UTF8.self) == "x\na\n\"\"\nb\n")
        #expect(try String(decoding: CSVExport().data(table, schema: schema), as: UTF8.self) == "x\na\nb\n")
    }

    @Test func aFileIsReplacedWhole() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("gabarit-\(UUID()).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data("old".utf8).write(to: file)
        try CSVExport().write(table, schema: schema, to: file)
        #expect(try Data(contentsOf: file) == CSVExport().data(table, schema: schema))
    }

    @Test func aHundredThousandRowsAreWrittenInPieces() throws {
        let rows = 100_000
        let column = Cells((0..<rows).map { Value("valeur \($0 % 1000)") })
        let large = CleanTable(
            fields: ["a", "b"], columns: [column, column], rowNumbers: Array(0..<rows))
        var (pieces, largest) = (0, 0)
        try CSVExport().write(large, schema: schema) {
            pieces += 1
            largest = max(largest, $0.count)
        }
        #expect(pieces > 10)
        #expect(largest < 128 << 10)
    }
}
