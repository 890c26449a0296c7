import Foundation
public import Schemas

/// Values as JSON (RFC 8259), typed as their schema says.
///
/// Unknown is `null`, a list is an array, a truth value is `true` or `false`. A value that does not respect its type
/// stays text: nothing is lost, and whoever reads it sees that it is no number.
public enum JSONText {
    /// A piece of text between quotes.
    public static func string(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var text: [UInt8] = [0x22]
        for byte in bytes {
            switch byte {
            case 0x22, 0x5C: text += [0x5C, byte]
            case 0x0A: text += [0x5C, 0x6E]
            case 0x0D: text += [0x5C, 0x72]
            case 0x09: text += [0x5C, 0x74]
            case 0..<0x20: text += Array("\\u00".utf8) + [hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
            default: text.append(byte)
            }
        }
        text.append(0x22)
        return text
    }

    /// A piece of text between quotes.
    public static func string(_ text: String) -> [UInt8] { string(text.utf8) }

    /// A canonical value of a field.
    public static func value(_ bytes: UnsafeBufferPointer<UInt8>, of field: Field?) -> [UInt8] {
        guard !bytes.isEmpty else { return Array("null".utf8) }
        guard let field else { return string(bytes) }
        if let separator = field.separator, !separator.isEmpty {
            return array(String(decoding: bytes, as: UTF8.self).components(separatedBy: separator))
        }
        switch field.type {
        case .number, .integer, .year:
            return isNumber(bytes) ? Array(bytes) : string(bytes)
        case .boolean:
            let text = String(decoding: bytes, as: UTF8.self)
            if field.trueValues.contains(text) { return Array("true".utf8) }
            if field.falseValues.contains(text) { return Array("false".utf8) }
            return string(bytes)
        case .object, .array, .geojson:
            let isJSON = (try? JSONSerialization.jsonObject(with: Data(bytes))) != nil
            return isJSON ? Array(bytes) : string(bytes)
        default:
            return string(bytes)
        }
    }

    private static let hexadecimal = Array("0123456789abcdef".utf8)

    private static func array(_ items: [String]) -> [UInt8] {
        var text: [UInt8] = [0x5B]
        for (index, item) in items.enumerated() {
            if index > 0 { text.append(0x2C) }
            text += string(item)
        }
        text.append(0x5D)
        return text
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
