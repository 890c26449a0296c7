import Checks
import Geocoding
import Mapping
import Repairs
import Schemas
import Tables
import Territories
import Testing

/// A model of places, as small as can be.
let places = Schema.made(
    of: Field("nom", meaning: .name), Field("adresse", meaning: .address), Field("commune", meaning: .communeName),
    Field("code_insee", meaning: .communeCode), Field("lon", type: .number, meaning: .longitude),
    Field("lat", type: .number, meaning: .latitude))

/// Where the rows of a table are: `|` between cells, one line a row, headers first.
func located(
    _ words: String, as schema: Schema = places, shapes: [Geometry?]? = nil, reference: Reference = .builtIn
) throws -> [Location] {
    let lines = words.split(separator: "\n").map { line in
        line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
    let headers = try #require(lines.first)
    let table = Table(
        source: Source(file: "lieux.csv"),
        columns: headers.indices.map { place in
            Column(
                header: headers[place], position: place,
                cells: Cells(lines.dropFirst().map { Value($0.indices.contains(place) ? $0[place] : "") }))
        },
        rowNumbers: Array(2..<lines.count + 1), geometries: shapes)
    let context = MappingContext(
        isCommuneCode: { reference.commune(code: $0) != nil },
        isPostcode: { !reference.communes(postcode: $0).isEmpty },
        isCommuneName: { !reference.communes(named: $0).isEmpty })
    let rows = RowSetting(reference: reference, scope: .national, sender: nil, memory: Memory())
    let checks = CheckContext(isCommuneCode: context.isCommuneCode, isPostcode: context.isPostcode, year: 2026)
    let draft = Repairing(context: checks, rows: rows).draft(of: Mapping(schema: schema, context: context).map(table))
    return Locating(reference: reference).locations(of: draft)
}

/// The only location of a table of one row.
func placed(lon: String, lat: String, commune: String = "69029") throws -> Location {
    let all = try located("nom|code_insee|lon|lat\nParc Rosa|\(commune)|\(lon)|\(lat)")
    #expect(all.count == 1)
    return try #require(all.first)
}
