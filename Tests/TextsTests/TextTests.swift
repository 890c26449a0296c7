import Testing
import Texts

struct TextTests {
    @Test(arguments: [
        (0, "0\u{A0}ligne"), (1, "1\u{A0}ligne"), (2, "2\u{A0}lignes"), (364, "364\u{A0}lignes"),
        (1_234, "1\u{202F}234\u{A0}lignes"), (1_000_000, "1\u{202F}000\u{202F}000\u{A0}lignes"),
    ])
    func frenchCountsZeroAndOneInTheSingular(number: Int, words: String) {
        #expect(Text.rows(number).fr == words)
    }

    @Test(arguments: [(0, "0 rows"), (1, "1 row"), (2, "2 rows"), (12_345, "12,345 rows")])
    func englishCountsOnlyOneInTheSingular(number: Int, words: String) {
        #expect(Text.rows(number).en == words)
    }

    @Test func negativeNumbersKeepTheirSign() {
        #expect(Text.number(-1_234_567).fr == "-1\u{202F}234\u{202F}567")
        #expect(Text.number(-12).en == "-12")
    }

    @Test func aChoiceIsSaidAsPeopleSayIt() {
        #expect(Text.oneOf(["Bron"]).fr == "« Bron »")
        #expect(Text.oneOf(["Bron", "Mions"]).fr == "« Bron » ou « Mions »")
        #expect(Text.oneOf(["a", "b", "c"]).fr == "« a », « b » ou « c »")
        #expect(
            Text.oneOf(["a", "b", "c"]).en.hasSuffix("or « c »") || Text.oneOf(["a", "b", "c"]).en.hasSuffix("or “c”"))
    }

    @Test func aLongChoiceIsCutShort() {
        let text = Text.oneOf((1...20).map(String.init), limit: 3).fr
        #expect(text.contains("« 3 »"))
        #expect(!text.contains("« 4 »"))
        #expect(text.hasSuffix("…"))
    }

    @Test func anEmptyChoiceDoesNotFail() {
        #expect(!Text.oneOf([]).fr.isEmpty)
    }

    @Test func aTextSpeaksTheLanguageThatIsAskedFor() {
        let text = Text(fr: "Bonjour.", en: "Hello.") + Text(verbatim: "Bron")
        #expect(text.in(.french) == "Bonjour. Bron")
        #expect(text.in(.english) == "Hello. Bron")
    }
}
