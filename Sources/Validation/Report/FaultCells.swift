/// The cells of faults, read again from the file. Faults come in the order of the file, and so is it read.
final class FaultCells {
    private let file: TextFile
    private var cutter: RecordCutter
    /// Where the record in hand begins.
    private var place = -1
    private var released = 0

    /// How many bytes are read before their memory is given back.
    private static let stretch = 8 << 20

    init(_ source: TableSource) {
        file = source.file
        cutter = RecordCutter(source.file.text, dialect: source.dialect)
    }

    /// Calls a body with the cell of a fault: no bytes where it has none.
    func with<Result>(_ mark: FaultMark, _ body: (Bytes) -> Result) -> Result {
        guard mark.column >= 0 else { return body(Bytes(start: nil, count: 0)) }
        if mark.place != place { move(to: mark.place) }
        let column = Int(mark.column)
        return withExtendedLifetime(self) {
            body(column < cutter.cells.count ? cutter.cells[column] : Bytes(start: nil, count: 0))
        }
    }

    private func move(to start: Int) {
        if start < released {
            released = start
        } else if start - released > Self.stretch {
            file.release(released..<start)
            released = start
        }
        place = start
        cutter.move(to: start)
        if !cutter.next() { cutter.cells.removeAll() }
    }
}
