public import Foundation

extension RowChange {
    /// Writes the change as a JSON object, as the changes and the webhooks give it.
    public func writeJSON(to bytes: inout [UInt8]) {
        let facts: [(StaticString, String)] = [
            ("{\"kind\":", kind.rawValue), (",\"schema\":", schema), (",\"uid\":", uid), (",\"commune\":", commune),
            (",\"release\":", release), (",\"date\":", Self.text(of: date)),
        ]
        for (name, value) in facts {
            bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
            bytes += JSONText.string(value)
        }
        bytes += Array(",\"cursor\":\(cursor),\"values\":".utf8)
        guard kind != .removed else {
            bytes += Array("null}".utf8)
            return
        }
        bytes.append(0x7B)
        for (place, value) in values.sorted(by: { $0.key < $1.key }).enumerated() {
            if place > 0 { bytes.append(0x2C) }
            bytes += JSONText.string(value.key)
            bytes.append(0x3A)
            bytes += JSONText.string(value.value)
        }
        bytes += Array("}}".utf8)
    }

    /// A moment as RFC 3339 writes it, in UTC.
    public static func text(of moment: Date) -> String {
        moment.formatted(.iso8601)
    }
}
