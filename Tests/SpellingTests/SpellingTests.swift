import Spelling
import Testing

struct FoldingTests {
    @Test(arguments: [
        ("L'Étoile-d’Or", "l etoile d or"), ("  Cœur   d'Île ", "coeur d ile"), ("ÉCULLY", "ecully"),
        ("Surface (m²) *", "surface m2"), ("e\u{301}cole", "ecole"), ("６９００３", "69003"), ("N° voie", "n voie"),
        ("Straße", "strasse"), ("a\u{200B}b\u{AD}c", "abc"), ("—!?", ""), ("", ""), ("Code_Postal", "code postal"),
        ("ﬁn", "fin"), ("Saint\u{A0}Priest", "saint priest"),
    ])
    func spellingsOfTheSameWordsMeet(words: String, key: String) {
        #expect(words.folded == key)
    }

    @Test func threeDotsInOneCharacterAreNoLetters() {
        #expect("Parc Rosa…".folded == "parc rosa")
    }

    @Test func foldingTwiceIsFoldingOnce() {
        for words in ["L'Haÿ-les-Roses", "Œuvre № 3", "مدينة ليون", "公園", "Ça va ?", "👩‍👩‍👧 jardin"] {
            #expect(words.folded.folded == words.folded)
        }
    }

    @Test func otherScriptsAreKeptApart() {
        #expect(!"حديقة".folded.isEmpty)
        #expect("حديقة".folded != "متنزه".folded)
    }

    @Test func wordsComeInTheirOrder() {
        #expect("Jardin de l'Hôtel-Dieu".foldedWords == ["jardin", "de", "l", "hotel", "dieu"])
        #expect("".foldedWords.isEmpty)
    }
}

struct EditDistanceTests {
    @Test(arguments: [
        ("bron", "bron", 0), ("bron", "brons", 1), ("bron", "born", 1), ("venissieux", "venisieux", 1),
        ("kitten", "sitting", 3), ("", "ab", 2), ("ab", "", 2), ("", "", 0),
    ])
    func countsLettersThatDiffer(first: String, second: String, distance: Int) {
        #expect(editDistance(first, second, limit: 5) == distance)
        #expect(editDistance(second, first, limit: 5) == distance)
    }

    @Test func beyondTheLimitThereIsNone() {
        #expect(editDistance("kitten", "sitting", limit: 2) == nil)
        #expect(editDistance("a", "abcdef", limit: 2) == nil)
    }
}

struct PluralTests {
    @Test(arguments: [
        ("tenus en laisse", "tenue en laisse"), ("Accès piétons", "acces piéton"), ("municipaux", "municipal"),
        ("jeux", "jeu"), ("privée", "Privé"), ("vélos", "Vélo"),
    ])
    func pluralAndFeminineMeetTheirWord(one: String, other: String) {
        #expect(one.singularKey == other.singularKey)
    }

    @Test(arguments: [("oui", "non"), ("libre", "livre"), ("eau", "eaux usées"), ("cheval", "cheveux")])
    func differentWordsStayApart(one: String, other: String) {
        #expect(one.singularKey != other.singularKey)
    }

    @Test func shortWordsKeepTheirEnding() {
        #expect("bus".singularKey == "bus")
        #expect("rue".singularKey == "rue")
    }
}
