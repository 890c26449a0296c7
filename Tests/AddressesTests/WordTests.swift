import Testing

@testable import Addresses

struct WordTests {
    @Test func lettersArePlain() {
        #expect(WordCutter.words("Allée de l'Abbé-Œuvré").map(\.text) == ["allee", "de", "l", "abbe", "oeuvre"])
    }

    @Test func aGluedPostcodeIsCutOff() {
        #expect(WordCutter.words("rue des Vosges93290 Bondy").map(\.text).suffix(2) == ["93290", "bondy"])
        #expect(WordCutter.words("38400saint").map(\.text) == ["38400", "saint"])
        #expect(WordCutter.words("12bis").map(\.text) == ["12bis"])
    }

    @Test func wordsStandInTheirOrder() {
        #expect(Word("abbe") < Word("abbes"))
        #expect(Word("rue") < Word("ruelle"))
        #expect(Word("zola") > Word("abricotiers"))
    }

    @Test func wordsAreTakenApartAndPutTogether() {
        let word = Word("republique")
        #expect(word.count == 10)
        #expect(word.prefix(3) == Word("rep"))
        #expect(word.prefix(9) == Word("republiqu"))
        #expect(word.dropFirst(3) == Word("ublique"))
        #expect(word.dropFirst(9) == Word("e"))
        #expect(Word("jean").joined(Word("jaures")) == Word("jeanjaures"))
        #expect(word.hasPrefix(Word("repub")) && !word.hasPrefix(Word("repab")))
    }

    @Test(arguments: [
        ("AV", "avenue"), ("bd", "boulevard"), ("ALL", "allee"), ("GAL", "general"), ("ste", "saint"),
        ("PDT", "president"),
        ("onze", "11"), ("xiv", "14"), ("premier", "1er"), ("sente", "sentier"), ("gde", "grand"),
    ])
    func aShortWordIsTheFullOne(_ short: String, _ full: String) {
        #expect(WordCutter.words(short).map(PlainWords.full) == WordCutter.words(full))
    }
}

struct LikenessTests {
    @Test func slipsAreCounted() {
        #expect(Likeness.slips(Word("gabirel"), Word("gabriel"), limit: 2) == 1)
        #expect(Likeness.slips(Word("verdon"), Word("verdun"), limit: 2) == 1)
        #expect(Likeness.slips(Word("lenine"), Word("picasso"), limit: 2) == nil)
    }

    @Test func lettersSwappedOrDoubledAreASlip() {
        #expect(Likeness.isLikelySlip(Word("gabirel"), Word("gabriel")))
        #expect(Likeness.isLikelySlip(Word("colllet"), Word("collet")))
    }

    @Test(arguments: [
        (Word("marin"), Word("martin")), (Word("verdon"), Word("verdun")), (Word("ferre"), Word("ferry")),
    ])
    func aLetterMoreOrLessMayBeAnotherName(_ typed: Word, _ known: Word) {
        #expect(!Likeness.isLikelySlip(typed, known))
    }

    @Test func wordsSoundAlike() {
        #expect(Likeness.soundAlike(Word("schumann"), Word("schuman")))
        #expect(Likeness.soundAlike(Word("philippe"), Word("filipe")))
        #expect(!Likeness.soundAlike(Word("marin"), Word("martin")))
    }
}
