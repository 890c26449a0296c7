/// Which part of a file is asked for: the header `Range` (RFC 9110, §14), in bytes.
public enum ByteRange: Sendable, Hashable {
    /// All of it: nothing else was asked for, or in a way that need not be understood (other units, several parts).
    case whole
    /// These bytes, at least one.
    case part(Range<Int>)
    /// No byte of what was asked for is in the file.
    case unsatisfiable

    /// Reads the header for a file of a length.
    public init(_ header: String?, length: Int) {
        self = header.flatMap { Self.read(Array($0.utf8.prefix(4096)), length) } ?? .whole
    }

    /// Nil where the header is wrong, so that it counts as absent (§14.2).
    private static func read(_ header: [UInt8], _ length: Int) -> ByteRange? {
        guard let mark = header.firstIndex(of: UInt8(ascii: "=")),
            String(decoding: header[..<mark], as: UTF8.self).lowercased() == "bytes"
        else { return nil }
        var parts: [ByteRange] = []
        for word in header[(mark + 1)...].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            let spec = trimmed(word)
            // Lists may have empty items (§5.6.1).
            if spec.isEmpty { continue }
            guard let part = one(spec, length) else { return nil }
            parts.append(part)
        }
        if parts.isEmpty { return nil }
        if parts.count == 1 { return parts[0] }
        // Several parts would need a multipart body: whoever asks so must understand the whole file too (§14.2).
        return parts.allSatisfy { $0 == .unsatisfiable } ? .unsatisfiable : .whole
    }

    private static func one(_ spec: ArraySlice<UInt8>, _ length: Int) -> ByteRange? {
        guard let dash = spec.firstIndex(of: UInt8(ascii: "-")) else { return nil }
        let (first, last) = (spec[..<dash], spec[(dash + 1)...])
        guard !first.isEmpty else {
            guard let count = number(last) else { return nil }
            return count == 0 || length == 0 ? .unsatisfiable : .part(max(0, length - count)..<length)
        }
        guard let start = number(first) else { return nil }
        if last.isEmpty { return start < length ? .part(start..<length) : .unsatisfiable }
        guard let end = number(last), end >= start else { return nil }
        return start < length ? .part(start..<(min(end, length - 1) + 1)) : .unsatisfiable
    }

    /// A number of any length; one that no file reaches is the greatest.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty else { return nil }
        var value = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            let (product, isOver) = value.multipliedReportingOverflow(by: 10)
            let (sum, isOverToo) = product.addingReportingOverflow(Int(digit - 0x30))
            value = isOver || isOverToo ? Int.max : sum
        }
        return value
    }

    private static func trimmed(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = word.drop { $0 == 0x20 || $0 == 0x09 }
        while let last = rest.last, last == 0x20 || last == 0x09 { rest.removeLast() }
        return rest
    }
}
