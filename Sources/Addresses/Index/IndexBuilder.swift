public import Foundation
import GeoFiles
import Tables
public import Territories

/// Makes an index from the files of an address base.
public final class IndexBuilder {
    /// The lines that could not be used: how many, and the first of them with the reason.
    public private(set) var skipped = Skipped()
    /// How many addresses were read.
    public var addressCount: Int { rows.count }

    var names = TextPool()
    var texts = TextPool()
    var suffixes = TextPool()
    var communes: [BuiltCommune] = []
    var streets: [BuiltStreet] = []
    var rows: [BuiltAddress] = []
    /// The box around the addresses of each street.
    var boxes: [Box] = []
    var formers: [FormerCommune: UInt16] = [:]
    var formerList: [FormerCommune] = []
    let reference: Reference?
    private(set) var sources: [String] = []

    private var communeByCode: [UInt32: Int] = [:]
    private var streetByKey: [BuiltStreet.Key: UInt32] = [:]
    private var postcodes: [Int: UInt32] = [:]
    private let projector = Projector()

    /// A builder that knows of the communes of France what `reference` knows: old names, mergers, postcodes.
    public init(reference: Reference?) {
        self.reference = reference
        _ = suffixes.number(of: "")
    }

    /// Reads one file. `progress` gets the share of the file that was read, now and then, and stops the work with
    /// false.
    ///
    /// - Throws: `AddressBaseError` where the file is missing, foreign or truncated, or the work was stopped.
    public func add(_ url: URL, progress: (Double) -> Bool = { _ in true }) throws {
        let file = try AddressFile(url)
        sources.append(url.lastPathComponent)
        let before = rows.count + streets.count
        let skippedBefore = skipped.count
        try file.forEachLine { number, line in
            if let reason = take(line) { skipped.note(url.lastPathComponent, line: number, reason) }
            if number & 0x3FFFF == 0 {
                let (done, size) = file.progress
                if !progress(Double(done) / Double(max(size, 1))) { throw AddressBaseError.cancelled }
            }
        }
        if rows.count + streets.count == before, skipped.count > skippedBefore {
            throw AddressBaseError.foreign(url.lastPathComponent)
        }
    }

    /// Takes a line in, or says why it cannot be used.
    private func take(_ line: AddressLine) -> Skipped.Reason? {
        guard let code = Self.code(line.communeCode) ?? Self.code(ofKey: line.identifier) else { return .commune }
        guard line.street.count > 0 else { return .street }
        guard let (longitude, latitude) = position(line) else { return .position }
        let commune = commune(code, line)
        let postcode = Self.code(line.postcode) ?? onlyPostcode(of: commune)
        guard line.number.count > 0, line.number.wholeNumber != 99999 else {
            let street = street(line, commune, postcode, isPlace: true)
            if streets[Int(street)].longitude == 0 {
                boxes[Int(street)].include(longitude: longitude, latitude: latitude)
                streets[Int(street)].longitude = longitude
                streets[Int(street)].latitude = latitude
                streets[Int(street)].identifierStart = texts.number(of: line.identifier)
            }
            return nil
        }
        guard let (number, suffixText) = Self.number(line) else { return .number }
        let street = street(line, commune, postcode, isPlace: false)
        let suffix = suffixes.number(of: lowered(suffixText))
        boxes[Int(street)].include(longitude: longitude, latitude: latitude)
        let identifier = IdentifierParts(line.identifier, number: number, suffix: lowered(suffixText))
        rows.append(
            BuiltAddress(
                street: street, number: UInt32(number) << 15 | min(suffix, 0x7FFF), longitude: longitude,
                latitude: latitude, identifierStart: texts.number(of: identifier.start),
                identifier: identifier.kind.rawValue, digits: UInt8(identifier.digits),
                rank: Self.rank(line.position), identifierNumber: identifier.number))
        return nil
    }

    /// The number and the suffix; some files write both in one column: `27bis`.
    private static func number(_ line: AddressLine) -> (Int, AddressLine.Field)? {
        if let number = line.number.wholeNumber { return (number, line.suffix) }
        let digits = line.number.prefix { (0x30...0x39).contains($0) }.count
        let rest = AddressLine.Field(rebasing: line.number[digits...]).trimmed
        guard let number = AddressLine.Field(rebasing: line.number[..<digits]).wholeNumber, line.suffix.isEmpty,
            rest.count <= 9, rest.allSatisfy({ $0 >= 0x30 && $0 < 0x7B })
        else { return nil }
        return (number, rest)
    }

