import Foundation

/// A ZIP archive whose files are stored as they are (APPNOTE 6.3, method 0): enough for a workbook.
struct ZipArchive {
    private var body = Data()
    private var directory = Data()
    private var count: UInt16 = 0

    /// Adds a file.
    mutating func add(_ name: String, _ content: String) {
        let data = Data(content.utf8)
        let place = UInt32(body.count)
        let sizes = number(Self.checksum(data), 4) + number(UInt32(data.count), 4) + number(UInt32(data.count), 4)
        // Version 2.0, names in UTF-8, stored, 1 January 2020.
        let head = number(20, 2) + number(0x800, 2) + number(0, 2) + number(0, 2) + number(0x5021, 2) + sizes
        let length = number(UInt32(name.utf8.count), 2)
        body += number(0x0403_4B50, 4) + head + length + number(0, 2) + Data(name.utf8) + data
        directory += number(0x0201_4B50, 4) + number(20, 2) + head + length + Data(count: 12) + number(place, 4)
        directory += Data(name.utf8)
        count += 1
    }

    /// The bytes of the archive.
    var data: Data {
        let entries = number(UInt32(count), 2)
        return body + directory + number(0x0605_4B50, 4) + Data(count: 4) + entries + entries
            + number(UInt32(directory.count), 4) + number(UInt32(body.count), 4) + number(0, 2)
    }

    private func number(_ value: UInt32, _ bytes: Int) -> Data {
        Data((0..<bytes).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) })
    }

    private static func checksum(_ data: Data) -> UInt32 {
        ~data.reduce(~UInt32(0)) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }
}
