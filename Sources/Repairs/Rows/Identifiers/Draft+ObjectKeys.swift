import Mapping
import Schemas
import Spelling
import Tables

extension Draft {
    /// For each row, what is known of its object, folded: how it is found again in a later file without identifiers.
    /// Objects that say the same of themselves are told apart by their order.
    func objectKeys() -> [String] {
        let fields = schema.fields.indices.filter { Self.describing.contains(schema.fields[$0].meaning) }
        let number = schema.fields.firstIndex { $0.meaning == .uidNumber }
        var met: [String: Int] = [:]
        return (0..<mapped.rowCount).map { row in
            let words = fields.map { value(field: $0, row: row).folded }
            let own = number.map { mapped.sent(field: $0, row: row).text.folded } ?? ""
            let key = (words + [own]).joined(separator: "|")
            met[key, default: 0] += 1
            return met[key] == 1 ? key : "\(key)#\(met[key] ?? 0)"
        }
    }

    private static let describing: Set<Field.Meaning?> = [
        .name, .communeCode, .houseNumber, .street, .address, .fullAddress, .placeDetail,
    ]

    /// The register of the identifiers of this table, added to what was known.
    public func register(after known: UidRegister) -> UidRegister {
        guard let field = schema.fields.firstIndex(where: { $0.meaning == .uid }) else { return known }
        var register = known
        let keys = objectKeys()
        for row in 0..<mapped.rowCount {
            let uid = value(field: field, row: row)
            guard let (series, number) = UidRegister.parts(of: uid) else { continue }
            register.uids[keys[row]] = uid
            register.highest[series] = max(register.highest[series] ?? 0, number)
        }
        return register
    }
}
