#if PostgreSQL
    import CPQ
    import Foundation

    /// The row that stands at the head of a stream.
    final class PostgreSQLRow: SQLRow {
        private let columns: [ColumnType]
        private let isBinary: Bool
        var result: OpaquePointer?
        /// The number of the row in the result.
        var row: Int32 = 0

        init(columns: [ColumnType], isBinary: Bool) {
            self.columns = columns
            self.isBinary = isBinary
        }

        func isNull(_ column: Int) -> Bool { PQgetisnull(result, row, Int32(column)) == 1 }

        /// A whole number; a fraction is cut off, a truth is 1 or 0, what is no number is 0.
        func integer(_ column: Int) -> Int64 {
            let raw = value(column)
            guard !raw.isEmpty else { return 0 }
            if isBinary {
                switch columns[column] {
                case .integer8: return Int64(bitPattern: Self.bigEndian(raw))
                case .integer4: return Int64(Int32(truncatingIfNeeded: Self.bigEndian(raw)))
                case .integer2: return Int64(Int16(truncatingIfNeeded: Self.bigEndian(raw)))
                case .boolean, .identifier: return Int64(Self.bigEndian(raw))
                case .real4, .real8: return Self.clamped(real(column))
                case .text, .bytes, .other: break
                }
            }
            return Int64(decimal: raw) ?? Self.clamped(real(column))
        }

        func real(_ column: Int) -> Double {
            let raw = value(column)
            guard !raw.isEmpty else { return 0 }
            if isBinary {
                switch columns[column] {
                case .real8: return Double(bitPattern: Self.bigEndian(raw))
                case .real4: return Double(Float(bitPattern: UInt32(truncatingIfNeeded: Self.bigEndian(raw))))
                case .integer2, .integer4, .integer8, .boolean, .identifier: return Double(integer(column))
                case .text, .bytes, .other: break
                }
            }
            if case .boolean = columns[column] { return raw.first == UInt8(ascii: "t") ? 1 : 0 }
            // libpq ends every value with a zero byte.
            return raw.baseAddress.map { strtod($0.assumingMemoryBound(to: CChar.self), nil) } ?? 0
        }

        func text(_ column: Int) -> String { withBytes(column) { String(decoding: $0, as: UTF8.self) } }

        func withBytes<Result>(
            _ column: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
        ) rethrows -> Result {
            let raw = value(column)
            switch columns[column] {
            case .boolean where !isNull(column):
                return try Array(String(integer(column)).utf8).withUnsafeBytes(body)
            case .bytes where !isBinary: return try Array(hexadecimal: raw).withUnsafeBytes(body)
            case .integer2 where isBinary, .integer4 where isBinary, .integer8 where isBinary,
                .identifier where isBinary:
                return try Array((isNull(column) ? "" : String(integer(column))).utf8).withUnsafeBytes(body)
            case .real4 where isBinary, .real8 where isBinary:
                return try Array((isNull(column) ? "" : String(real(column))).utf8).withUnsafeBytes(body)
            default: return try body(raw)
            }
        }

        private func value(_ column: Int) -> UnsafeRawBufferPointer {
            precondition(columns.indices.contains(column), "The statement gives no such column.")
            return UnsafeRawBufferPointer(
                start: PQgetvalue(result, row, Int32(column)), count: Int(PQgetlength(result, row, Int32(column))))
        }

        private static func bigEndian(_ raw: UnsafeRawBufferPointer) -> UInt64 {
            if raw.count == 8 { return UInt64(bigEndian: raw.loadUnaligned(as: UInt64.self)) }
            return raw.reduce(0) { $0 << 8 | UInt64($1) }
        }

        private static func clamped(_ number: Double) -> Int64 {
            Int64(exactly: number.rounded(.towardZero)) ?? (number > 0 ? .max : number < 0 ? .min : 0)
        }
    }

    extension Int64 {
        /// Digits with a sign; `t` and `f` are PostgreSQL's truths. Nil where it is something else, or too large.
        fileprivate init?(decimal raw: UnsafeRawBufferPointer) {
            var digits = raw[...]
            let isNegative = digits.first == UInt8(ascii: "-")
            if isNegative { digits = digits.dropFirst() }
            guard let first = digits.first else { return nil }
            if raw.count == 1, first == UInt8(ascii: "t") || first == UInt8(ascii: "f") {
                self = first == UInt8(ascii: "t") ? 1 : 0
                return
            }
            var number: Int64 = 0
            for byte in digits {
                guard 0x30...0x39 ~= byte else { return nil }
                let (tens, tooLarge) = number.multipliedReportingOverflow(by: 10)
                let digit = Int64(byte - 0x30)
                let (next, over) =
                    isNegative ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
                guard !tooLarge, !over else { return nil }
                number = next
            }
            self = number
        }
    }

    extension [UInt8] {
        /// The bytes of `\x0a1b…`, as a server writes them.
        fileprivate init(hexadecimal raw: UnsafeRawBufferPointer) {
            func digit(_ byte: UInt8) -> UInt8 { byte <= 0x39 ? byte & 0x0F : (byte & 0x0F) + 9 }
            self.init(unsafeUninitializedCapacity: Swift.max(0, raw.count / 2 - 1)) { bytes, count in
                while 2 * count + 3 < raw.count {
                    bytes[count] = digit(raw[2 * count + 2]) << 4 | digit(raw[2 * count + 3])
                    count += 1
                }
            }
        }
    }
#endif
