import Foundation
import Intake
import Tables
import Testing

struct FileTests {
    /// What an intake makes of the bytes of a file.
    private func received(
        _ words: String, _ name: String = "parcs.csv", encoding: String.Encoding = .utf8
    ) throws -> Reception {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: name)
        try #require(words.data(using: encoding)).write(to: file)
        return try Intake(schema: parks).receive(fileAt: file)
    }

    @Test func aCSVFileKeepsItsRowNumbers() throws {
        let file = try received("nom;voie;commune\r\n\r\nParc Rosa;rue X;Bron\r\n")
        #expect(file.table.rowNumbers == [3])
        #expect(file.table.source.sheet == nil)
        #expect(file.table.source.encoding == "utf-8")
    }

    @Test func anOldEncodingIsFound() throws {
        let file = try received(
            "nom;voie;commune\nParc de l'Étoilée;rue à côté;Décines\nPré;é;è\n", encoding: .windowsCP1252)
        #expect(file.values("nom").first == "Parc de l'Étoilée")
    }

    @Test func aFileOfNothingButSeparatorsIsEmpty() {
        #expect(throws: UnreadableFile.self) { try received(";;;\n;;;\n") }
    }

    @Test func aMapFileIsReadWithItsShapes() throws {
        let file = try received(
            """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nom":"Parc Rosa","voie":"rue X"},\
            "geometry":{"type":"Point","coordinates":[4.91,45.73]}}]}
            """, "parcs.geojson")
        #expect(file.values("nom") == ["Parc Rosa"])
        #expect(file.table.geometries == [.point(Coordinate(longitude: 4.91, latitude: 45.73))])
    }

    @Test(arguments: ["", "\u{FEFF}", "\n\n\n", "   \n \t \n"])
    func anEmptyFileIsOneSentence(words: String) {
        #expect(throws: UnreadableFile.self) { try received(words) }
    }
}
