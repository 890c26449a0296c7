import Schemas
import Tables

/// Finds the columns whose cells hold several fields at once, and gives each part to the field that lacks it.
struct Splitting {
    let table: Table
    let schema: Schema

    /// Completes the sources of the fields with parts of columns.
    func complete(_ sources: [FieldSource]) -> [FieldSource] {
        splitCoordinates(splitAddresses(sources))
    }

    // MARK: Addresses

    private func splitAddresses(_ sources: [FieldSource]) -> [FieldSource] {
        guard let column = addressColumn(sources) else { return sources }
        let parts = addressParts(of: column)
        var sources = sources
        for field in schema.fields.indices {
            guard let part = Self.addressPart(schema.fields[field].meaning), parts.contains(part) else { continue }
            if sources[field] == .missing || sources[field] == .column(column) {
                sources[field] = .part(of: column, part: part)
            }
        }
        return sources
    }

    /// The column that holds addresses: the one taken for the street or the address.
    private func addressColumn(_ sources: [FieldSource]) -> Int? {
        let wanted: [Field.Meaning] = [.fullAddress, .address, .street]
        for meaning in wanted {
            for field in schema.fields.indices where schema.fields[field].meaning == meaning {
                if case .column(let column) = sources[field] { return column }
            }
        }
        return nil
    }

    /// The parts that the addresses of a column really have: most have a postcode and a town, many a number.
    private func addressParts(of column: Int) -> Set<Part> {
        let cells = table.columns[column].cells
        let values = (0..<min(cells.distinctCount, 500)).map { cells.distinct($0) }.filter { $0.kind != .blank }
        guard !values.isEmpty else { return [] }
        let addresses = values.map { AddressParts($0.text) }
        var parts: Set<Part> = []
        if addresses.count(where: \.isFull) * 2 > values.count {
            parts.formUnion([.postcode, .town, .street, .address])
        }
        let separate = schema.fields.contains { $0.meaning == .houseNumber }
        if separate, addresses.contains(where: { !$0.houseNumber.isEmpty }) {
            parts.formUnion([.houseNumber, .street])
        }
        return parts
    }

    private static func addressPart(_ meaning: Field.Meaning?) -> Part? {
        switch meaning {
        case .houseNumber: .houseNumber
        case .street: .street
        case .address: .address
        case .postcode: .postcode
        case .communeName: .town
        default: nil
        }
    }

    // MARK: Coordinates

    private func splitCoordinates(_ sources: [FieldSource]) -> [FieldSource] {
        guard let latitude = schema.fields.firstIndex(where: { $0.meaning == .latitude }),
            let longitude = schema.fields.firstIndex(where: { $0.meaning == .longitude }),
            let column = table.columns.indices.first(where: holdsPairs)
        else { return sources }
        var sources = sources
        let free: (FieldSource) -> Bool = { $0 == .missing || $0 == .column(column) }
        guard free(sources[latitude]), free(sources[longitude]) else { return sources }
        sources[latitude] = .part(of: column, part: .latitude)
        sources[longitude] = .part(of: column, part: .longitude)
        return sources
    }

    private func holdsPairs(_ column: Int) -> Bool {
        let cells = table.columns[column].cells
        let values = (0..<min(cells.distinctCount, 100)).map { cells.distinct($0) }.filter { $0.kind != .blank }
        return !values.isEmpty && values.count { CoordinatePair($0.text) != nil } * 10 >= values.count * 9
    }
}
