import Exports
import Foundation
import GeoFiles
import Schemas
import Tables
import Testing

@Suite(.enabled(if: GDALPrograms.installed != nil, "GDAL (gdal-bin) is not installed"))
struct MapFileTests {
    private let schema: Schema
    private static let fields = ["uid", "nom", "code", "surface", "annee", "eau", "acces", "créé_le"]

    init() throws {
        schema = try JSONDecoder().decode(
            Schema.self,
            from: Data(
                #"""
                {"name": "parcs-été", "title": "Parcs d’été", "version": "1.0.0", "fields": [
                    {"name": "uid", "gabarit": {"meaning": "uid"}}, {"name": "nom", "gabarit": {"meaning": "name"}},
                    {"name": "code"}, {"name": "surface", "type": "number"}, {"name": "annee", "type": "year"},
                    {"name": "eau", "type": "boolean", "trueValues": ["oui"], "falseValues": ["non"]},
                    {"name": "acces", "gabarit": {"separator": "|"}}, {"name": "créé_le", "type": "date"}]}
                """#.utf8))
    }

    private static func place(_ x: Double, _ y: Double) -> Coordinate { Coordinate(longitude: x, latitude: y) }
    private static let ring = [place(4.8, 45.7), place(4.9, 45.7), place(4.9, 45.8), place(4.8, 45.7)]

    private func table(_ shapes: [Geometry?], year: String = "1982") -> CleanTable {
        let rows = shapes.indices.map { row in
            [
                "PAR-\(row)", "Forêt « d’Été », \"n°\(row)\"\n2e ligne", "0\(row)", row == 0 ? "1220.5" : "", year,
                row == 0 ? "oui" : row == 1 ? "non" : "", "piéton|vélo", "2020-02-29",
            ]
        }
        return CleanTable(
            fields: Self.fields,
            columns: Self.fields.indices.map { column in Cells(rows.map { Value($0[column]) }) },
            rowNumbers: Array(shapes.indices), geometries: shapes)
    }

    private func written(
        _ format: String, _ table: CleanTable, projection: Projection? = nil, _ body: (URL) throws -> Void
    ) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "exports-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "a.\(format)")
        let export = try #require(Formats.named(format))
        try export.write(table, schema: schema, options: ExportOptions(projection: projection), to: file)
        try body(file)
    }

    private func column(_ name: String, of layer: GeoLayer) -> [String] {
        guard let cells = layer.table.columns.first(where: { $0.header == name })?.cells else { return [] }
        return (0..<cells.count).map { cells[$0].text }
    }

    /// What `ogrinfo` says of every layer of a file.
    private func described(_ file: URL, prefix: String = "") throws -> String {
        let programs = try #require(GDALPrograms.installed)
        let text = try programs.run(
            "ogrinfo", ["-ro", "-al", prefix + file.path], in: file.deletingLastPathComponent(), limits: .standard,
            settings: ["SHAPE_RESTORE_SHX": "NO"])
        return String(decoding: text, as: UTF8.self)
    }

    @Test(arguments: ["gpkg", "shp.zip", "kml", "fgb"])
    func everyRowComesBackWithItsTextsAndItsShape(format: String) throws {
        let shapes: [Geometry?] = [
            .polygon([Self.ring]), .multiPolygon([[Self.ring]]), nil, .polygon([Self.ring.reversed()]),
        ]
        try written(format, table(shapes)) { file in
            let layers = try GeoFile.read(fileAt: file)
            let layer = try #require(layers.first)
            #expect(layers.count == 1)
            // FlatGeobuf puts what lies together side by side, and what lies nowhere last.
            let order = format == "fgb" ? [0, 1, 3, 2] : [0, 1, 2, 3]
            #expect(column("uid", of: layer) == order.map { "PAR-\($0)" })
            #expect(column("code", of: layer) == order.map { "0\($0)" })
            #expect(column("acces", of: layer) == Array(repeating: "piéton|vélo", count: 4))
            #expect(column("nom", of: layer).first == "Forêt « d’Été », \"n°0\"\n2e ligne")
            #expect(layer.table.geometries?.map { $0 == nil } == order.map { $0 == 2 })
        }
    }

    @Test func aGeoPackageKeepsTheTypesOfTheSchema() throws {
        try written("gpkg", table([.point(Self.place(4.85, 45.75)), nil, nil])) { file in
            let text = try described(file)
            for line in [
                "Layer name: parcs-été", "Geometry: Point", "Feature Count: 3", "code: String", "surface: Real",
                "annee: Integer (0.0)", "eau: Integer(Boolean)", "créé_le: Date", "surface (Real) = 1220.5",
                "eau (Integer(Boolean)) = 1", "eau (Integer(Boolean)) = 0", "eau (Integer(Boolean)) = (null)",
                "surface (Real) = (null)", "POINT (4.85 45.75)",
            ] {
                #expect(text.contains(line), "\(line)")
            }
        }
    }

    /// GDAL reads `true` as 0, and makes the largest integer of 32 bits of a larger one.
    @Test func kmlHoldsTruthAndNumbersAsProgramsReadThem() throws {
        try written("kml", table([.point(Self.place(4.85, 45.75)), nil, nil])) { file in
            let text = try described(file)
            for line in ["eau (Integer) = 1", "eau (Integer) = 0", "annee: Integer (0.0)", "surface (Real) = 1220.5"] {
                #expect(text.contains(line), "\(line)")
            }
        }
        try written("kml", table([nil], year: "9007199254740993")) { file in
            let text = try described(file)
            #expect(text.contains("annee (String) = 9007199254740993"))
        }
    }

    @Test(arguments: [
        ("0.14285714285714285", "Real"), ("12345678901234.25", "Real"), ("0.1428571428571428512", "String"),
    ])
    func aNumberIsKeptAsSuchWhereItComesBack(number: String, type: String) throws {
        var table = table([.point(Self.place(4.85, 45.75)), nil])
        table.columns[3] = Cells([Value(number), Value("-2.5")])
        try written("gpkg", table) { file in
            let text = try described(file)
            #expect(text.contains("surface (\(type)) = \(type == "Real" ? String(number.prefix(16)) : number)"))
        }
    }

    @Test func flatGeobufHoldsShapesOfAllKindsAndFindsThemByPlace() throws {
        let far = Coordinate(longitude: 2.35, latitude: 48.85)
        let shapes: [Geometry?] =
            [
                .polygon([Self.ring, Self.ring.reversed()]), nil, .multiPolygon([[Self.ring], [Self.ring]]),
                .lineString([Self.place(4.8, 45.7), Self.place(4.9, 45.7)]),
                .multiLineString([Self.ring, Self.ring]), .multiPoint([Self.place(4.8, 45.7), Self.place(4.9, 45.7)]),
            ] + Array(repeating: .point(far), count: 300)
        try written("fgb", table(shapes)) { file in
            let text = try described(file)
            for line in [
                "Feature Count: 306", "Layer name: parcs-été", "eau: Integer(Boolean)", "code (String) = 00",
                "annee: Integer (0.0)",
                "créé_le: DateTime", "surface: Real", "surface (Real) = 1220.5", "eau (Integer(Boolean)) = 0",
                "POLYGON ((4.8 45.7,4.9 45.7,4.9 45.8,4.8 45.7),(4.8 45.7,4.9 45.8,4.9 45.7,4.8 45.7))",
                "MULTIPOLYGON (((4.8 45.7,", "LINESTRING (4.8 45.7,4.9 45.7)", "MULTILINESTRING ((4.8 45.7",
                "MULTIPOINT ((4.8 45.7),(4.9 45.7))", "POINT (2.35 48.85)", "ID[\"EPSG\",4326]",
            ] {
                #expect(text.contains(line), "\(line)")
            }
            let programs = try #require(GDALPrograms.installed)
            let found = try programs.run(
                "ogrinfo", ["-ro", "-so", "-al", "-spat", "4.7", "45.6", "5", "46", file.path],
                in: file.deletingLastPathComponent(), limits: .standard)
            #expect(String(decoding: found, as: UTF8.self).contains("Feature Count: 5\n"))
        }
    }

    @Test func aValueThatDoesNotRespectItsTypeIsNotLost() throws {
        try written("gpkg", table([nil, nil], year: "vers 1900")) { file in
            let text = try described(file)
            #expect(text.contains("annee: String"))
            #expect(text.contains("annee (String) = vers 1900"))
            #expect(text.contains("Geometry: None"))
        }
    }

    @Test func fieldsMayBeNamedLikeThoseOfTheFormat() throws {
        let names = ["fid", "geom", "GEOM", "ogc_fid", "FID", "shape", "c0", "kind"]
        let table = CleanTable(
            fields: names, columns: names.map { Cells([Value("v-" + $0)]) }, rowNumbers: [2],
            geometries: [.point(Self.place(4.85, 45.75))])
        for format in ["gpkg", "fgb", "shp.zip"] {
            try written(format, table) { file in
                let text = try described(file, prefix: format == "shp.zip" ? "/vsizip/" : "")
                for name in names { #expect(text.contains(" = v-" + name), "\(format) \(name)") }
            }
        }
    }

    @Test func coordinatesAreThoseOfTheProjection() throws {
        let place = Self.place(4.835, 45.758)
        for (epsg, format) in [(2154, "gpkg"), (3946, "gpkg"), (2154, "fgb"), (3946, "fgb"), (2154, "shp.zip")] {
            let projection = try #require(Projection.ofFiles(epsg: epsg))
            let metres = try #require(Projector().metres(of: place, in: projection))
            try written(format, table([.point(place)]), projection: projection) { file in
                let text = try described(file, prefix: format == "shp.zip" ? "/vsizip/" : "")
                #expect(text.contains("ID[\"EPSG\",\(epsg)]"))
                let point = try #require(text.split(separator: "POINT (").last?.split(separator: ")").first)
                let numbers = point.split(separator: " ").compactMap { Double($0) }
                #expect(numbers.count == 2)
                #expect(abs(numbers[0] - metres.x) < 0.001 && abs(numbers[1] - metres.y) < 0.001)
            }
        }
    }

    @Test func onePlaceThatNoProjectionReachesCostsItsShapeAndNothingElse() throws {
        let shapes: [Geometry?] = [
            .point(Self.place(4.835, 45.758)), .point(Self.place(4, 1e9)), .point(Self.place(.infinity, 45)),
        ]
        for format in ["gpkg", "fgb", "shp.zip"] {
            try written(format, table(shapes), projection: .lambert93) { file in
                let text = try described(file, prefix: format == "shp.zip" ? "/vsizip/" : "")
                #expect(text.contains("Feature Count: 3"))
                #expect(text.split(separator: "POINT (").count == 2, "\(format)")
            }
        }
    }

    @Test func anyDateCanBeThatOfAFile() throws {
        for date in [Date.distantPast, .distantFuture, Date(timeIntervalSince1970: 1_700_000_000)] {
            let options = ExportOptions(modified: date)
            let rows = table([.point(Self.place(4.85, 45.75))])
            for format in ["gpkg", "shp.zip"] {
                let export = try #require(Formats.named(format))
                let data = try export.data(rows, schema: schema, options: options)
                #expect(try data == export.data(rows, schema: schema, options: options), "\(format)")
            }
        }
    }

    @Test func momentsKeepTheirHour() throws {
        let document = #"{"name": "a", "title": "A", "fields": [{"name": "t", "type": "datetime"}]}"#
        let schema = try JSONDecoder().decode(Schema.self, from: Data(document.utf8))
        let programs = try #require(GDALPrograms.installed)
        for (value, shown) in [
            ("2024-02-29T10:11:12Z", "t (DateTime) = 2024/02/29 10:11:12+00"),
            ("2024-02-29T10:11:12", "t (String) = 2024-02-29T10:11:12"),
            ("2024-02-29T25:11:12Z", "t (String) = 2024-02-29T25:11:12Z"),
            ("2024-02-29 et demi-Z", "t (String) = 2024-02-29 et demi-Z"),
        ] {
            let table = CleanTable(fields: ["t"], columns: [Cells([Value(value)])], rowNumbers: [2])
            let folder = FileManager.default.temporaryDirectory.appending(path: "exports-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            try GeoPackageExport().write(table, schema: schema, to: folder.appending(path: "a.gpkg"))
            let text = try programs.run("ogrinfo", ["-ro", "-al", "a.gpkg"], in: folder, limits: .standard)
            #expect(String(decoding: text, as: UTF8.self).contains(shown), "\(value)")
        }
    }

    @Test func aShapefileHasALayerForEachKindOfShape() throws {
        let shapes: [Geometry?] = [
            .point(Self.place(4.85, 45.75)), .polygon([Self.ring]), nil, .multiPoint([Self.place(4.8, 45.7)]),
            .lineString([Self.place(4.8, 45.7), Self.place(4.9, 45.7)]),
        ]
        try written("shp.zip", table(shapes)) { file in
            let text = try described(file, prefix: "/vsizip/")
            for layer in ["surfaces", "lignes", "points"] { #expect(text.contains("Layer name: parcs-_t_-\(layer)")) }
            for row in 0..<5 { #expect(text.contains("uid (String) = PAR-\(row)")) }
            #expect(try GeoFile.read(fileAt: file).reduce(0) { $0 + $1.table.rowCount } == 5)
        }
        try written("gpkg", table(shapes)) { file in
            let text = try described(file)
            #expect(text.contains("Feature Count: 5"))
            #expect(text.contains("Geometry: Unknown (any)"))
        }
    }

    @Test func longTextsOfAShapefileAreCutBetweenCharacters() throws {
        let long = String(repeating: "é", count: 200)
        let table = CleanTable(
            fields: ["un_nom_très_long", "un_nom_très_lourd"], columns: [Cells([Value(long)]), Cells([Value("b")])],
            rowNumbers: [2], geometries: [.point(Self.place(4.85, 45.75))])
        try written("shp.zip", table) { file in
            let text = try described(file, prefix: "/vsizip/")
            #expect(text.contains("un_nom_tre (String) = " + String(repeating: "é", count: 127) + "\n"))
            #expect(text.contains("un_nom_tr2 (String) = b"))
        }
    }

    @Test func aFileWithoutRowsIsAFile() throws {
        for format in ["gpkg", "fgb", "shp.zip"] {
            try written(format, table([])) { file in
                let text = try described(file, prefix: format == "shp.zip" ? "/vsizip/" : "")
                #expect(text.contains("Feature Count: 0"), "\(format)")
            }
        }
    }
}
