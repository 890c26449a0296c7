public import Foundation

extension IndexBuilder {
    /// Writes the index in the place of an older one, in one step: who searches sees the old one or the new one.
    ///
    /// - Throws: `AddressBaseError` where there is nothing to write, or it cannot be written.
    public func write(to url: URL, day: Date = Date()) throws {
        guard !streets.isEmpty else { throw AddressBaseError.foreign(sources.joined(separator: ", ")) }
        var sections = IndexSections()
        let order = StreetOrder(streets: streets, communes: communes, names: names)
        let vocabulary = Vocabulary(names: names)
        vocabulary.write(into: &sections, names: names)
        CommuneSections(builder: self, order: order, vocabulary: vocabulary).write(into: &sections)
        AddressSections(builder: self, order: order).write(into: &sections)
        CommuneNames(builder: self, order: order).write(into: &sections)
        sections.set(.texts, sections.texts.bytes)
        let form = DateFormatter()
        form.dateFormat = "yyyy-MM-dd"
        form.locale = Locale(identifier: "en_US_POSIX")
        let about = AddressIndex.About(sources: sources, day: form.string(from: day), skipped: skipped.count)
        sections.set(.about, Array(try JSONEncoder().encode(about)))
        try sections.write(to: url)
    }
}

/// The sections of an index, filled one by one, then written.
struct IndexSections {
    /// What the section of texts holds.
    var texts = TextPool()
    private var contents: [Section: [UInt8]] = [:]

    mutating func set<Entry: BitwiseCopyable>(_ section: Section, _ entries: [Entry]) {
        contents[section] = entries.withUnsafeBytes { Array($0) }
    }

    /// The place of a text in the section of texts.
    mutating func place(of text: String) -> TextPlace {
        let number = texts.number(of: text)
        return texts.places[Int(number)]
    }

    /// Writes all sections to a file beside, and puts it in the place of the old one.
    func write(to url: URL) throws {
        let beside = url.deletingLastPathComponent().appendingPathComponent(
            ".\(url.lastPathComponent).\(getpid()).part")
        var offset = (IndexHeader.size + 7) / 8 * 8
        var header = IndexHeader.magic
        var table: [UInt8] = []
        func put(_ number: Int, into bytes: inout [UInt8]) {
            withUnsafeBytes(of: UInt64(number).littleEndian) { bytes.append(contentsOf: $0) }
        }
        for section in Section.allCases {
            let length = contents[section]?.count ?? 0
            put(offset, into: &table)
            put(length, into: &table)
            offset += (length + 7) / 8 * 8
        }
        put(offset, into: &header)
        header += table
        try? FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        guard FileManager.default.createFile(atPath: beside.path, contents: nil),
            let file = try? FileHandle(forWritingTo: beside)
        else { throw AddressBaseError.unwritable(url.lastPathComponent) }
        do {
            try file.write(contentsOf: header + [UInt8](repeating: 0, count: (8 - header.count % 8) % 8))
            for section in Section.allCases {
                let bytes = contents[section] ?? []
                try file.write(contentsOf: bytes)
                try file.write(contentsOf: [UInt8](repeating: 0, count: (8 - bytes.count % 8) % 8))
            }
            try file.synchronize()
            try file.close()
            guard rename(beside.path, url.path) == 0 else { throw AddressBaseError.unwritable(url.lastPathComponent) }
        } catch {
            try? FileManager.default.removeItem(at: beside)
            throw AddressBaseError.unwritable(url.lastPathComponent)
        }
    }
}

/// Streets in the order of the index: by commune, then by name.
struct StreetOrder {
    /// The communes by their codes; the number in the builder for each.
    let communes: [Int]
    /// The streets in their new order; the number in the builder for each.
    let streets: [UInt32]
    /// The new number of each commune of the builder.
    let communePlace: [Int]
    /// The first street of each commune, in the new order, and one more.
    let firstStreet: [Int]

    init(streets: [BuiltStreet], communes: [BuiltCommune], names: TextPool) {
        let order = communes.indices.sorted { communes[$0].code < communes[$1].code }
        var place = [Int](repeating: 0, count: communes.count)
        for (new, old) in order.enumerated() { place[old] = new }
        // The names that are met first stand first: files list streets in an order that keeps neighbours together.
        var counts = [Int](repeating: 0, count: communes.count + 1)
        for street in streets { counts[place[street.commune] + 1] += 1 }
        for commune in communes.indices { counts[commune + 1] += counts[commune] }
        var next = counts
        var sorted = [UInt32](repeating: 0, count: streets.count)
        for (number, street) in streets.enumerated() {
            sorted[next[place[street.commune]]] = UInt32(number)
            next[place[street.commune]] += 1
        }
        self.communes = order
        communePlace = place
        firstStreet = counts
        self.streets = sorted
    }
}
