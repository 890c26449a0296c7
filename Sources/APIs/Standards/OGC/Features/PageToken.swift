import Foundation

/// Where a page begins, as its `next` and `prev` links say it.
///
/// It holds the edition it was made for, how many items stand before the page and the item right before it. In the
/// same edition the number is exact. After a release the page begins behind the same item, wherever it stands now: an
/// item that is there all along is then given once, as long as its place among the others is the same; where the item
/// itself is gone, the number counts again.
struct PageToken: Sendable, Equatable {
    /// How many items stand before the page.
    var offset: Int
    /// The edition.
    var tag: String
    /// The item right before the page; empty at the beginning.
    var uid: String

    /// What the parameter looks like.
    static let pattern = "^[0-9]{1,9}\\.[A-Za-z0-9_-]{0,128}\\.[A-Za-z0-9_-]{0,128}$"

    /// The value of the parameter.
    var text: String { "\(offset).\(Self.encoded(tag)).\(Self.encoded(uid))" }

    init(offset: Int, tag: String, uid: String) {
        self.offset = offset
        self.tag = tag
        self.uid = uid
    }

    /// Reads the value of the parameter; nil if it was never one.
    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, (1...9).contains(parts[0].utf8.count),
            parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let offset = Int(parts[0]),
            parts[1].utf8.count <= 128, parts[2].utf8.count <= 128,
            parts[1...].allSatisfy({ $0.utf8.allSatisfy(Self.isSign) })
        else { return nil }
        self.init(offset: offset, tag: Self.decoded(parts[1]), uid: Self.decoded(parts[2]))
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// Base 64 for addresses (RFC 4648, §5). What would be too long for the parameter is left out.
    private static func encoded(_ text: String) -> String {
        let signs = Data(text.utf8).base64EncodedString().utf8.compactMap { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "+"): UInt8(ascii: "-")
            case UInt8(ascii: "/"): UInt8(ascii: "_")
            case UInt8(ascii: "="): nil
            default: byte
            }
        }
        return signs.count > 128 ? "" : String(decoding: signs, as: UTF8.self)
    }

    private static func decoded(_ text: Substring) -> String {
        let signs = text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 }
        let padded = String(signs) + String(repeating: "=", count: (4 - signs.count % 4) % 4)
        return Data(base64Encoded: padded).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
