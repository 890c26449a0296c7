import Catalog
import Foundation
import Schemas
import Store
import Tables

// Fills a data folder with made places, so that Gabarit and its peers can be asked the same of the same rows:
// bench-serving ROWS DATA-FOLDER GEOJSON-LINES [CODE]
let arguments = CommandLine.arguments
guard (4...5).contains(arguments.count), let rowCount = Int(arguments[1]), rowCount > 0 else {
    print("usage: bench-serving ROWS DATA-FOLDER GEOJSON-LINES-FILE [CODE]")
    exit(2)
}

/// The same numbers at every run (SplitMix64).
struct Dice: RandomNumberGenerator {
    var state: UInt64 = 2019

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

let document = Data(
    """
    {"name": "lieux", "title": "Lieux", "version": "1.0.0", "primaryKey": "uid",
     "gabarit": {"trigram": "LIE", "licence": "etalab-2.0", "frequency": "ANNUAL"},
     "fields": [
        {"name": "uid", "type": "string", "gabarit": {"meaning": "uid"}},
        {"name": "nom", "type": "string", "gabarit": {"meaning": "name"}},
        {"name": "numvoie", "type": "string", "gabarit": {"meaning": "house-number"}},
        {"name": "voie", "type": "string", "gabarit": {"meaning": "street"}},
        {"name": "codepost", "type": "string", "gabarit": {"meaning": "postcode"}},
        {"name": "commune", "type": "string", "gabarit": {"meaning": "commune-name"}},
        {"name": "code_insee", "type": "string", "gabarit": {"meaning": "commune-code"}},
        {"name": "type_equip", "type": "string"}, {"name": "surface", "type": "number"},
        {"name": "annee", "type": "integer"},
        {"name": "lon", "type": "number", "gabarit": {"meaning": "longitude"}},
        {"name": "lat", "type": "number", "gabarit": {"meaning": "latitude"}}
     ]}
    """.utf8)

let fields = try JSONDecoder().decode(Schema.self, from: document).fields.map(\.name)
let territory = [
    Place(code: "69029", name: "Bron"), Place(code: "69259", name: "Vénissieux"),
    Place(code: "69290", name: "Saint-Priest"),
    Place(code: "69256", name: "Vaulx-en-Velin"), Place(code: "69081", name: "Écully"),
]
// A code alone: one more commune, in a store that is served meanwhile.
let places = arguments.count > 4 ? [Place(code: arguments[4], name: "Caluire-et-Cuire")] : territory
let streets = ["Avenue Franklin Roosevelt", "Rue de la République", "Chemin des Églantines", "Place du Marché"]
let kinds = ["parc", "square", "jardin", "aire de jeux", "promenade", "mail"]
let store = try await ReleaseStore(folder: URL(filePath: arguments[2]))
FileManager.default.createFile(atPath: arguments[3], contents: nil)
let lines = try FileHandle(forWritingTo: URL(filePath: arguments[3]))
var dice = Dice()
for (number, place) in places.enumerated() {
    let count = rowCount / places.count + (number < rowCount % places.count ? 1 : 0)
    var columns = fields.map { _ in Cells() }
    var pieces = ""
    for row in 0..<count {
        let surface = Double(Int.random(in: 10...90_000, using: &dice)) / 10
        let longitude = Double(Int.random(in: 4_700_000...5_000_000, using: &dice)) / 1_000_000
        let latitude = Double(Int.random(in: 45_600_000...45_900_000, using: &dice)) / 1_000_000
        let values = [
            "LIE-\(place.code)-\(row + 1)", "Lieu n° \(row + 1) de \(place.name)",
            "\(Int.random(in: 1...200, using: &dice))", streets[Int.random(in: 0..<4, using: &dice)], "69500",
            place.name,
            place.code, kinds[Int.random(in: 0..<6, using: &dice)], "\(surface)",
            "\(Int.random(in: 1900...2025, using: &dice))", "\(longitude)", "\(latitude)",
        ]
        for column in columns.indices { columns[column].append(Value(values[column])) }
        let properties = zip(fields, values).map { name, value in
            ["surface", "annee", "lon", "lat"].contains(name) ? "\"\(name)\":\(value)" : "\"\(name)\":\"\(value)\""
        }.joined(separator: ",")
        pieces +=
            "{\"type\":\"Feature\",\"id\":\"\(values[0])\",\"properties\":{\(properties)},"
            + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[\(longitude),\(latitude)]}}\n"
        if pieces.utf8.count > 1 << 20 {
            try lines.write(contentsOf: Data(pieces.utf8))
            pieces = ""
        }
    }
    try lines.write(contentsOf: Data(pieces.utf8))
    let table = CleanTable(fields: fields, columns: columns, rowNumbers: (0..<count).map { $0 + 2 })
    let draft = ReleaseDraft(
        schema: "lieux", schemaVersion: "1.0.0", commune: place, publishedAt: Date(timeIntervalSince1970: 1_790_000_000)
    )
    let release = try await store.publish(draft, rows: table, schemaDocument: document)
    print("released lieux \(place.code) \(release.id)")
}
try await store.close()
