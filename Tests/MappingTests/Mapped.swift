import Mapping
import Schemas
import Spelling
import Tables
import Testing

/// A shipped model.
func model(_ name: String) throws -> Schema { try SchemaLibrary.schema(name) }

/// A table read through a model: `|` between cells, one line a row, headers first.
func mapped(
    _ words: String, to schema: String = "parcs-jardins", remembered: [String: String] = [:]
) throws -> MappedTable {
    try mapped(words, to: model(schema), remembered: remembered)
}

func mapped(_ words: String, to schema: Schema, remembered: [String: String] = [:]) throws -> MappedTable {
    let lines = words.split(separator: "\n").map { line in
        line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
    let headers = try #require(lines.first)
    let columns = headers.indices.map { place in
        Column(
            header: headers[place], position: place,
            cells: Cells(lines.dropFirst().map { Value($0.indices.contains(place) ? $0[place] : "") }))
    }
    let table = Table(source: Source(file: "parcs.csv"), columns: columns, rowNumbers: Array(2..<lines.count + 1))
    let communes = Set(["Bron", "Lyon", "Saint-Priest", "Mions"].map(\.folded))
    let context = MappingContext(
        isCommuneCode: { ["69029", "69383", "69290", "01053"].contains($0) },
        isPostcode: { ["69500", "69003", "69800", "01000"].contains($0) },
        isCommuneName: { communes.contains($0.folded) }, remembered: remembered)
    return Mapping(schema: schema, context: context).map(table)
}

extension MappedTable {
    /// What a field holds, as it was sent.
    subscript(_ field: String) -> [String] {
        guard let index = schema.index(of: field) else { return [] }
        return (0..<rowCount).map { cells[index][$0].text }
    }

    /// What a column was taken for.
    func column(_ header: String) -> ColumnMapping? {
        table.columns.firstIndex { $0.header == header }.map { columns[$0] }
    }

    /// The letters of the columns that were left out, as they are told.
    var told: [String] {
        findings.filter { ["extra-column", "personal-column"].contains($0.rule) }.compactMap(\.column)
    }
}
