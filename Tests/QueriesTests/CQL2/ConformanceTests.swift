import Foundation
import Queries
import Testing

/// The examples of the standard, in `../shared` beside the package.
private enum Examples {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/conformance/cql2")
    static var areThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

    static func files(_ kind: String) -> [(name: String, bytes: [UInt8])] {
        let folder = folder.appending(path: kind)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().compactMap { name in
            (try? Data(contentsOf: folder.appending(path: name))).map {
                (String(name.prefix { $0 != "." }), Array($0))
            }
        }
    }
}

@Suite("CQL2's own examples", .enabled(if: Examples.areThere, "../shared/conformance/cql2 is not on this machine"))
struct ConformanceTests {
    @Test func allTextsAreReadAndWritten() throws {
        let files = Examples.files("text")
        #expect(files.count == 120)
        for (name, bytes) in files {
            let text = String(decoding: bytes, as: UTF8.self)
            let expression = try CQL2.text(text)
            #expect(try CQL2.text(CQL2.text(of: expression)) == expression, "\(name)")
            #expect(try CQL2.json(CQL2.json(of: expression)) == expression, "\(name)")
        }
    }

    @Test func allJSONIsReadAndWritten() throws {
        let files = Examples.files("json")
        #expect(files.count == 109)
        for (name, bytes) in files {
            let expression = try CQL2.json(bytes)
            #expect(try CQL2.json(CQL2.json(of: expression)) == expression, "\(name)")
            #expect(try CQL2.text(CQL2.text(of: expression)) == expression, "\(name)")
        }
    }

    @Test func textAndJSONSayTheSame() throws {
        let texts = Dictionary(uniqueKeysWithValues: Examples.files("text").map { ($0.name, $0.bytes) })
        for (name, bytes) in Examples.files("json") {
            let text = try #require(texts[name], "\(name)")
            // The texts write six decimals of a second where the JSON has none.
            let same = String(decoding: text, as: UTF8.self).replacing(".000000Z", with: "Z")
            #expect(try CQL2.text(same) == CQL2.json(bytes), "\(name)")
        }
    }
}
