#if PostgreSQL
    /// The arguments of a statement as libpq takes them: bytes as they are, all else as text.
    struct Parameters {
        private var bytes: [UInt8] = []
        /// Where each begins; nil is null.
        private var starts: [Int?] = []
        private var lengths: [Int32] = []
        private var formats: [Int32] = []

        init(_ values: [SQLValue]) throws(DatabaseError) {
            for value in values {
                let start = bytes.count
                var isBinary = false
                switch value {
                case .null: break
                case .integer(let number): bytes += String(number).utf8
                case .real(let number): bytes += number.description.utf8
                case .text(let text): try appendText(text)
                case .bytes(let raw):
                    isBinary = true
                    bytes += raw
                }
                guard let length = Int32(exactly: bytes.count - start) else {
                    throw DatabaseError(.other, "A value is larger than 2 GB.")
                }
                lengths.append(length)
                formats.append(isBinary ? 1 : 0)
                starts.append(value == .null ? nil : start)
                bytes.append(0)
            }
        }

        private mutating func appendText(_ text: String) throws(DatabaseError) {
            guard !text.utf8.contains(0) else { throw .zeroInText }
            bytes += text.utf8
        }

        func withPointers<Result>(
            _ body: (Int32, [UnsafePointer<CChar>?], [Int32], [Int32]) throws -> Result
        ) rethrows -> Result {
            try bytes.withUnsafeBytes { raw in
                let base = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
                let values = starts.map { start in start.flatMap { start in base.map { $0 + start } } }
                return try body(Int32(values.count), values, lengths, formats)
            }
        }
    }

    extension DatabaseError {
        static let zeroInText = DatabaseError(
            .other, state: "22021", "A text holds the character U+0000, which PostgreSQL cannot keep.")
    }
#endif
