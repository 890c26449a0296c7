import Foundation
import GeoFiles
import Tables
import Testing

@Suite("GeoJSON as a table")
struct GeoJSONTests {
    @Test func propertiesBecomeColumnsInTheirOrder() throws {
        let layer = try read(
            """
            {"type": "FeatureCollection", "name": "parcs", "features": [
              {"type": "Feature", "geometry": {"type": "Point", "coordinates": [4.85, 45.75, 170.2]},
               "properties": {"nom": "Parc de l'\\u00c9toile", "surface": 85000.0, "ouvert": true, "code": "069"}},
              {"properties": {"nom": null, "zone": {"a": [1, "b c"]}, "surface": 1.0E-7}, "type": "Feature",
               "geometry": null}
            ]}
            """)
        let table = layer.table
        #expect(table.columns.map(\.header) == ["nom", "surface", "ouvert", "code", "zone"])
        #expect(table.columns.map(\.position) == [0, 1, 2, 3, 4])
        #expect(table.rowNumbers == [2, 3])
        #expect(table.row(0) == ["Parc de l'Étoile", "85000", "true", "069", ""])
        #expect(table.row(1) == ["", "0.0000001", "", "", "{\"a\":[1,\"b c\"]}"])
        #expect(table.columns.map { $0.cells[0].kind } == [.text, .number, .boolean, .text, .blank])
        #expect(table.geometries == [.point(Coordinate(longitude: 4.85, latitude: 45.75)), nil])
        #expect(layer.findings.isEmpty)
    }

    @Test(arguments: [
        ("1", "1"), ("1.50", "1.5"), ("-0.0", "0"), ("2.0e3", "2000"), ("12345678901234567890", "12345678901234567890"),
        ("0.10000000000000001", "0.1"), ("4.8500000000000005", "4.8500000000000005"),
        ("6.02E23", "602000000000000000000000"),
        ("-1.5e-3", "-0.0015"), ("21690123800019", "21690123800019"), ("NaN", ""),
    ])
    func numbersKeepTheirDigits(written: String, shown: String) throws {
        let layer = try read(feature(properties: "{\"n\": \(written)}"))
        #expect(layer.table.row(0) == [shown])
    }

    @Test func everyShapeIsRead() throws {
        let ring = "[[0,0],[0,1],[1,1],[0,0]]"
        let square: [Coordinate] = [(0, 0), (0, 1), (1, 1), (0, 0)].map { Coordinate(longitude: $0, latitude: $1) }
        let shapes: [(String, Geometry?)] = [
            ("{\"type\":\"Polygon\",\"coordinates\":[\(ring)]}", .polygon([square])),
            ("{\"coordinates\":[[\(ring)]],\"type\":\"MultiPolygon\"}", .multiPolygon([[square]])),
            ("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0,1],[1,1]]]}", .polygon([square])),
            ("{\"type\":\"LineString\",\"coordinates\":\(ring)}", .lineString(square)),
            ("{\"type\":\"MultiLineString\",\"coordinates\":[\(ring)]}", .multiLineString([square])),
            ("{\"type\":\"MultiPoint\",\"coordinates\":\(ring)}", .multiPoint(square)),
            ("{\"type\":\"Point\",\"coordinates\":[]}", nil),
            ("{\"type\":\"Point\",\"coordinates\":[\"4\", null]}", nil),
            ("{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[0,0]}]}", nil),
        ]
        for (text, shape) in shapes {
            let layer = try read(feature(geometry: text))
            #expect(layer.table.geometries == [shape], "\(text)")
            #expect(layer.findings.map(\.rule) == (shape == nil ? ["geo-shape"] : []))
        }
    }

    @Test func coordinatesThatAreNoDegreesAreReportedNotGuessed() throws {
        let layer = try read(feature(geometry: "{\"type\":\"Point\",\"coordinates\":[843814.2, 6518396.0]}"))
        #expect(layer.table.geometries == [nil])
        #expect(layer.findings.map(\.rule) == ["geo-projection"])
        #expect(layer.findings[0].rows == [2])
    }

    @Test func sequencesListsAndSingleFeaturesAreRead() throws {
        let one = feature(properties: "{\"a\": 1}")
        #expect(try read(one + "\n" + one + "\n").table.rowCount == 2)
        #expect(try read("\u{1E}" + one + "\n\u{1E}" + one).table.rowCount == 2)
        #expect(try read("[\(one), \(one), \(one)]").table.rowCount == 3)
        #expect(try read("{\"type\":\"Point\",\"coordinates\":[4.8,45.7]}").table.geometries?.count == 1)
        #expect(try read("\u{FEFF}" + one).table.rowCount == 1)
    }

    @Test func identifiersOfFeaturesAreAColumn() throws {
        let layer = try read(
            "[{\"type\":\"Feature\",\"id\":\"par.7\",\"properties\":{\"nom\":\"a\"},\"geometry\":null}]")
        #expect(layer.table.columns.map(\.header) == ["nom", "id"])
        #expect(layer.table.row(0) == ["a", "par.7"])
    }

    @Test func windowsCharactersAreUnderstood() throws {
        var bytes = Data("{\"type\":\"Feature\",\"properties\":{\"nom\":\"Ch".utf8)
        bytes.append(0xE2)
        bytes.append(Data("teau\"},\"geometry\":null}".utf8))
        #expect(try read(bytes).table.row(0) == ["Château"])
    }

    @Test(arguments: [
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\"",
        "{\"features\":[}", "[{\"type\":\"Feature\",\"properties\":{\"a\":tru}}]",
        "{\"type\":\"Topology\",\"objects\":{}}",
        "{\"features\":" + String(repeating: "[", count: 100_000),
    ])
    func brokenTextIsRefusedWithASentence(text: String) {
        #expect(throws: UnreadableFile.self) { try read(text) }
    }

    @Test func onlyMapFilesAreRecognised() throws {
        try withFile(Data("{\"nom\": \"data\", \"version\": 1}".utf8), "a.json") {
            #expect(!GeoFile.recognises(fileAt: $0))
        }
        try withFile(Data("nom;lat;lon\na;1;2\n".utf8), "a.geo.csv") { #expect(!GeoFile.recognises(fileAt: $0)) }
        try withFile(Data(feature().utf8), "a.txt") { #expect(GeoFile.recognises(fileAt: $0)) }
        try withFile(Data("<?xml version='1.0'?><!-- <kml> --><OGRVRTDataSource/>".utf8), "a.kml") {
            #expect(!GeoFile.recognises(fileAt: $0))
        }
    }
}

private func feature(properties: String = "{}", geometry: String = "null") -> String {
    "{\"type\":\"Feature\",\"properties\":\(properties),\"geometry\":\(geometry)}"
}

private func read(_ text: String) throws -> GeoLayer { try read(Data(text.utf8)) }

private func read(_ data: Data) throws -> GeoLayer {
    try withFile(data, "essai.geojson") { try #require(GeoFile.read(fileAt: $0).first) }
}

func withFile<Result>(_ data: Data, _ name: String, _ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    try data.write(to: file)
    return try body(file)
}

extension Table {
    func row(_ row: Int) -> [String] { columns.map { $0.cells[row].text } }
}