    private func position(_ line: AddressLine) -> (Int32, Int32)? {
        if let longitude = line.longitude.decimal, let latitude = line.latitude.decimal, abs(longitude) <= 180,
            abs(latitude) <= 90, longitude != 0 || latitude != 0
        {
            return (Int32((longitude * 1e6).rounded()), Int32((latitude * 1e6).rounded()))
        }
        guard let x = line.x.decimal, let y = line.y.decimal,
            let place = projector.place(x: x, y: y, in: .lambert93), (-6...10.5).contains(place.longitude),
            (41...51.5).contains(place.latitude)
        else { return nil }
        return (Int32((place.longitude * 1e6).rounded()), Int32((place.latitude * 1e6).rounded()))
    }

    private func commune(_ code: UInt32, _ line: AddressLine) -> Int {
        if let known = communeByCode[code] { return known }
        let name =
            line.communeName.count > 0
            ? line.communeName.text : reference?.commune(code: PackedCode.text(code))?.name ?? PackedCode.text(code)
        communes.append(BuiltCommune(code: code, name: name))
        communeByCode[code] = communes.count - 1
        return communes.count - 1
    }

    private func street(_ line: AddressLine, _ commune: Int, _ postcode: UInt32, isPlace: Bool) -> UInt32 {
        let key = BuiltStreet.Key(name: name(line.street), commune: UInt32(commune), postcode: postcode)
        if let known = streetByKey[key] {
            if !isPlace { streets[Int(known)].isPlace = false }
            return known
        }
        let number = UInt32(streets.count)
        streets.append(
            BuiltStreet(
                name: key.name, commune: commune, postcode: postcode, former: former(line, commune), isPlace: isPlace))
        boxes.append(Box())
        streetByKey[key] = number
        return number
    }

    /// The number of the name of a street, mended where its encoding was mistaken.
    private func name(_ field: AddressLine.Field) -> UInt32 {
        Mojibake.isLikely(field) ? names.number(of: Mojibake.mended(field.text)) : names.number(of: field)
    }

    private func former(_ line: AddressLine, _ commune: Int) -> UInt16 {
        guard let code = Self.code(line.formerCode), code != communes[commune].code, formerList.count < 0xFFFE else {
            return 0xFFFF
        }
        let former = FormerCommune(code: code, name: line.formerName.text, commune: commune)
        if let known = formers[former] { return known }
        formers[former] = UInt16(formerList.count)
        formerList.append(former)
        return UInt16(formerList.count - 1)
    }

    /// A communal base tells no postcodes: that of a commune with one only.
    private func onlyPostcode(of commune: Int) -> UInt32 {
        if let known = postcodes[commune] { return known }
        let all = reference?.commune(code: PackedCode.text(communes[commune].code))?.postcodes ?? []
        let only = all.count == 1 ? PackedCode.pack(all[0]) ?? 0 : 0
        postcodes[commune] = only
        return only
    }

    /// A code of five signs; one that lost its first zero gets it back.
    private static func code(_ field: AddressLine.Field) -> UInt32? {
        if field.count == 5 { return PackedCode.pack(field.text) }
        if field.count == 4, field.wholeNumber != nil { return PackedCode.pack("0" + field.text) }
        return nil
    }

    /// The commune of a key such as `69029_1020_00012`.
    private static func code(ofKey key: AddressLine.Field) -> UInt32? {
        guard key.count >= 16, key[5] == 0x5F, key[10] == 0x5F else { return nil }
        return code(AddressLine.Field(rebasing: key[..<5]))
    }

    private func lowered(_ suffix: AddressLine.Field) -> AddressLine.Field {
        guard suffix.contains(where: { (0x41...0x5A).contains($0) }), let start = suffix.baseAddress else {
            return suffix
        }
        let bytes = UnsafeMutablePointer(mutating: start)
        for place in 0..<suffix.count where (0x41...0x5A).contains(bytes[place]) { bytes[place] += 0x20 }
        return suffix
    }

    /// How near a kind of position is to the door, from the list of the BAL format.
    private static func rank(_ position: AddressLine.Field) -> UInt8 {
        guard position.count > 3 else { return 5 }
        switch (position[0] | 0x20, position[1] | 0x20) {
        case (UInt8(ascii: "e"), UInt8(ascii: "n")): return 0
        case (UInt8(ascii: "d"), _): return 1
        case (UInt8(ascii: "b"), _): return 2
        case (UInt8(ascii: "c"), _): return 3
        case (UInt8(ascii: "l"), _): return 4
        case (UInt8(ascii: "p"), _): return 6
        case (UInt8(ascii: "s"), UInt8(ascii: "e")): return 7
        default: return 8
        }
    }
}
