import Crypto

/// SHA-256 of bytes that come piece by piece, as hexadecimal digits.
public struct SHA256: Sendable {
    private var hash = Crypto.SHA256()

    /// Nothing seen yet.
    public init() {}

    /// The digest of some bytes, as hexadecimal digits.
    public static func digest(_ bytes: some Sequence<UInt8>) -> String {
        var sum = SHA256()
        Array(bytes).withUnsafeBytes { sum.add($0) }
        return sum.digest()
    }

    /// Adds bytes.
    public mutating func add(_ bytes: UnsafeRawBufferPointer) { hash.update(bufferPointer: bytes) }

    /// The digest of all bytes that were added, as hexadecimal digits.
    public func digest() -> String {
        hash.finalize().map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }
}
