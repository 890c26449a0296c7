public import Foundation
import Texts

/// An address base as one file, mapped into memory: opened at once, whatever its size, and shared by all who search.
///
/// `AddressIndex.build` makes the file from the files of the national base. What is read from it stays as it is, for a
/// new file is put in its place in one step.
// The mapped file is never written to, so that any number of threads may read it.
public final class AddressIndex: @unchecked Sendable {
    let texts: UnsafeBufferPointer<UInt8>
    let words: UnsafeBufferPointer<WordEntry>
    let wordTable: UnsafeBufferPointer<UInt32>
    let wordCommunes: UnsafeBufferPointer<UInt16>
    let names: UnsafeBufferPointer<NameEntry>
    let nameTable: UnsafeBufferPointer<UInt32>
    let nameWords: UnsafeBufferPointer<UInt32>
    let communes: UnsafeBufferPointer<CommuneEntry>
    let localWords: UnsafeBufferPointer<LocalWord>
    let localStreets: UnsafeBufferPointer<UInt16>
    let streets: UnsafeBufferPointer<StreetEntry>
    let addresses: UnsafeBufferPointer<AddressEntry>
    let suffixes: UnsafeBufferPointer<TextPlace>
    let identifierSteps: UnsafeBufferPointer<UInt32>
    let identifierTexts: UnsafeBufferPointer<TextPlace>
    let codes: UnsafeBufferPointer<CodeEntry>
    let postcodes: UnsafeBufferPointer<CodeEntry>
    let communeNames: UnsafeBufferPointer<CommuneNameEntry>
    let formerCommunes: UnsafeBufferPointer<CommuneNameEntry>
    /// Each suffix in one letter where it is a known one; nil for none.
    let suffixLetters: [Word?]
    /// The postcodes of each commune.
    let postcodesOfCommune: [UInt16: [UInt32]]
    /// When and from what it was made.
    public let about: About
    private let file: MappedFile

    /// How many addresses it has.
    public var addressCount: Int { addresses.count }
    /// How many streets and named places it has.
    public var streetCount: Int { streets.count }
    /// How many communes it has.
    public var communeCount: Int { communes.count }

    /// Opens an index file.
    ///
    /// - Throws: `AddressBaseError` where there is no such file, or it is not an index of this version, or not whole.
    public init(fileAt url: URL) throws(AddressBaseError) {
        let file = try MappedFile(url)
        let sections = try IndexHeader.read(file, url)
        self.file = file
        texts = sections.section(.texts)
        words = sections.section(.words)
        wordTable = sections.section(.wordTable)
        wordCommunes = sections.section(.wordCommunes)
        names = sections.section(.names)
        nameTable = sections.section(.nameTable)
        nameWords = sections.section(.nameWords)
        communes = sections.section(.communes)
        localWords = sections.section(.localWords)
        localStreets = sections.section(.localStreets)
        streets = sections.section(.streets)
        addresses = sections.section(.addresses)
        suffixes = sections.section(.suffixes)
        identifierSteps = sections.section(.identifierSteps)
        identifierTexts = sections.section(.identifierTexts)
        codes = sections.section(.codes)
        postcodes = sections.section(.postcodes)
        communeNames = sections.section(.communeNames)
        formerCommunes = sections.section(.formerCommunes)
        postcodesOfCommune = Dictionary(grouping: postcodes, by: \.commune).mapValues { $0.map(\.code) }
        let texts = texts
        suffixLetters = suffixes.map { place in
            let bytes = UnsafeBufferPointer(rebasing: texts[Int(place.start)..<Int(place.start + place.length)])
            return WordCutter.words(bytes).first.map(HouseNumber.letter)
        }
        let aboutBytes: UnsafeBufferPointer<UInt8> = sections.section(.about)
        guard let about = try? JSONDecoder().decode(About.self, from: Data(buffer: aboutBytes)) else {
            throw .notAnIndex(url.lastPathComponent)
        }
        self.about = about
    }

    /// When and from what an index was made.
    public struct About: Codable, Sendable, Equatable {
        /// The names of the files.
        public var sources: [String]
        /// The day, as `2026-11-22`.
        public var day: String
        /// How many lines could not be used.
        public var skipped: Int
    }

    /// Lets go of what was read of a large index: a base of the whole country need not stay in memory.
    func letGo() { if file.bytes.count > 1 << 28 { file.letGo() } }

    func text(_ place: TextPlace) -> String {
        String(
            decoding: UnsafeBufferPointer(rebasing: texts[Int(place.start)..<Int(place.start) + Int(place.length)]),
            as: UTF8.self)
    }
}
