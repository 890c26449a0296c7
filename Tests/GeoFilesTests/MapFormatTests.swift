import Foundation
import GeoFiles
import Tables
import Testing
import Texts

private let hasGDAL = FileManager.default.isExecutableFile(atPath: "/usr/bin/ogr2ogr")

@Suite("Map files that GDAL reads", .enabled(if: hasGDAL, "GDAL (gdal-bin) is not installed"))
struct MapFormatTests {
    @Test(arguments: [
        ("GPKG", "parcs.gpkg"), ("ESRI Shapefile", "parcs.shp"), ("ESRI Shapefile", "parcs.shz"), ("KML", "parcs.kml"),
        ("LIBKML", "parcs.kmz"), ("MapInfo File", "parcs.tab"), ("MapInfo File", "parcs.mif"),
        ("FlatGeobuf", "parcs.fgb"), ("GML", "parcs.gml"),
    ])
    func everyFormatGivesTheSameTable(driver: String, name: String) throws {
        try withConverted(to: driver, name) { file in
            #expect(GeoFile.recognises(fileAt: file))
            let layers = try GeoFile.read(fileAt: file)
            #expect(layers.count == 1)
            let table = try #require(layers.first?.table)
            #expect(table.rowCount == 2)
            let names = try #require(table.columns.first { $0.header == "nom" || $0.header == "Name" })
            #expect(names.cells[0].text == "Parc de l'Été")
            let numbers = try #require(table.columns.first { $0.header == "places" })
            #expect(numbers.cells[0].text == "12")
            guard case .point(let point)? = table.geometries?[0] else {
                Issue.record("no point: \(String(describing: table.geometries))")
                return
            }
            #expect(abs(point.longitude - 4.85) < 1e-5 && abs(point.latitude - 45.75) < 1e-5)
            #expect(layers[0].findings.isEmpty)
        }
    }

    @Test func lambert93IsConverted() throws {
        try withConverted(to: "GeoJSON", "parcs.geojson", ["-t_srs", "EPSG:2154"]) { file in
            let layer = try #require(GeoFile.read(fileAt: file).first)
            guard case .point(let point)? = layer.table.geometries?[0] else {
                Issue.record("no point")
                return
            }
            #expect(abs(point.longitude - 4.85) < 1e-6 && abs(point.latitude - 45.75) < 1e-6)
        }
    }

    @Test func aShapefileWithoutItsCompanionsIsStillRead() throws {
        try withConverted(to: "ESRI Shapefile", "parcs.shp", ["-t_srs", "EPSG:2154"]) { file in
            let stem = file.deletingPathExtension()
            for ending in ["prj", "shx", "dbf"] {
                try FileManager.default.removeItem(at: stem.appendingPathExtension(ending))
            }
            let layer = try #require(GeoFile.read(fileAt: file).first)
            #expect(layer.table.rowCount == 2)
            #expect(layer.table.geometries == [nil, nil])
            #expect(Set(layer.findings.map(\.rule)) == ["geo-projection", "geo-companion"])
        }
    }

    @Test func windowsAttributesWithoutDeclarationAreUnderstood() throws {
        try withConverted(to: "ESRI Shapefile", "parcs.shp", ["-lco", "ENCODING=CP1252"]) { file in
            try? FileManager.default.removeItem(at: file.deletingPathExtension().appendingPathExtension("cpg"))
            let layer = try #require(GeoFile.read(fileAt: file).first)
            #expect(layer.table.columns[0].cells[0].text == "Parc de l'Été")
        }
        try withConverted(to: "ESRI Shapefile", "parcs.shp", ["-lco", "ENCODING=UTF-8"]) { file in
            try FileManager.default.removeItem(at: file.deletingPathExtension().appendingPathExtension("cpg"))
            let layer = try #require(GeoFile.read(fileAt: file).first)
            #expect(layer.table.columns[0].cells[0].text == "Parc de l'Été")
        }
    }

    @Test func tracksOfAGPSAreLines() throws {
        let gpx = """
            <?xml version="1.0"?><gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">
            <wpt lat="45.75" lon="4.85"><name>Fontaine</name></wpt>
            <trk><name>Sentier</name><trkseg><trkpt lat="45.7" lon="4.8"/><trkpt lat="45.8" lon="4.9"/></trkseg></trk></gpx>
            """
        try withFile(Data(gpx.utf8), "sortie.gpx") { file in
            let layers = try GeoFile.read(fileAt: file)
            #expect(layers.map(\.name) == ["waypoints", "tracks"])
            #expect(layers.map { $0.table.columns.map(\.header) } == [["name"], ["name"]])
            #expect(layers[0].table.geometries == [.point(Coordinate(longitude: 4.85, latitude: 45.75))])
        }
    }

    @Test func rubbishIsRefusedWithASentence() throws {
        for head in [Data([0x00, 0x00, 0x27, 0x0A, 1, 2, 3]), Data("SQLite format 3\0".utf8) + Data(count: 100)] {
            try withFile(head, "x.gpkg") { file in
                let fault = #expect(throws: UnreadableFile.self) { try GeoFile.read(fileAt: file) }
                #expect(fault?.text.fr.contains("« x »") == true)
            }
        }
    }

    @Test func aConversionThatTakesTooLongIsStopped() throws {
        try withConverted(to: "GPKG", "parcs.gpkg") { file in
            #expect(throws: UnreadableFile.self) {
                try GeoFile.read(fileAt: file, within: GeoLimits(seconds: 60, memory: 1 << 20, size: 1 << 30))
            }
        }
    }

    private func withConverted(
        to driver: String, _ name: String, _ options: [String] = [], _ body: (URL) throws -> Void
    ) throws {
        let source = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"nom":"Parc de l'Été","places":12},
             "geometry":{"type":"Point","coordinates":[4.85,45.75]}},
            {"type":"Feature","properties":{"nom":"Square","places":3},
             "geometry":{"type":"Point","coordinates":[4.86,45.76]}}]}
            """
        try withFile(Data(source.utf8), "source.geojson") { file in
            let target = file.deletingLastPathComponent().appending(path: name)
            let child = Process()
            child.executableURL = URL(fileURLWithPath: "/usr/bin/ogr2ogr")
            // FlatGeobuf sorts its features by place, unless it is told not to.
            let order = driver == "FlatGeobuf" ? ["-lco", "SPATIAL_INDEX=NO"] : []
            child.arguments = ["-f", driver, "-nln", "parcs"] + order + options + [target.path, file.path]
            child.standardError = FileHandle.nullDevice
            try child.run()
            child.waitUntilExit()
            try body(target)
        }
    }
}
