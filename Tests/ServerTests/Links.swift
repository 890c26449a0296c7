import CZlib
import Foundation

/// The addresses of the same site that stand in an answer: in HTML, JSON, XML or Turtle.
enum Links {
    static func local(in body: [UInt8]) -> [String] {
        let text = String(decoding: body.prefix(400_000), as: UTF8.self)
        return text.matches(of: /(?:href="|"href":"|[a-zA-Z]":"|<|resource=")(?:https?:\/\/[^\/"<> ]*)?(\/[^"<> {}]*)/)
            .map { String($0.1).replacing("&amp;", with: "&").replacing("\\/", with: "/") }
            .filter { !$0.hasPrefix("//") && !$0.hasPrefix("/statique") && !$0.contains("#") && $0.utf8.count < 400 }
    }
}

extension [UInt8] {
    func holds(_ word: [UInt8]) -> Bool {
        guard count >= word.count else { return false }
        return Data(self).range(of: Data(word)) != nil
    }
}

/// The entries of a ZIP archive (XLSX, ODS, a Shapefile), uncompressed.
enum Unzipped {
    static func entries(of body: [UInt8]) -> [[UInt8]] {
        guard body.starts(with: [0x50, 0x4B, 3, 4]) else { return [] }
        var entries: [[UInt8]] = []
        var position = 0
        // Local headers one after the other: what follows each is deflated or stored.
        while let start = Data(body).range(of: Data([0x50, 0x4B, 3, 4]), in: position..<body.count)?.lowerBound,
            start + 30 < body.count
        {
            let nameLength = Int(body[start + 26]) | Int(body[start + 27]) << 8
            let extraLength = Int(body[start + 28]) | Int(body[start + 29]) << 8
            let content = start + 30 + nameLength + extraLength
            guard content < body.count else { break }
            entries.append(body[start + 8] == 8 ? inflated(Array(body[content...])) : Array(body[content...]))
            position = content
        }
        return entries
    }

    private static func inflated(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return [] }
        defer { inflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: 4 << 20)
        let count = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = uInt(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = uInt(output.count)
                inflate(&stream, Z_FINISH)
                return output.count - Int(stream.avail_out)
            }
        }
        return Array(output.prefix(count))
    }
}
