/// A ZIP file made of parts that are stored as they are: enough to make workbooks for tests.
struct ZipFile {
    var parts: [(name: String, content: [UInt8])] = []

    init(_ parts: KeyValuePairs<String, String>) {
        self.parts = parts.map { ($0.key, Array($0.value.utf8)) }
    }

    /// The bytes of the file.
    var bytes: [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let facts =
                Self.little(0, 2) + Self.little(0, 2) + Self.little(0, 4) + Self.little(Self.checksum(part.content), 4)
                + Self.little(part.content.count, 4) + Self.little(part.content.count, 4)
                + Self.little(part.name.utf8.count, 2) + Self.little(0, 2)
            directory += Array("PK\u{01}\u{02}".utf8) + Self.little(20, 2) + Self.little(20, 2) + facts
            directory += Self.little(0, 2) + Self.little(0, 2) + Self.little(0, 2) + Self.little(0, 4)
            directory += Self.little(file.count, 4) + Array(part.name.utf8)
            file += Array("PK\u{03}\u{04}".utf8) + Self.little(20, 2) + facts + Array(part.name.utf8) + part.content
        }
        let end =
            Array("PK\u{05}\u{06}".utf8) + Self.little(0, 4) + Self.little(parts.count, 2) + Self.little(parts.count, 2)
            + Self.little(directory.count, 4) + Self.little(file.count, 4) + Self.little(0, 2)
        return file + directory + end
    }

    private static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    private static func checksum(_ bytes: [UInt8]) -> Int {
        var checksum: UInt32 = .max
        for byte in bytes {
            checksum ^= UInt32(byte)
            for _ in 0..<8 { checksum = checksum & 1 == 1 ? checksum >> 1 ^ 0xEDB8_8320 : checksum >> 1 }
        }
        return Int(~checksum)
    }
}
