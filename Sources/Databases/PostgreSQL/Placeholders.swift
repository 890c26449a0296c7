#if PostgreSQL
    /// Statements are written with `?` for arguments; PostgreSQL wants `$1`, `$2`….
    enum Placeholders {
        /// The statement with numbered arguments, and how many there are. What stands in quotes, in comments and between
        /// dollar quotes is left alone.
        static func numbered(_ sql: String) -> (sql: String, count: Int) {
            var reader = Reader(bytes: Array(sql.utf8))
            var count = 0
            while let byte = reader.next() {
                if byte == UInt8(ascii: "?") {
                    count += 1
                    reader.written.removeLast()
                    reader.written += Array("$\(count)".utf8)
                }
            }
            return (String(decoding: reader.written, as: UTF8.self), count)
        }

        /// Copies a statement and stops only at bytes that belong to no quote and no comment.
        private struct Reader {
            let bytes: [UInt8]
            var written: [UInt8] = []
            private var at = 0

            init(bytes: [UInt8]) {
                self.bytes = bytes
                written.reserveCapacity(bytes.count + 16)
            }

            mutating func next() -> UInt8? {
                guard at < bytes.count else { return nil }
                switch bytes[at] {
                case UInt8(ascii: "'"): copy(to: endOfQuote(UInt8(ascii: "'"), escapes: isEscapeString))
                case UInt8(ascii: "\""): copy(to: endOfQuote(UInt8(ascii: "\""), escapes: false))
                case UInt8(ascii: "-") where peek(1) == UInt8(ascii: "-"): copy(to: endOfLine)
                case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"): copy(to: endOfComment)
                case UInt8(ascii: "$"): copy(to: endOfDollarQuote ?? at + 1)
                default:
                    copy(to: at + 1)
                    return written.last
                }
                return 0
            }

            private func peek(_ offset: Int) -> UInt8? {
                bytes.indices.contains(at + offset) ? bytes[at + offset] : nil
            }

            private mutating func copy(to end: Int) {
                written += bytes[at..<end]
                at = end
            }

            /// `E'…'`, where a backslash escapes.
            private var isEscapeString: Bool {
                guard let before = peek(-1), before | 0x20 == UInt8(ascii: "e") else { return false }
                return peek(-2).map { !Self.isOfName($0) } ?? true
            }

            private func endOfQuote(_ quote: UInt8, escapes: Bool) -> Int {
                var end = at + 1
                while end < bytes.count {
                    if bytes[end] == UInt8(ascii: "\\"), escapes {
                        end += 2
                    } else if bytes[end] == quote {
                        // A doubled quote begins again at once.
                        guard end + 1 < bytes.count, bytes[end + 1] == quote else { return end + 1 }
                        end += 2
                    } else {
                        end += 1
                    }
                }
                return bytes.count
            }

            private var endOfLine: Int { bytes[at...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count }

            /// Comments stand within each other.
            private var endOfComment: Int {
                var depth = 0
                var end = at
                while end + 1 < bytes.count {
                    switch (bytes[end], bytes[end + 1]) {
                    case (UInt8(ascii: "/"), UInt8(ascii: "*")): depth += 1
                    case (UInt8(ascii: "*"), UInt8(ascii: "/")): depth -= 1
                    default:
                        end += 1
                        continue
                    }
                    end += 2
                    if depth == 0 { return end }
                }
                return bytes.count
            }

            /// The end of `$tag$ … $tag$`; nil where the dollar begins none.
            private var endOfDollarQuote: Int? {
                if let before = peek(-1), Self.isOfName(before) { return nil }
                var end = at + 1
                while end < bytes.count, Self.isOfName(bytes[end]) { end += 1 }
                guard end < bytes.count, bytes[end] == UInt8(ascii: "$"), !(0x30...0x39 ~= bytes[at + 1]) else {
                    return nil
                }
                let tag = bytes[at...end]
                var close = end + 1
                while let dollar = bytes[close...].firstIndex(of: UInt8(ascii: "$")) {
                    if bytes[dollar...].starts(with: tag) { return dollar + tag.count }
                    close = dollar + 1
                }
                return bytes.count
            }

            private static func isOfName(_ byte: UInt8) -> Bool {
                0x30...0x39 ~= byte || 0x61...0x7A ~= byte | 0x20 || byte == UInt8(ascii: "_") || byte >= 0x80
            }
        }
    }
#endif
