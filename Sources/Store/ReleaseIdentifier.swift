import Foundation

/// Identifiers of releases: nine signs of time and four of chance, in Crockford's base 32 (no `i`, `l`, `o`, `u`),
/// so that they are short, can be read aloud and sort by time.
enum ReleaseIdentifier {
    /// A new identifier for a moment.
    static func make(at moment: Date) -> String {
        let milliseconds = UInt64(max(0, moment.timeIntervalSince1970 * 1000))
        return signs(of: milliseconds, count: 9) + signs(of: .random(in: 0..<(1 << 20)), count: 4)
    }

    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

    private static func signs(of number: UInt64, count: Int) -> String {
        String((0..<count).reversed().map { alphabet[Int(number >> (5 * UInt64($0)) & 31)] })
    }
}
