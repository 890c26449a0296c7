import Foundation
import GeoFiles
import Tables
import Testing

/// The folder of real files that stands beside the project on some machines.
private let samples: URL = {
    var root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.deletingLastPathComponent().appending(path: "shared/samples/lyon")
}()

private let hasSamples = FileManager.default.fileExists(atPath: samples.path)

@Suite("Real map files in ../shared", .enabled(if: hasSamples, "../shared/samples is not on this machine"))
struct RealFilesTests {
    @Test(arguments: ["parcs-jardins-2021-01", "fontaines-potables-2025-03", "toilettes-2024-08"])
    func everyFeatureHasItsShape(name: String) throws {
        let file = samples.appending(path: name + ".geojson")
        #expect(GeoFile.recognises(fileAt: file))
        let start = ContinuousClock.now
        let layers = try GeoFile.read(fileAt: file)
        print("\(name): \(layers[0].table.rowCount) features in \(ContinuousClock.now - start)")
        #expect(layers.count == 1)
        #expect(layers[0].findings.isEmpty)
        #expect(layers[0].table.geometries?.allSatisfy { $0?.pointOnSurface != nil } == true)
        for shape in layers[0].table.geometries ?? [] {
            if case .multiPolygon? = shape, let point = shape?.pointOnSurface {
                #expect(shape?.contains(point) == true)
            }
        }
    }

    @Test func aHundredThousandPointsAreReadInSeconds() throws {
        var text = "{\"type\":\"FeatureCollection\",\"features\":["
        for number in 0..<100_000 {
            if number > 0 { text += ",\n" }
            text += """
                {"type":"Feature","properties":{"uid":"BAN-\(number)","nom":"Banc","n":\(number)},"geometry":\
                {"type":"Point","coordinates":[4.\(number),45.\(number)]}}
                """
        }
        try withFile(Data((text + "]}").utf8), "bancs.geojson") { file in
            let start = ContinuousClock.now
            let layers = try GeoFile.read(fileAt: file)
            print("100,000 points in \(ContinuousClock.now - start)")
            #expect(layers[0].table.rowCount == 100_000)
            #expect(layers[0].table.columns[1].cells.distinctCount == 1)
        }
    }
}
