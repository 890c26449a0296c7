/// The cells of one column as they stand in some file: every distinct value is written once, and copied for each row
/// that holds it. All of them lie in one buffer, so that a column of a million different texts is no million of arrays.
public struct WrittenCells: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = [0]
    private let codes: [UInt32]

    /// Writes every distinct value of a column; `write` adds the bytes of one value.
    public init(_ cells: Cells, _ write: (_ value: UnsafeBufferPointer<UInt8>, _ bytes: inout [UInt8]) -> Void) {
        codes = cells.codes
        ends.reserveCapacity(cells.distinctCount + 1)
        for code in 0..<cells.distinctCount {
            cells.withBytes(of: code) { write($0, &bytes) }
            ends.append(bytes.count)
        }
    }

    /// Adds what stands in a row.
    public func write(_ row: Int, to target: inout [UInt8]) {
        let code = Int(codes[row])
        let (start, end) = (ends[code], ends[code + 1])
        bytes.withUnsafeBufferPointer { target.append(contentsOf: UnsafeBufferPointer(rebasing: $0[start..<end])) }
    }

    /// Whether nothing stands in a row.
    public func isEmpty(_ row: Int) -> Bool {
        let code = Int(codes[row])
        return ends[code] == ends[code + 1]
    }
}
