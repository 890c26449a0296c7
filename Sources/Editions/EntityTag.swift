import Texts

/// A short word that stands for bytes and changes with them, as an `ETag` does (RFC 9110, §8.8.3).
public enum EntityTag {
    /// The word for the bytes: FNV-1a of 64 bits, the same in every process.
    public static func of(_ bytes: some Sequence<UInt8>) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 36)
    }

    /// The word for what an audience may see of some releases, as this version of the product writes it.
    public static func of(releases: some Sequence<String>, for audience: Audience) -> String {
        of("\(releases.joined(separator: " ")) \(audience) \(gabaritVersion)".utf8)
    }
}
