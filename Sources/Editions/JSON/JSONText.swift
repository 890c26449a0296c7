import Foundation
public import Schemas
import Tables

/// Values as JSON (RFC 8259), typed as their schema says.
///
/// Unknown is `null`, a list is an array, a truth value is `true` or `false`. A value that does not respect its type
/// stays text: nothing is lost, and whoever reads it sees that it is no number.
public enum JSONText {
    /// A piece of text between quotes.
    public static func string(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        write(string: bytes, to: &text)
        return text
    }

    /// A piece of text between quotes.
    public static func string(_ text: String) -> [UInt8] { string(text.utf8) }

    /// Adds a piece of text between quotes.
    public static func write(string bytes: some Sequence<UInt8>, to text: inout [UInt8]) {
        JSONString.write(bytes, to: &text)
    }

    /// A canonical value of a field.
    public static func value(_ bytes: UnsafeBufferPointer<UInt8>, of field: Field?) -> [UInt8] {
        var text: [UInt8] = []
        write(bytes, of: field, to: &text)
        return text
    }

    /// Adds a canonical value of a field, on one line.
    public static func write(_ bytes: UnsafeBufferPointer<UInt8>, of field: Field?, to text: inout [UInt8]) {
        guard !bytes.isEmpty else { return text.append(contentsOf: "null".utf8) }
        guard let field else { return write(string: bytes, to: &text) }
        if let separator = field.separator, !separator.isEmpty {
            return write(list: bytes, separator: separator, to: &text)
        }
        switch field.type {
        case .number, .integer, .year:
            if isNumber(bytes) { text.append(contentsOf: bytes) } else { write(string: bytes, to: &text) }
        case .boolean:
            if field.trueValues.contains(where: { $0.utf8.elementsEqual(bytes) }) {
                text.append(contentsOf: "true".utf8)
            } else if field.falseValues.contains(where: { $0.utf8.elementsEqual(bytes) }) {
                text.append(contentsOf: "false".utf8)
            } else {
                write(string: bytes, to: &text)
            }
        case .object, .array, .geojson:
            let isJSON = (try? JSONSerialization.jsonObject(with: Data(bytes))) != nil
            // Ends of lines stand between the signs of JSON, never in its texts.
            if isJSON {
                text.append(contentsOf: bytes.lazy.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 })
            } else {
                write(string: bytes, to: &text)
            }
        default:
            write(string: bytes, to: &text)
        }
    }

    private static func write(
        list bytes: UnsafeBufferPointer<UInt8>, separator: String, to text: inout [UInt8]
    ) {
        text.append(0x5B)
        if separator.utf8.count == 1, let mark = separator.utf8.first {
            for (place, item) in bytes.split(separator: mark, omittingEmptySubsequences: false).enumerated() {
                if place > 0 { text.append(0x2C) }
                write(string: item, to: &text)
            }
        } else {
            let items = String(decoding: bytes, as: UTF8.self).components(separatedBy: separator)
            for (place, item) in items.enumerated() {
                if place > 0 { text.append(0x2C) }
                write(string: item.utf8, to: &text)
            }
        }
        text.append(0x5D)
    }

    /// Whether the bytes are a number as JSON writes numbers: no leading zero, digits on both sides of the point.
    public static func isNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var rest = bytes[...]
        func digits() -> Int {
            let count = rest.prefix { (0x30...0x39).contains($0) }.count
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
        return rest.isEmpty
    }
}
