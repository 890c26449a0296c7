/// SHA-256 (FIPS 180-4, §6.2), of bytes that come piece by piece.
public struct SHA256: Sendable {
    private var state: [UInt32] = [
        0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
    ]
    private var words = [UInt32](repeating: 0, count: 64)
    private var rest: [UInt8] = []
    private var count: UInt64 = 0

    /// Nothing seen yet.
    public init() { rest.reserveCapacity(128) }

    /// The digest of some bytes, as hexadecimal digits.
    public static func digest(_ bytes: some Sequence<UInt8>) -> String {
        var sum = SHA256()
        Array(bytes).withUnsafeBytes { sum.add($0) }
        return sum.digest()
    }

    /// Adds bytes.
    public mutating func add(_ bytes: UnsafeRawBufferPointer) {
        count &+= UInt64(bytes.count)
        var start = 0
        if !rest.isEmpty {
            start = min(64 - rest.count, bytes.count)
            rest.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[..<start]))
            guard rest.count == 64 else { return }
            rest.withUnsafeBytes { Self.mix($0, &words, &state) }
            rest.removeAll(keepingCapacity: true)
        }
        while bytes.count - start >= 64 {
            Self.mix(UnsafeRawBufferPointer(rebasing: bytes[start..<(start + 64)]), &words, &state)
            start += 64
        }
        rest.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[start...]))
    }

    /// The digest of all bytes that were added, as hexadecimal digits.
    public func digest() -> String {
        var last = self
        let bits = count &* 8
        var end: [UInt8] = [0x80]
        end += [UInt8](repeating: 0, count: (119 - rest.count) % 64)
        for shift in stride(from: 56, through: 0, by: -8) {
            end.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
        }
        end.withUnsafeBytes { last.add($0) }
        let digits = Array("0123456789abcdef".utf8)
        let text = last.state.flatMap { word in
            stride(from: 28, through: 0, by: -4).map { digits[Int(word >> UInt32($0)) & 15] }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Mixes one block of 64 bytes in.
    private static func mix(_ block: UnsafeRawBufferPointer, _ words: inout [UInt32], _ state: inout [UInt32]) {
        words.withUnsafeMutableBufferPointer { words in
            for place in 0..<16 {
                words[place] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: place * 4, as: UInt32.self))
            }
            for place in 16..<64 {
                let (a, b) = (words[place - 15], words[place - 2])
                let first = turned(a, 7) ^ turned(a, 18) ^ (a >> 3)
                let second = turned(b, 17) ^ turned(b, 19) ^ (b >> 10)
                words[place] = words[place - 16] &+ first &+ words[place - 7] &+ second
            }
            var (a, b, c, d) = (state[0], state[1], state[2], state[3])
            var (e, f, g, h) = (state[4], state[5], state[6], state[7])
            constants.withUnsafeBufferPointer { constants in
                for place in 0..<64 {
                    let sum = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
                    let one = h &+ sum &+ ((e & f) ^ (~e & g)) &+ constants[place] &+ words[place]
                    let two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) &+ ((a & b) ^ (a & c) ^ (b & c))
                    (h, g, f, e, d, c, b, a) = (g, f, e, d &+ one, c, b, a, one &+ two)
                }
            }
            for (place, word) in [a, b, c, d, e, f, g, h].enumerated() { state[place] &+= word }
        }
    }

    @inline(__always) private static func turned(_ word: UInt32, _ by: UInt32) -> UInt32 {
        word >> by | word << (32 - by)
    }

    private static let constants: [UInt32] = [
        0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4, 0xAB1C_5ED5,
        0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE, 0x9BDC_06A7, 0xC19B_F174,
        0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F, 0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA,
        0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7, 0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967,
        0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC, 0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85,
        0xA2BF_E8A1, 0xA81A_664B, 0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070,
        0x19A4_C116, 0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
        0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7, 0xC671_78F2,
    ]
}
