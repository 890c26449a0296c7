/// What the index file is made of: fixed records, little-endian, each section one run of them.
///
/// Places are degrees times a million in 32 bits; a text is a stretch of the section of texts.
struct TextPlace: BitwiseCopyable {
    var start: UInt32
    var length: UInt32
}

/// A word of street names; the words stand in their order, so that those with one beginning are neighbours.
struct WordEntry: BitwiseCopyable {
    var high: UInt64
    var low: UInt64
    /// How many names of streets hold it.
    var names: UInt32
    /// The place of its first commune in `wordCommunes`.
    var firstCommune: UInt32

    var word: Word { Word(high: high, low: low) }
}

/// A name of streets, once for all the streets that bear it.
struct NameEntry: BitwiseCopyable {
    var text: TextPlace
    /// The place of its first word in `nameWords`.
    var firstWord: UInt32
    var wordCount: UInt16
    var unused: UInt16 = 0
    /// The sum over its words without articles: what `nameTable` finds it by.
    var words: UInt32
    /// The sum over its words with their articles: equal for names that are written alike.
    var spelling: UInt32
}

/// A commune, or an arrondissement of Paris, Lyon or Marseille, with its stretch of streets and of words.
struct CommuneEntry: BitwiseCopyable {
    /// The INSEE code, as `IndexCode` packs it.
    var code: UInt32
    var name: TextPlace
    var firstStreet: UInt32
    var streetCount: UInt32
    var firstLocalWord: UInt32
    var localWordCount: UInt32
    var addressCount: UInt32
    var west: Int32, south: Int32, east: Int32, north: Int32
}

/// One word in the streets of one commune.
struct LocalWord: BitwiseCopyable {
    /// The place of the word in `words`.
    var word: UInt32
    /// Its letters, as `Word.letterSet` gives them.
    var letters: UInt32
    /// The place of its first street in `localStreets`; the next word's is where it ends.
    var firstStreet: UInt32
    /// Its number of letters, and what it is good for.
    var count: UInt8
    var meaning: UInt8
    var unused: UInt16 = 0
}

/// A street, or a place with a name, in one commune and one postcode.
struct StreetEntry: BitwiseCopyable {
    var name: UInt32
    var postcode: UInt32
    var firstAddress: UInt32
    var addressCount: UInt32
    /// The corner of its addresses; they stand up to 65,535 steps of `1 << scale` millionths east and north of it.
    var west: Int32, south: Int32
    var width: UInt16, height: UInt16
    /// A point on it, in the same steps.
    var x: UInt16, y: UInt16
    var commune: UInt16
    /// The commune that it belonged to before a merger, 0xFFFF for none: a place in `formerCommunes`.
    var former: UInt16
    var scale: UInt8
    /// 0 a street, 1 a place with a name.
    var kind: UInt8
    /// How the identifiers of its addresses are kept.
    var identifiers: UInt8
    /// How many digits the identifiers end with.
    var digits: UInt8
    /// What the identifiers begin with.
    var identifier: TextPlace
    /// The place of its identifiers in `identifierSteps`, after the two halves of the smallest number with which they
    /// end, or in `identifierTexts`.
    var identifierPlace: UInt32
}

/// How the identifiers of the addresses of a street are kept.
enum IdentifierKind: UInt8 {
    /// The beginning, the number in five digits and the suffix: `69381_0055_00003_bis`.
    case derived
    /// The beginning and a number: `ADRNIVX_0000000270977905`.
    case counted
    /// Each in full.
    case written
}

/// An address of a street: the number and suffix in one, and the steps from the corner of its street.
struct AddressEntry: BitwiseCopyable {
    /// The number times 32,768 and the place of the suffix in `suffixes`.
    var number: UInt32
    var x: UInt16, y: UInt16
}

/// Another code, a postcode, or a name, and a commune that it leads to.
struct CodeEntry: BitwiseCopyable {
    var code: UInt32
    var commune: UInt16
    /// How it leads there, as `CommuneLink` says.
    var link: UInt8
    var unused: UInt8 = 0
}

/// The name of a commune, by the sum of its full words.
struct CommuneNameEntry: BitwiseCopyable {
    var fingerprint: UInt64
    var text: TextPlace
    /// A commune of the index; 0xFFFF for one that lies outside the base.
    var commune: UInt16
    var link: UInt8
    var wordCount: UInt8
    /// The packed code: what tells homonyms apart that lie outside the base.
    var code: UInt32
}

/// What leads from a name or a code to a commune.
enum CommuneLink: UInt8, Sendable {
    /// Its own name or code.
    case own
    /// That of the city that it is an arrondissement of.
    case city
    /// That of a commune that was merged into it, or is delegated in it; or an old name.
    case former
    /// That of a commune of which the base has no addresses.
    case elsewhere
}

/// The sections of the index file, in their order.
enum Section: Int, CaseIterable {
    case texts, words, wordTable, wordCommunes, names, nameTable, nameWords, communes, localWords, localStreets, streets
    case addresses, suffixes, identifierSteps, identifierTexts, codes, postcodes, communeNames, formerCommunes, about
}
