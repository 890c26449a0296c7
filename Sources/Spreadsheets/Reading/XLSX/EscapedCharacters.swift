extension [UInt8] {
    /// Puts in their place the characters that XLSX writes as `_x000D_` because XML cannot hold them (ECMA-376,
    /// part 1, 22.9.2.19). An escaped underscore, `_x005F_`, shows that what follows is meant as it stands.
    mutating func decodeEscapes() {
        guard firstEscape(from: 0) != nil else { return }
        var units: [UInt16] = []
        var decoded: [UInt8] = []
        var place = 0
        func flush() {
            for byte in String(decoding: units, as: UTF16.self).utf8 where byte != 0 { decoded.append(byte) }
            units.removeAll()
        }
        while place < count {
            if let unit = escape(at: place) {
                units.append(unit)
                place += 7
            } else {
                flush()
                decoded.append(self[place])
                place += 1
            }
        }
        flush()
        self = decoded
    }

    private func firstEscape(from start: Int) -> Int? {
        var place = start
        while place + 6 < count {
            if self[place] == 0x5F, self[place + 1] == 0x78, escape(at: place) != nil { return place }
            place += 1
        }
        return nil
    }

    private func escape(at place: Int) -> UInt16? {
        guard place + 6 < count, self[place] == 0x5F, self[place + 1] == 0x78, self[place + 6] == 0x5F else {
            return nil
        }
        let digits = self[place + 2..<place + 6]
        guard digits.allSatisfy({ $0 &- 0x30 <= 9 || ($0 | 0x20) &- 0x61 <= 5 }) else { return nil }
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
