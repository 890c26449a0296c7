/// Writes JSON (RFC 8259) as bytes, piece by piece, so that a report of a million repairs needs no tree in memory.
public struct JSONWriter {
    private var bytes: [UInt8] = []
    private var needsComma = false
    private let output: ([UInt8]) throws -> Void

    /// A writer that hands its bytes on in pieces of about 64 KiB.
    public init(to output: @escaping ([UInt8]) throws -> Void) { self.output = output }

    /// Hands on what is left. To be called once, at the end.
    public mutating func finish() throws {
        try output(bytes)
        bytes = []
    }

    /// An object; `name` is given inside another object.
    public mutating func object(_ name: String? = nil, _ body: (inout JSONWriter) throws -> Void) throws {
        try nested(name, 0x7B, 0x7D, body)
    }

    /// An array; `name` is given inside an object.
    public mutating func array(_ name: String? = nil, _ body: (inout JSONWriter) throws -> Void) throws {
        try nested(name, 0x5B, 0x5D, body)
    }

    /// A text, or `null`.
    public mutating func write(_ name: String? = nil, _ text: String?) throws {
        try begin(name)
        if let text { Self.append(text, to: &bytes) } else { bytes += Array("null".utf8) }
    }

    /// A whole number.
    public mutating func write(_ name: String? = nil, _ number: Int) throws {
        try begin(name)
        bytes += Array(String(number).utf8)
    }

    /// A decimal number; `null` where it is none.
    public mutating func write(_ name: String? = nil, _ number: Double?) throws {
        try begin(name)
        bytes += Array((number.map { $0.isFinite ? "\($0)" : "null" } ?? "null").utf8)
    }

    /// A truth value.
    public mutating func write(_ name: String? = nil, _ truth: Bool) throws {
        try begin(name)
        bytes += Array((truth ? "true" : "false").utf8)
    }

    // MARK: Pieces

    private mutating func nested(
        _ name: String?, _ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) throws -> Void
    ) throws {
        try begin(name)
        bytes.append(open)
        needsComma = false
        try body(&self)
        bytes.append(close)
        needsComma = true
    }

    private mutating func begin(_ name: String?) throws {
        if needsComma { bytes += [0x2C, 0x0A] }
        needsComma = true
        if bytes.count > 64 << 10 {
            try output(bytes)
            bytes.removeAll(keepingCapacity: true)
        }
        guard let name else { return }
        Self.append(name, to: &bytes)
        bytes.append(0x3A)
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(0x22)
        for byte in text.utf8 {
            switch byte {
            case 0x22, 0x5C: bytes += [0x5C, byte]
            case 0x0A: bytes += [0x5C, 0x6E]
            case 0x0D: bytes += [0x5C, 0x72]
            case 0x09: bytes += [0x5C, 0x74]
            case 0..<0x20: bytes += Array("\\u00".utf8) + [hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(0x22)
    }

    private static let hexadecimal = Array("0123456789abcdef".utf8)
}
