public import Addresses
public import Foundation
import Spelling
import Spreadsheets
public import Texts

/// A table of addresses, or of places, that is to be located: its columns, what is asked of each row, and what is added.
public struct AddressTable: Sendable {
    /// The names of its columns.
    public let header: [String]
    /// What separates the cells of what is written.
    public var delimiter: Character
    /// Whether what is written begins with a mark that tells Excel its encoding.
    public var hasMark: Bool
    /// Asks another geocoder for the addresses that are not located for certain; nil asks nobody.
    public var askOther: (@Sendable (AddressQuery) -> OtherOpinion?)?
    /// The columns that are added.
    public private(set) var results: [ResultColumn] = []
    let text: SeparatedText
    var question = RowQuestion()
    private let sample: [[String]]

    /// Opens a file.
    ///
    /// - Throws: `UnusableAddressTable` or `UnreadableFile` where it is no table.
    public static func open(_ url: URL) throws -> AddressTable {
        guard let text = try SeparatedText.open(fileAt: url) else { throw UnusableAddressTable.noTable }
        let start = try FileHandle(forReadingFrom: url).read(upToCount: 3) ?? Data()
        let isMarked = start == Data(mark) || text.encoding != "utf-8"
        return try AddressTable(text, isMarked: isMarked) { try Data(contentsOf: url) }
    }

    /// A table in memory.
    ///
    /// - Throws: `UnusableAddressTable` where it is empty.
    public init(_ data: Data, delimiter: Character? = nil) throws {
        var declared = data
        if let delimiter { declared = Data("sep=\(delimiter)\n".utf8) + data.withoutMark }
        try self.init(SeparatedText(declared), isMarked: false) { data }
    }

    private init(_ opened: SeparatedText, isMarked: Bool, again: () throws -> Data) throws {
        var text = opened
        var sample = Self.rows(text)
        guard let first = sample.first else { throw UnusableAddressTable.empty }
        if first.count == 1, text.delimiter != nil {
            // One column, whose addresses hold commas: cut at a sign that no text has.
            text = SeparatedText(Data("sep=\u{1F}\n".utf8) + (try again()).withoutMark)
            sample = Self.rows(text)
        }
        self.text = text
        header = sample[0].map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        self.sample = Array(sample.dropFirst())
        delimiter = text.delimiter.flatMap { $0 == "\u{1F}" ? nil : $0 } ?? ","
        hasMark = isMarked
    }

    private static func rows(_ text: SeparatedText) -> [[String]] {
        text.firstRecords(200).filter { row in row.contains { !$0.isEmpty } }
    }

    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
}

extension AddressTable {
    /// Names of the columns that hold the parts of an address; what is not named is recognised.
    public struct Naming: Sendable {
        public var columns: [String] = []
        public var postcode: String?
        public var city: String?
        public var cityCode: String?

        public init(columns: [String] = [], postcode: String? = nil, city: String? = nil, cityCode: String? = nil) {
            self.columns = columns
            self.postcode = postcode
            self.city = city
            self.cityCode = cityCode
        }
    }

    /// Asks each row for its address, in the columns that are named or that bear the names of an address.
    ///
    /// - Throws: `UnusableAddressTable` where there is no such column.
    public mutating func ask(_ naming: Naming, adding columns: [ResultColumn] = ResultColumn.own) throws {
        let known = HeaderReading(header: header, rows: sample)
        // Who names a column of the commune means that one, and no other.
        let isNamed = naming.postcode != nil || naming.city != nil || naming.cityCode != nil
        question.postcode = try naming.postcode.map(place) ?? (isNamed ? nil : known.postcode)
        question.city = try naming.city.map(place) ?? (isNamed ? nil : known.city)
        question.cityCode = try naming.cityCode.map(place) ?? (isNamed ? nil : known.cityCode)
        question.address = try naming.columns.isEmpty ? known.address : naming.columns.map(place)
        // A column that was named for the address is not read twice.
        for part in [\RowQuestion.postcode, \.city, \.cityCode] {
            if let column = question[keyPath: part], question.address.contains(column) { question[keyPath: part] = nil }
        }
        add(columns)
    }

