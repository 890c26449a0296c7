import Foundation
import Tables
import Testing

@testable import Spreadsheets

@Suite("Records of a text, cut where they lie")
struct RecordTests {
    /// The cases that every reader of CSV is asked about, and those that people add.
    static let cases: [(text: String, records: [[String]])] = [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
        ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
        ("a,b\n\"x, y\",2\n", [["a", "b"], ["x, y", "2"]]),
        ("a,b\n\"x\ny\",2\n", [["a", "b"], ["x\ny", "2"]]),
        ("a,b\n\"x\r\ny\",2\r\n", [["a", "b"], ["x\r\ny", "2"]]),
        ("a,b\n\"dit \"\"oui\"\"\",2\n", [["a", "b"], ["dit \"oui\"", "2"]]),
        ("a,b\n\"{\"\"x\"\": \"\"y\"\"}\",2\n", [["a", "b"], ["{\"x\": \"y\"}", "2"]]),
        ("a,b\n\"\",\n", [["a", "b"], ["", ""]]),
        ("a,b\n\n1,2\n", [["a", "b"], [""], ["1", "2"]]),
        ("é,ʤ\n1,2", [["é", "ʤ"], ["1", "2"]]),
        ("a,b\n1, \"x, y\" \n", [["a", "b"], ["1", "x, y"]]),
        ("a,b\n12\" tuyau,2\n", [["a", "b"], ["12\" tuyau", "2"]]),
        ("a,b\n\"x,2\n3,4\n", [["a", "b"], ["\"x", "2"], ["3", "4"]]),
        ("a,b,", [["a", "b", ""]]),
    ]

    @Test(arguments: cases)
    func theUsualCasesAreCut(text: String, records: [[String]]) {
        #expect(SeparatedText(Data(text.utf8)).firstRecords(100) == records)
    }

    @Test func howAFieldIsWrittenIsTold() {
        let text = SeparatedText(Data("a;b;c;d\n\"x\"\"y\";\"z\";\"t;z\n".utf8))
        let marks = text.mapBlocks { block in
            var marks: [[Bool]] = []
            block.forEachRecord { record in
                marks = (0..<record.count).map {
                    [record.isQuoted($0), record.hasDoubledQuotes($0), record.isUnbalanced($0)]
                }
                return true
            }
            return marks
        }
        let (yes, no) = (true, false)
        #expect(marks.last == [[yes, yes, no], [yes, no, no], [no, no, yes], [no, no, no]])
    }

    @Test(arguments: 0..<40)
    func theSameFieldsAsOneByOne(seed: UInt64) {
        var dice = Dice(seed: seed)
        for _ in 0..<100 {
            let text = dice.text(longest: 400)
            let delimiter: UInt8 = dice.oneOf([0x3B, 0x2C, 0x09, 0])
            let width = dice.oneOf([0, 4])
            text.withUnsafeBytes { bytes in
                let expected = bytes.fieldsOneByOne(delimiter: delimiter, delimitersOfRow: width)
                let cut = bytes.fieldsOfRecords(delimiter: delimiter, delimitersOfRow: width)
                #expect(cut == expected, "\(String(decoding: text, as: UTF8.self).debugDescription)")
            }
        }
    }

    @Test(arguments: 0..<40)
    func blocksEndWhereRecordsDo(seed: UInt64) {
        var dice = Dice(seed: seed)
        for _ in 0..<60 {
            let text = dice.text(longest: 400)
            let (delimiter, width) = (UInt8(ascii: ";"), dice.oneOf([0, 4]))
            let size = dice.oneOf([1, 7, 30, 64, 100])
            text.withUnsafeBytes { bytes in
                var cutter = BlockCutter(
                    bytes, delimiter: delimiter, delimitersOfRow: width, from: 0, blocksOf: size)
                var cut: [CutField] = []
                while let block = cutter.next() {
                    let rebased = UnsafeRawBufferPointer(rebasing: bytes[block.range])
                    cut += rebased.fieldsOfRecords(delimiter: delimiter, delimitersOfRow: width).map {
                        $0.moved(by: block.range.lowerBound)
                    }
                }
                let expected = bytes.fieldsOfRecords(delimiter: delimiter, delimitersOfRow: width)
                #expect(cut == expected, "\(size) \(String(decoding: text, as: UTF8.self).debugDescription)")
            }
        }
    }

    @Test func workersReadEachRecordOnce() {
        let rows = (1...5_000).map { "\($0);\"rue \($0);\n\";x" }
        let text = SeparatedText(Data(rows.joined(separator: "\n").utf8))
        let numbers = text.mapBlocks(ofBytes: 1_000, workers: 3) { block in
            var numbers: [String] = []
            block.forEachRecord { record in
                numbers.append(record.string(0))
                return true
            }
            return numbers
        }
        #expect(numbers.count > 50)
        #expect(numbers.flatMap(\.self) == (1...5_000).map(String.init))
    }

