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
        if let text { JSONString.write(text.utf8, to: &bytes) } else { bytes += Array("null".utf8) }
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
        JSONString.write(name.utf8, to: &bytes)
        bytes.append(0x3A)
    }
}
