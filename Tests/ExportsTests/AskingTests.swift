import Exports
import Foundation
import Testing

@Suite struct AskingTests {
    @Test(arguments: [
        ("bytes=0-499", 0..<500), ("bytes=500-999", 500..<1000), ("bytes=9500-", 9500..<10_000),
        ("bytes=-500", 9500..<10_000), ("bytes=-99999999999999999999999", 0..<10_000), ("bytes=0-0", 0..<1),
        ("bytes=-1", 9999..<10_000), ("bytes=9999-99999999999999999999", 9999..<10_000), ("BYTES=0-1", 0..<2),
        ("bytes= 0-1 ", 0..<2), ("bytes=,0-1,", 0..<2),
    ])
    func aPartIsAskedFor(header: String, part: Range<Int>) {
        #expect(ByteRange(header, length: 10_000) == .part(part))
    }

    @Test(arguments: [
        nil, "", "bytes", "bytes=", "bytes=a-b", "bytes=5-4", "bytes=--5", "lines=0-5", "bytes=0-5;", "bytes=1",
        "bytes=0-1,5-9", "bytes=0x1-2", "bytes=-", "bytes=١-٢", "bytes 0-5", "bytes=0-1,a",
    ])
    func whatIsNotUnderstoodIsTheWholeFile(header: String?) {
        #expect(ByteRange(header, length: 10_000) == .whole)
    }

    @Test(arguments: [
        "bytes=10000-", "bytes=10000-10001", "bytes=-0", "bytes=99999999999999999999-", "bytes=20000-,-0",
    ])
    func whatIsNotThereCannotBeGiven(header: String) {
        #expect(ByteRange(header, length: 10_000) == .unsatisfiable)
    }

    @Test func anEmptyFileHasNoParts() {
        #expect(ByteRange("bytes=0-", length: 0) == .unsatisfiable)
        #expect(ByteRange("bytes=-5", length: 0) == .unsatisfiable)
        #expect(ByteRange(nil, length: 0) == .whole)
    }

    @Test func datesAreReadInAllThreeForms() {
        let date = Date(timeIntervalSince1970: 784_111_777)
        #expect(HTTPDate.text(date) == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(HTTPDate.text(date.addingTimeInterval(0.9)) == "Sun, 06 Nov 1994 08:49:37 GMT")
        for text in [
            "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
        ] {
            #expect(HTTPDate.date(text) == date, "\(text)")
        }
        for text in ["", "hier", "1994-11-06", "Sun, 06 Nov 1994 25:49:37 GMT", "Sun, 32 Nov 1994 08:49:37 GMT"] {
            #expect(HTTPDate.date(text) == nil, "\(text)")
        }
        _ = HTTPDate.text(.distantPast) + HTTPDate.text(.distantFuture)
    }

    private let modified = Date(timeIntervalSince1970: 784_111_777.5)

    private func answer(_ question: FileQuestion) -> FileAnswer {
        FileAnswer(to: question, tag: "abc", modified: modified, length: 1000)
    }

    @Test func aFileComesWithWhatIsNeededToAskAgain() {
        let whole = answer(FileQuestion())
        #expect(whole.status == 200 && whole.bytes == 0..<1000)
        #expect(
            whole.headers.map { "\($0.name): \($0.value)" } == [
                "ETag: \"abc\"", "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT", "Accept-Ranges: bytes",
            ])
    }

    @Test func whoeverHasTheFileIsToldSo() {
        for header in ["\"abc\"", "W/\"abc\"", "\"x\", \"abc\"", "*", "\"a,b\",\"abc\""] {
            #expect(answer(FileQuestion(ifNoneMatch: header)).status == 304, "\(header)")
        }
        for header in ["\"x\"", "abc", "\"abc", "W/abc", ""] {
            #expect(answer(FileQuestion(ifNoneMatch: header)).status == 200, "\(header)")
        }
        let (same, before) = ("Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:36 GMT")
        #expect(answer(FileQuestion(ifModifiedSince: same)).status == 304)
        #expect(answer(FileQuestion(ifModifiedSince: before)).status == 200)
        #expect(answer(FileQuestion(ifModifiedSince: "hier")).status == 200)
        // The tag is the better witness.
        #expect(answer(FileQuestion(ifNoneMatch: "\"x\"", ifModifiedSince: same)).status == 200)
        #expect(answer(FileQuestion(ifNoneMatch: "\"abc\"", range: "bytes=0-1")).status == 304)
    }

    @Test func whoeverMeansAnotherFileIsToldSo() {
        #expect(answer(FileQuestion(ifMatch: "\"x\"")).status == 412)
        #expect(answer(FileQuestion(ifMatch: "W/\"abc\"")).status == 412)
        #expect(answer(FileQuestion(ifMatch: "\"abc\"")).status == 200)
        #expect(answer(FileQuestion(ifMatch: "*")).status == 200)
        #expect(answer(FileQuestion(ifUnmodifiedSince: "Sun, 06 Nov 1994 08:49:36 GMT")).status == 412)
        #expect(answer(FileQuestion(ifUnmodifiedSince: "Sun, 06 Nov 1994 08:49:37 GMT")).status == 200)
    }

    @Test func aPartIsGivenOfTheFileThatIsMeant() {
        let part = answer(FileQuestion(range: "bytes=10-19"))
        #expect(part.status == 206 && part.bytes == 10..<20)
        #expect(part.headers.last?.value == "bytes 10-19/1000")
        let none = answer(FileQuestion(range: "bytes=1000-"))
        #expect(none.status == 416 && none.bytes.isEmpty && none.headers.last?.value == "bytes */1000")
        for known in ["\"abc\"", "Sun, 06 Nov 1994 08:49:37 GMT"] {
            #expect(answer(FileQuestion(ifRange: known, range: "bytes=10-19")).status == 206)
        }
        for known in ["\"x\"", "W/\"abc\"", "Sun, 06 Nov 1994 08:49:36 GMT", "?"] {
            let whole = answer(FileQuestion(ifRange: known, range: "bytes=10-19"))
            #expect(whole.status == 200 && whole.bytes == 0..<1000, "\(known)")
        }
        #expect(answer(FileQuestion(range: "bytes=10-19", wantsBody: false)).status == 200)
    }

    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func digestsAreThoseOfTheStandard(text: String, digest: String) {
        #expect(SHA256.digest(text.utf8) == digest)
    }

    @Test func aDigestDoesNotDependOnThePieces() {
        let bytes = [UInt8](repeating: 0x61, count: 1000)
        for size in [1, 3, 55, 63, 64, 65, 128, 999] {
            var sum = SHA256()
            for start in stride(from: 0, to: 1000, by: size) {
                bytes[start..<min(start + size, 1000)].withUnsafeBytes { sum.add($0) }
            }
            #expect(sum.digest() == "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3")
        }
    }
}
