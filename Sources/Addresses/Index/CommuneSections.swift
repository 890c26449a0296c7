/// The communes of an index and, for each, the words of its streets: what makes a search within a commune short.
struct CommuneSections {
    let builder: IndexBuilder
    let order: StreetOrder
    let vocabulary: Vocabulary

    func write(into sections: inout IndexSections) {
        let addressCounts = addressCounts()
        var communes: [CommuneEntry] = []
        var localWords: [LocalWord] = []
        var localStreets: [UInt16] = []
        var communesOfWord = [[UInt16]](repeating: [], count: vocabulary.words.count)
        for (place, number) in order.communes.enumerated() {
            let first = order.firstStreet[place], end = min(order.firstStreet[place + 1], first + 0xFFFF)
            let firstLocal = localWords.count
            for (word, streets) in wordsOfStreets(first..<end) {
                communesOfWord[Int(word)].append(UInt16(place))
                let letters = vocabulary.words[Int(word)]
                localWords.append(
                    LocalWord(
                        word: word, letters: letters.letterSet, firstStreet: UInt32(localStreets.count),
                        count: UInt8(letters.count), meaning: PlainWords.classOf(letters).rawValue))
                localStreets += streets
            }
            let box = box(first..<end)
            communes.append(
                CommuneEntry(
                    code: builder.communes[number].code, name: sections.place(of: builder.communes[number].name),
                    firstStreet: UInt32(first), streetCount: UInt32(end - first), firstLocalWord: UInt32(firstLocal),
                    localWordCount: UInt32(localWords.count - firstLocal), addressCount: addressCounts[number],
                    west: box.west, south: box.south, east: box.east, north: box.north))
        }
        localWords.append(
            LocalWord(word: .max, letters: 0, firstStreet: UInt32(localStreets.count), count: 0, meaning: 0))
        sections.set(.communes, communes)
        sections.set(.localWords, localWords)
        sections.set(.localStreets, localStreets)
        var firsts: [UInt32] = []
        var all: [UInt16] = []
        for list in communesOfWord {
            firsts.append(UInt32(all.count))
            all += list
        }
        sections.set(.words, vocabulary.entries(firstCommunes: firsts))
        sections.set(.wordCommunes, all)
    }

    /// The words of the streets of a commune, in their order, and for each the places of its streets.
    private func wordsOfStreets(_ range: Range<Int>) -> [(UInt32, [UInt16])] {
        var pairs: [UInt64] = []
        for (place, at) in range.enumerated() {
            let street = builder.streets[Int(order.streets[at])]
            for word in vocabulary.nameWords[Int(street.name)] { pairs.append(UInt64(word) << 16 | UInt64(place)) }
        }
        pairs.sort()
        var found: [(UInt32, [UInt16])] = []
        var last = UInt64.max
        for pair in pairs where pair != last {
            last = pair
            let word = UInt32(pair >> 16)
            if found.last?.0 == word {
                found[found.count - 1].1.append(UInt16(pair & 0xFFFF))
            } else {
                found.append((word, [UInt16(pair & 0xFFFF)]))
            }
        }
        return found
    }

    private func addressCounts() -> [UInt32] {
        var counts = [UInt32](repeating: 0, count: builder.communes.count)
        for row in builder.rows { counts[builder.streets[Int(row.street)].commune] += 1 }
        return counts
    }

    private func box(_ range: Range<Int>) -> Box {
        var box = Box()
        for at in range { box.include(builder.boxes[Int(order.streets[at])]) }
        return box
    }
}

/// A box of degrees times a million.
struct Box {
    var west = Int32.max, south = Int32.max, east = Int32.min, north = Int32.min

    var isEmpty: Bool { west > east }

    mutating func include(longitude: Int32, latitude: Int32) {
        west = min(west, longitude)
        east = max(east, longitude)
        south = min(south, latitude)
        north = max(north, latitude)
    }

    mutating func include(_ other: Box) {
        guard !other.isEmpty else { return }
        include(longitude: other.west, latitude: other.south)
        include(longitude: other.east, latitude: other.north)
    }
}
