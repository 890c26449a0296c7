#if PostgreSQL
    /// Rows as COPY reads them in its text format: values apart by tabs, rows by line feeds.
    struct CopyText {
        private(set) var bytes: [UInt8] = []

        init(capacity: Int) { bytes.reserveCapacity(capacity) }

        mutating func empty() { bytes.removeAll(keepingCapacity: true) }

        mutating func append(_ row: [SQLValue]) throws(DatabaseError) {
            var isFirst = true
            for value in row {
                if !isFirst { bytes.append(UInt8(ascii: "\t")) }
                isFirst = false
                try append(value)
            }
            bytes.append(UInt8(ascii: "\n"))
        }

        private mutating func append(_ value: SQLValue) throws(DatabaseError) {
            switch value {
            case .null: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "N")]
            case .integer(let number): append(number)
            case .real(let number): bytes += number.description.utf8
            case .text(var text):
                let isWhole = text.withUTF8 { appendEscaped($0) }
                guard isWhole else { throw .zeroInText }
            case .bytes(let raw): appendHexadecimal(raw)
            }
        }

        private mutating func append(_ number: Int64) {
            if number < 0 { bytes.append(UInt8(ascii: "-")) }
            let start = bytes.count
            var rest = number.magnitude
            repeat {
                bytes.append(UInt8(truncatingIfNeeded: rest % 10) + 0x30)
                rest /= 10
            } while rest > 0
            bytes[start...].reverse()
        }

        /// Returns false where the text holds a zero byte.
        private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
            var start = 0
            for at in text.indices where text[at] < 0x20 || text[at] == UInt8(ascii: "\\") {
                let letter: UInt8
                switch text[at] {
                case 0: return false
                case UInt8(ascii: "\\"): letter = UInt8(ascii: "\\")
                case 0x08: letter = UInt8(ascii: "b")
                case 0x09: letter = UInt8(ascii: "t")
                case 0x0A: letter = UInt8(ascii: "n")
                case 0x0B: letter = UInt8(ascii: "v")
                case 0x0C: letter = UInt8(ascii: "f")
                case 0x0D: letter = UInt8(ascii: "r")
                default: continue
                }
                bytes.append(contentsOf: text[start..<at])
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(letter)
                start = at + 1
            }
            bytes.append(contentsOf: text[start...])
            return true
        }

        /// `\\x0a1b…`: the backslash itself is escaped.
        private mutating func appendHexadecimal(_ raw: [UInt8]) {
            bytes += [UInt8(ascii: "\\"), UInt8(ascii: "\\"), UInt8(ascii: "x")]
            func digit(_ half: UInt8) -> UInt8 { half < 10 ? half + 0x30 : half + 0x57 }
            for byte in raw {
                bytes.append(digit(byte >> 4))
                bytes.append(digit(byte & 15))
            }
        }
    }
#endif
