import Tables

/// A JSON value with the byte at which it begins, so that what is wrong with a filter can be pointed at.
struct JSONTree {
    indirect enum Value {
        case object([String: JSONTree])
        case array([JSONTree])
        case string(String)
        case number(Double)
        case boolean(Bool)
        case null
    }

    let value: Value
    let position: Int

    /// Reads a whole JSON text.
    init(reading bytes: [UInt8]) throws(QueryError) {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw QueryError("The filter is no UTF-8.") }
        let read: Result<JSONTree, QueryError> = bytes.withUnsafeBufferPointer { buffer in
            var scanner = JSONScanner(buffer)
            do throws(JSONScanner.Fault) {
                let tree = try JSONTree(&scanner, buffer, depth: 0)
                guard scanner.atEnd() else { throw JSONScanner.Fault(position: scanner.position) }
                return .success(tree)
            } catch {
                return .failure(QueryError("The filter is no JSON, or nested too deep.", at: error.position))
            }
        }
        self = try read.get()
    }

    private init(
        _ scanner: inout JSONScanner, _ bytes: UnsafeBufferPointer<UInt8>, depth: Int
    ) throws(JSONScanner.Fault) {
        // An operator takes two levels: its object and its arguments.
        guard depth <= 2 * CQL2.deepest else { throw JSONScanner.Fault(position: scanner.position) }
        let kind = try scanner.kind()
        position = scanner.position
        switch kind {
        case .object:
            var members: [String: JSONTree] = [:]
            try scanner.members { (scanner, name) throws(JSONScanner.Fault) in
                members[String(decoding: name, as: UTF8.self)] = try JSONTree(&scanner, bytes, depth: depth + 1)
            }
            value = .object(members)
        case .array:
            var items: [JSONTree] = []
            try scanner.items { (scanner) throws(JSONScanner.Fault) in
                items.append(try JSONTree(&scanner, bytes, depth: depth + 1))
            }
            value = .array(items)
        case .string: value = .string(try scanner.string())
        case .number:
            let number = try scanner.number()
            guard Self.isNumber(bytes[position..<scanner.position]) else {
                throw JSONScanner.Fault(position: position)
            }
            value = .number(number)
        case .boolean: value = .boolean(bytes[try scanner.raw().lowerBound] == UInt8(ascii: "t"))
        case .null:
            // The scanner forgives `NaN`, which is no JSON.
            guard bytes[try scanner.raw().lowerBound] == UInt8(ascii: "n") else {
                throw JSONScanner.Fault(position: position)
            }
            value = .null
        }
    }

    /// Whether bytes are a number as RFC 8259 writes it.
    private static func isNumber(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var rest = bytes
        func digits() -> Int {
            let count = rest.prefix { $0.isDigit }.count
            rest = rest.dropFirst(count)
            return count
        }
        if rest.first == 0x2D { rest = rest.dropFirst() }
        let first = rest.first
        let whole = digits()
        guard whole > 0, whole == 1 || first != 0x30 else { return false }
        if rest.first == 0x2E {
            rest = rest.dropFirst()
            guard digits() > 0 else { return false }
        }
        if let byte = rest.first, byte | 0x20 == UInt8(ascii: "e") {
            rest = rest.dropFirst()
            if let sign = rest.first, sign == 0x2B || sign == 0x2D { rest = rest.dropFirst() }
            guard digits() > 0 else { return false }
        }
        return rest.isEmpty
    }
}
