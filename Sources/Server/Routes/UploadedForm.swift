import Foundation
import Hummingbird

/// What a client sent as `multipart/form-data` (RFC 7578): fields with their values, and files.
struct UploadedForm {
    /// One part.
    struct Part {
        var name: String
        /// The name of the file, where the part is one.
        var fileName: String?
        var content: Data
    }

    let parts: [Part]

    /// Nil where the body is no form, or not whole.
    init?(_ body: Data, contentType: String) {
        guard contentType.lowercased().hasPrefix("multipart/form-data"),
            let boundary = Self.parameter("boundary", of: contentType), (1...200).contains(boundary.utf8.count)
        else { return nil }
        var parts: [Part] = []
        // The first boundary may stand at the very beginning: then nothing ends a line before it.
        var rest = Data("\r\n".utf8) + body
        let mark = Data("\r\n--\(boundary)".utf8)
        guard let first = rest.range(of: mark, from: 0) else { return nil }
        var start = first.upperBound
        rest = Data(rest)
        while true {
            if rest.count >= start + 2, rest[start] == 0x2D, rest[start + 1] == 0x2D { break }
            guard parts.count < 200, let end = rest.range(of: mark, from: start) else { return nil }
            if let part = Self.part(rest[start..<end.lowerBound]) { parts.append(part) }
            start = end.upperBound
        }
        self.parts = parts
    }

    /// The values of a field.
    func values(_ name: String) -> [String] {
        parts.filter { $0.name == name && $0.fileName == nil }.map {
            String(decoding: $0.content.prefix(1000), as: UTF8.self)
        }
    }

    /// The file of a field.
    func file(_ name: String) -> Part? { parts.first { $0.name == name } }

    /// A part: its headers, an empty line, its content.
    private static func part(_ bytes: Data) -> Part? {
        let bytes = Data(bytes)
        guard let gap = bytes.range(of: Data("\r\n\r\n".utf8), from: 0) else { return nil }
        let headers = String(decoding: bytes[..<gap.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let disposition = headers.first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let disposition, let name = parameter("name", of: disposition) else { return nil }
        return Part(
            name: name, fileName: parameter("filename", of: disposition), content: Data(bytes[gap.upperBound...]))
    }

    /// A parameter of a header: `name="data"`, or without quotes.
    private static func parameter(_ name: String, of header: String) -> String? {
        for piece in header.split(separator: ";").dropFirst() {
            let sides = piece.split(separator: "=", maxSplits: 1)
            guard sides.count == 2, sides[0].trimmingCharacters(in: .whitespaces).lowercased() == name else { continue }
            return sides[1].trimmingCharacters(in: CharacterSet(charactersIn: " \"\r\n"))
        }
        return nil
    }
}

extension Data {
    /// Where some bytes stand, from a place on.
    fileprivate func range(of wanted: Data, from start: Int) -> Range<Int>? {
        let found: Int? = withUnsafeBytes { all in
            wanted.withUnsafeBytes { wanted in
                guard let base = all.baseAddress, let sought = wanted.baseAddress else { return nil }
                var place = start
                while place + wanted.count <= all.count {
                    guard let first = memchr(base + place, Int32(wanted[0]), all.count - place) else { return nil }
                    place = UnsafeRawPointer(first) - base
                    guard place + wanted.count <= all.count else { return nil }
                    if memcmp(base + place, sought, wanted.count) == 0 { return place }
                    place += 1
                }
                return nil
            }
        }
        return found.map { $0..<$0 + wanted.count }
    }
}