    /// Asks each row as the national geocoder does: all the columns, or those that are named, in one line; an answer
    /// elsewhere than the filters say is none.
    ///
    /// - Throws: `UnusableAddressTable` where there is no such column.
    public mutating func askAsNational(
        _ naming: Naming, type: String? = nil, leastScore: Double = 0.5, wanted: [String] = []
    ) throws {
        question.address = try naming.columns.isEmpty ? Array(header.indices) : naming.columns.map(place)
        question.postcode = try naming.postcode.map(place)
        question.cityCode = try naming.cityCode.map(place)
        question.city = try naming.city.map(place)
        question.type = try type.map(place)
        question.isStrict = true
        question.leastScore = leastScore
        if naming.columns.isEmpty {
            let filters = [question.postcode, question.cityCode, question.type]
            question.address.removeAll { column in
                filters.contains(column) || header[column].folded.hasPrefix("result ")
            }
        }
        add(ResultColumn.national.filter { wanted.isEmpty || wanted.contains($0.name) })
    }

    /// Asks each row for the address around its place.
    ///
    /// - Throws: `UnusableAddressTable` where there are no columns of latitude and longitude.
    public mutating func askAround(
        adding columns: [ResultColumn] = ResultColumn.ownReverse, wanted: [String] = []
    ) throws {
        let known = HeaderReading(header: header, rows: sample)
        guard let latitude = known.latitude, let longitude = known.longitude else {
            throw UnusableAddressTable.noPlaces
        }
        question.kind = .place(latitude: latitude, longitude: longitude)
        add(columns.filter { wanted.isEmpty || wanted.contains($0.name) })
    }

    /// What is read as what, for people.
    public var reading: Text {
        func list(_ columns: [Int]) -> String { columns.map { "« \(header[$0]) »" }.joined(separator: ", ") }
        if case .place(let latitude, let longitude) = question.kind {
            return Text(
                fr: "Positions lues dans \(list([latitude, longitude])).",
                en: "Places read from \(list([latitude, longitude])).")
        }
        let parts = [question.postcode, question.city, question.cityCode].compactMap { $0 }
        let address = list(question.address)
        guard !parts.isEmpty else {
            return Text(fr: "Adresses lues dans \(address).", en: "Addresses read from \(address).")
        }
        return Text(
            fr: "Adresses lues dans \(address), communes dans \(list(parts)).",
            en: "Addresses read from \(address), communes from \(list(parts)).")
    }

    private func place(_ name: String) throws -> Int {
        if let exact = header.firstIndex(of: name) { return exact }
        let key = name.folded
        guard let alike = header.firstIndex(where: { $0.folded == key }) else {
            throw UnusableAddressTable.noColumn(name, header)
        }
        return alike
    }

    /// The columns that are added take the place of columns of the same name: a table can be located again. But
    /// positions that its sender wrote are kept: ours get another name.
    private mutating func add(_ columns: [ResultColumn]) {
        let wasLocated = header.contains("result_status")
        results = columns.map { column in
            guard !question.isStrict, !wasLocated, ["longitude", "latitude"].contains(column.name),
                header.contains(column.name)
            else { return column }
            return ResultColumn("result_\(column.name)", column.value)
        }
    }

    /// Where the results of an earlier run stand, in the order of the results; nothing where the table has none.
    var formerResults: [Int?] {
        guard results.first?.name == "result_status", header.contains("result_status") else { return [] }
        return results.map { header.firstIndex(of: $0.name) }
    }

    /// Whether somebody wrote in `result_status` that the position is right.
    func isConfirmation(_ status: String) -> Bool { status.folded.hasPrefix("confirm") }

    /// The columns of the table that are kept.
    var kept: [Int] {
        let added = Set(results.map(\.name))
        return header.indices.filter { !added.contains(header[$0]) }
    }
}

extension Data {
    fileprivate var withoutMark: Data { starts(with: AddressTable.mark) ? Data(dropFirst(3)) : self }
}
