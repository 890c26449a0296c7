import Addresses
import Foundation
import Spreadsheets
import Tables
public import Texts

/// What is asked of each row of a table.
public struct RowQuestion: Sendable {
    enum Kind: Sendable {
        case address
        case place(latitude: Int, longitude: Int)
    }

    var kind = Kind.address
    /// The columns of the address, in their order.
    var address: [Int] = []
    var postcode: Int?
    var city: Int?
    var cityCode: Int?
    var type: Int?
    /// Whether an answer elsewhere than the columns say is none, as in the national geocoder; else it is doubted.
    var isStrict = false
    /// The score under which an answer is none.
    var leastScore = 0.0

    /// All columns that an answer depends on.
    var columns: [Int] {
        if case .place(let latitude, let longitude) = kind { return [latitude, longitude] }
        return address + [postcode, city, cityCode, type].compactMap { $0 }
    }

    /// The question of a row; nil where nothing is asked.
    func query(_ row: RowCells) -> AddressQuery? {
        let line = address.map { row[$0] }.filter { !$0.isEmpty }.joined(separator: " ")
        let query = AddressQuery(
            address: line, postcode: Self.code(row[postcode]), city: row[city],
            communeCode: Self.code(row[cityCode]))
        return line.isEmpty && query.city.isEmpty && query.postcode.isEmpty ? nil : query
    }

    /// The place of a row; nil where it has none.
    func place(_ row: RowCells) -> Coordinate? {
        guard case .place(let latitude, let longitude) = kind else { return nil }
        func number(_ column: Int) -> Double? {
            let cell = row[column]
            return Double(cell) ?? Double(cell.replacing(",", with: "."))
        }
        guard let north = number(latitude), let east = number(longitude), abs(north) <= 90, abs(east) <= 180 else {
            return nil
        }
        return Coordinate(longitude: east, latitude: north)
    }

    /// A code that a spreadsheet took for a number lost its first zero.
    private static func code(_ cell: String) -> String {
        let whole = cell.hasSuffix(".0") ? String(cell.dropLast(2)) : cell
        return whole.count == 4 && whole.allSatisfy(\.isNumber) ? "0" + whole : whole
    }
}

/// The cells of a row while it is read.
struct RowCells {
    let record: Record

    subscript(column: Int?) -> String {
        guard let column, column < record.count else { return "" }
        guard !record.hasDoubledQuotes(column) else {
            return record.string(column).trimmingCharacters(in: .whitespaces)
        }
        var bytes = record[column]
        while let first = bytes.first, first <= 0x20 { bytes = UnsafeRawBufferPointer(rebasing: bytes.dropFirst()) }
        while let last = bytes.last, last <= 0x20 { bytes = UnsafeRawBufferPointer(rebasing: bytes.dropLast()) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Why a table cannot be located.
public struct UnusableAddressTable: Error {
    /// What is wrong and what to do.
    public let sentence: Text

    init(fr: String, en: String) { sentence = Text(fr: fr, en: en) }

    static func noColumn(_ name: String, _ header: [String]) -> UnusableAddressTable {
        let names = header.joined(separator: ", ")
        return UnusableAddressTable(
            fr: "La colonne « \(name) » n'existe pas. Les colonnes du fichier sont : \(names).",
            en: "There is no column “\(name)”. The columns of the file are: \(names).")
    }

    static let noTable = UnusableAddressTable(
        fr: "Ce fichier n'est pas un tableau CSV : enregistrez-le en « CSV UTF-8 » depuis votre tableur.",
        en: "This file is no CSV table: save it as “CSV UTF-8” from your spreadsheet.")

    static let empty = UnusableAddressTable(fr: "Ce fichier est vide.", en: "This file is empty.")

    static let noPlaces = UnusableAddressTable(
        fr: "Il faut une colonne « latitude » (ou lat) et une colonne « longitude » (ou lon, lng, long).",
        en: "A column “latitude” (or lat) and a column “longitude” (or lon, lng, long) are needed.")
}