    @Test func noBlockIsBegunAfterTheLastWanted() {
        let text = SeparatedText(Data(String(repeating: "a;b\n", count: 10_000).utf8))
        let seen = text.counting(workers: 1) { $0.number < 2 }
        #expect(seen == 3)
    }

    @Test func anyEncodingIsReadByBlocks() throws {
        let line = "Château d’eau;é\n"
        let old = Data(
            String(repeating: line, count: 3_000).unicodeScalars.map { scalar in
                scalar == "’" ? 0x92 : UInt8(scalar.value)
            })
        let wide = try #require(String(repeating: line, count: 3_000).data(using: .utf16LittleEndian))
        for (data, encoding) in [
            (old, "windows-1252"), (wide, "utf-16le"), (Data([0xEF, 0xBB, 0xBF] + line.utf8), "utf-8"),
        ] {
            let text = SeparatedText(data)
            #expect(text.encoding == encoding)
            #expect(text.firstRecords(1) == [["Château d’eau", "é"]])
            #expect(text.delimiter == ";")
        }
    }

    @Test func otherFilesAreNotText() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "parcs.csv")
        try Data("PK\u{03}\u{04}zip".utf8).write(to: file)
        #expect(try SeparatedText.open(fileAt: file) == nil)
        try Data("sep=;\na;b\n1;2".utf8).write(to: file)
        let text = try #require(try SeparatedText.open(fileAt: file))
        #expect(text.firstRecords(5) == [["a", "b"], ["1", "2"]])
        #expect(text.linesBefore == 1)
        #expect(throws: UnreadableFile.self) { try SeparatedText.open(fileAt: folder.appending(path: "absent.csv")) }
    }
}

/// A field as both ways of cutting tell it.
private struct CutField: Equatable {
    var range: Range<Int>
    var isDoubled: Bool
    var isUnbalanced: Bool
    var isQuoted: Bool
    var endsRecord: Bool

    func moved(by offset: Int) -> CutField {
        var field = self
        field.range = range.lowerBound + offset..<range.upperBound + offset
        return field
    }
}

extension UnsafeRawBufferPointer {
    fileprivate func fieldsOneByOne(delimiter: UInt8, delimitersOfRow: Int) -> [CutField] {
        var scanner = FieldScanner(self, delimiter: delimiter, delimitersOfRow: delimitersOfRow)
        var fields: [CutField] = []
        while !scanner.isAtEnd {
            let field = scanner.next()
            fields.append(
                CutField(
                    range: field.range, isDoubled: field.hasDoubledQuotes, isUnbalanced: field.isUnbalanced,
                    isQuoted: field.isQuoted, endsRecord: field.endsRecord))
        }
        return fields
    }

    fileprivate func fieldsOfRecords(delimiter: UInt8, delimitersOfRow: Int) -> [CutField] {
        var cursor = RecordCursor(self, delimiter: delimiter, delimitersOfRow: delimitersOfRow)
        var fields: [CutField] = []
        while let record = cursor.next() {
            for place in 0..<record.count {
                guard let field = record[place].baseAddress, let base = baseAddress else { continue }
                let start = field - base
                fields.append(
                    CutField(
                        range: start..<start + record[place].count, isDoubled: record.hasDoubledQuotes(place),
                        isUnbalanced: record.isUnbalanced(place), isQuoted: record.isQuoted(place),
                        endsRecord: place == record.count - 1))
            }
        }
        return fields
    }
}

extension SeparatedText {
    /// How many blocks are seen before `wanted` says no.
    fileprivate func counting(workers: Int, _ wanted: @Sendable @escaping (RecordBlock) -> Bool) -> Int {
        let seen = Counter()
        forEachBlock(ofBytes: 100, workers: workers) { block in
            seen.add()
            return wanted(block)
        }
        return seen.count
    }
}

private final class Counter: @unchecked Sendable {
    private(set) var count = 0
    func add() { count += 1 }
}

/// Chance that comes out the same each time (SplitMix64).
private struct Dice: RandomNumberGenerator {
    var seed: UInt64

    mutating func next() -> UInt64 {
        seed &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (seed ^ seed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func oneOf<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &self)]
    }

    /// A text in which signs that cut are frequent.
    mutating func text(longest: Int) -> [UInt8] {
        let signs = Array(";;,\t \"\"\"\n\r".utf8) + Array("ab1é".utf8)
        let plain = Array("abcdefgh;;;\n".utf8)
        let alphabet = oneOf([signs, signs, plain + signs, plain + Array("\"".utf8)])
        return (0..<Int.random(in: 0...longest, using: &self)).map { _ in oneOf(alphabet) }
    }
}
