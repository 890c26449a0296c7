import Checks
import Geocoding
import Mapping
import Repairs
import Review
import Schemas
import Tables
import Territories
import Testing

/// A table that was reviewed, and the identifiers that were given on the way.
struct Examined {
    let reviewed: ReviewedTable
    let register: UidRegister

    /// What is published of a field.
    subscript(_ field: String) -> [String] {
        (0..<reviewed.clean.rowCount).compactMap { reviewed.clean.value(field, row: $0) }
    }

    /// The changes of a field.
    func changes(_ field: String) -> [Change] { reviewed.changes.filter { $0.field == field } }

    /// The questions about a field.
    func questions(_ field: String) -> [Question] { reviewed.questions.filter { $0.field == field } }
}

/// A table read, repaired and reviewed: `|` between cells, one line a row, headers first.
func reviewed(
    _ words: String, as schema: String = "parcs-jardins", memory: Memory = Memory(),
    register: UidRegister = UidRegister(),
    shapes: [Geometry?]? = nil, disclosures: Disclosures = Disclosures()
) throws -> Examined {
    let lines = words.split(separator: "\n").map { line in
        line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
    let headers = try #require(lines.first)
    let table = Table(
        source: Source(file: "parcs.csv"),
        columns: headers.indices.map { place in
            Column(
                header: headers[place], position: place,
                cells: Cells(lines.dropFirst().map { Value($0.indices.contains(place) ? $0[place] : "") }))
        },
        rowNumbers: Array(2..<lines.count + 1), geometries: shapes)
    let reference = Reference.builtIn
    let context = MappingContext(
        isCommuneCode: { reference.commune(code: $0) != nil },
        isPostcode: { !reference.communes(postcode: $0).isEmpty },
        isCommuneName: { !reference.communes(named: $0).isEmpty })
    let checks = CheckContext(isCommuneCode: context.isCommuneCode, isPostcode: context.isPostcode, year: 2026)
    let rows = RowSetting(
        reference: reference, scope: .epci("200046977"), sender: reference.commune(code: "69029"), memory: memory,
        register: register)
    let mapped = try Mapping(schema: SchemaLibrary.schema(schema), context: context).map(table)
    let draft = Repairing(context: checks, rows: rows).draft(of: mapped)
    let locations = Locating(reference: reference).locations(of: draft)
    return Examined(
        reviewed: Review(of: draft, locations: locations, disclosures: disclosures).apply(earlier: mapped.findings),
        register: draft.register(after: register))
}
