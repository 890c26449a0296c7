import Foundation

/// What was found in one part of a file.
struct PartResult: Sendable {
    var marks: [FaultMark] = []
    /// What checks of several columns said.
    var sayings: [RowSaying] = []
    var keys: [[RowKeys.Entry]] = []
    var rowCount = 0
    /// Where the part began and ended: records do not end where parts do.
    var range = 0..<0
}

/// The rows of a file, judged in parts, as many at a time as the machine has processors.
///
/// A part begins at the first line after a place in the file. That this line begins a record, and is not inside a quoted
/// cell, is supposed, and verified when the part before has come to its end; a part that began wrongly is judged again.
struct PartedReading {
    private static let partSize = 512 << 10

    let file: TextFile
    let dialect: Dialect
    let plan: TablePlan
    /// The byte at which the first row begins.
    let start: Int

    /// The results of all parts, in their order.
    func results() -> [PartResult] {
        let size = file.text.count - start
        let count = max(1, (size + Self.partSize - 1) / Self.partSize)
        var results = [PartResult](repeating: PartResult(), count: count)
        if count == 1 {
            results[0] = judge(0, from: start)
        } else {
            results.withUnsafeMutableBufferPointer { slots in
                nonisolated(unsafe) let slots = slots
                DispatchQueue.concurrentPerform(iterations: count) { part in
                    slots[part] = judge(part, from: supposedStart(of: part))
                }
            }
        }
        for part in 1..<max(count, 1) where results[part].range.lowerBound != results[part - 1].range.upperBound {
            results[part] = judge(part, from: results[part - 1].range.upperBound)
        }
        return results
    }

    private func boundary(_ part: Int) -> Int { min(start + part * Self.partSize, file.text.count) }

    /// The first line that begins at the boundary of a part or after it.
    private func supposedStart(of part: Int) -> Int {
        guard part > 0 else { return start }
        let text = file.text
        var place = boundary(part) - 1
        while place < text.count {
            let byte = text[place]
            place += 1
            if byte == 0x0A { return place }
            if byte == 0x0D { return place < text.count && text[place] == 0x0A ? place + 1 : place }
        }
        return text.count
    }

    private func judge(_ part: Int, from place: Int) -> PartResult {
        let limit = boundary(part + 1)
        var cutter = RecordCutter(file.text, dialect: dialect, at: place)
        let judge = RowJudge(plan, stable: file.text, isFirst: part == 0)
        var offset = place
        while offset < limit, cutter.next() {
            judge.judge(cutter.cells, at: offset - place)
            offset = cutter.place
        }
        file.release(place..<max(place, offset))
        return PartResult(
            marks: judge.marks, sayings: judge.sayings, keys: judge.keyEntries, rowCount: judge.rowCount,
            range: place..<max(place, offset))
    }
}
