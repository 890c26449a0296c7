import AddressAnswers
import Addresses
import Foundation
import Hummingbird
import Synchronization

/// What a client wants of a file, by the names that addok-csv gives the fields of its form.
struct TableWishes: Sendable {
    private let naming: AddressTable.Naming
    private let type: String?
    private let wanted: [String]
    private let leastScore: Double
    private let delimiter: Character?
    private let hasMark: Bool
    /// The encoding that the client names; nil where it is to be found.
    private let encoding: Encoding?

    /// How the encoding of the answer is named.
    var encodingName: String { encoding?.name ?? "utf-8" }

    private struct Encoding: Sendable {
        var name: String
        var encoding: String.Encoding
    }

    /// The fields of the form, and those of the address, which addok reads alike.
    init(_ form: UploadedForm, _ request: Request) {
        let parameters = Inquiry(request).parameters
        func values(_ name: String) -> [String] {
            (form.values(name) + parameters.filter { $0.name == name }.map(\.value)).filter { !$0.isEmpty }
        }
        func value(_ name: String) -> String? { values(name).first }
        naming = AddressTable.Naming(
            columns: values("columns"), postcode: value("postcode"), city: value("city"),
            cityCode: value("citycode"))
        type = value("type")
        wanted = values("result_columns").flatMap { $0.split(separator: ",").map(String.init) }
        leastScore = value("min_score").flatMap { Double($0) } ?? 0.5
        delimiter = value("delimiter")?.first.flatMap { $0.isASCII ? $0 : nil }
        hasMark = ["1", "true", "yes"].contains(value("with_bom")?.lowercased())
        encoding = value("encoding").flatMap(Self.encoding)
    }

    /// The bytes of the file with the columns that were added.
    func located(_ file: Data, _ task: GeocodingTables.Task, _ index: AddressIndex) throws -> [UInt8] {
        guard file.count <= GeocodingTables.largest else {
            throw GeocodingRefusal(
                status: .contentTooLarge, message: "File too large", details: ["data: 50 MB at most"])
        }
        var table = try AddressTable(decoded(file), delimiter: delimiter)
        table.hasMark = hasMark
        switch task {
        case .search:
            try table.askAsNational(naming, type: type, leastScore: leastScore, wanted: wanted)
        case .reverse:
            try table.askAround(adding: ResultColumn.nationalReverse, wanted: wanted)
        }
        let bytes = Mutex<[UInt8]>([])
        try TableLocating(table, index).run { piece, _ in
            bytes.withLock { $0 += piece }
            return true
        }
        return try encoded(bytes.withLock { $0 })
    }

    private func decoded(_ file: Data) throws -> Data {
        guard let encoding, encoding.encoding != .utf8 else { return file }
        guard let text = String(data: file, encoding: encoding.encoding) else {
            throw GeocodingRefusal(
                status: .badRequest, message: "Unable to decode with encoding \"\(encoding.name)\"")
        }
        return Data(text.utf8)
    }

    /// In the encoding of the file; a letter that it has not becomes a question mark.
    private func encoded(_ bytes: [UInt8]) throws -> [UInt8] {
        guard let encoding, encoding.encoding != .utf8 else { return bytes }
        let text = String(decoding: bytes, as: UTF8.self)
        return Array(text.data(using: encoding.encoding, allowLossyConversion: true) ?? Data(bytes))
    }

    private static func encoding(_ name: String) -> Encoding? {
        let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
        let known: [String: String.Encoding] = [
            "utf8": .utf8, "utf8sig": .utf8, "latin1": .isoLatin1, "iso88591": .isoLatin1, "iso885915": .windowsCP1252,
            "cp1252": .windowsCP1252, "windows1252": .windowsCP1252, "ansi": .windowsCP1252, "utf16": .utf16,
            "macroman": .macOSRoman, "macintosh": .macOSRoman,
        ]
        return known[plain].map { Encoding(name: name, encoding: $0) }
    }
}
