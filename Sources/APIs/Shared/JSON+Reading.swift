import Tables

extension JSON {
    /// Reads what a client sent; nil if it is no JSON, or nested deeper than 64 levels. Of two members of one name
    /// the first one counts.
    init?(reading bytes: [UInt8]) {
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        let read: JSON? = bytes.withUnsafeBufferPointer { buffer in
            var scanner = JSONScanner(buffer)
            guard let value = try? JSON.read(&scanner, depth: 64), scanner.atEnd() else { return nil }
            return value
        }
        guard let read else { return nil }
        self = read
    }

    private static func read(_ scanner: inout JSONScanner, depth: Int) throws(JSONScanner.Fault) -> JSON {
        guard depth > 0 else { throw JSONScanner.Fault(position: scanner.position) }
        switch try scanner.kind() {
        case .string: return .text(try scanner.string())
        case .number:
            let number = try scanner.number()
            return Int(exactly: number).map(JSON.integer) ?? .number(number)
        case .boolean: return .boolean(try scanner.raw().count == 4)
        case .null:
            _ = try scanner.raw()
            return .null
        case .array:
            var items: [JSON] = []
            try scanner.items { (scanner) throws(JSONScanner.Fault) in
                items.append(try read(&scanner, depth: depth - 1))
            }
            return .array(items)
        case .object:
            var members: [Member] = []
            try scanner.members { (scanner, name) throws(JSONScanner.Fault) in
                let value = try read(&scanner, depth: depth - 1)
                members.append(Member(name: String(decoding: name, as: UTF8.self), value: value))
            }
            return .object(members)
        }
    }
}
