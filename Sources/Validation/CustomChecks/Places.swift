import Territories

extension CustomCheck {
    static let postcode = CustomCheck.format("code-postal", isDear: true) {
        (_, surrounding) throws(CheckProblem) in
        let known = KnownPlaces(surrounding) { $0.postcodes }
        return { cell in known.holds(cell, otherwise: isPostcode) }
    }

    static let communeCode = CustomCheck.format("code-commune-insee", isDear: true, needsVintage: true) {
        (_, surrounding) throws(CheckProblem) in
        let known = KnownPlaces(surrounding) { [$0.code] }
        return { cell in known.holds(cell, otherwise: isCommuneCode) }
    }

    static let communeName = CustomCheck.format("commune", isDear: true, needsVintage: true) {
        (_, surrounding) throws(CheckProblem) in
        let known = KnownPlaces(surrounding) { [$0.name] }
        return { cell in known.holds(cell) { !$0.isEmpty } }
    }

    /// Numbers of departments and overseas collectivities (INSEE).
    static let departmentNumber = CustomCheck.format(
        "numero-departement", "code-departement", needsVintage: true
    ) { (_, _) throws(CheckProblem) in
        let numbers = Set(OfficialNames.departmentNumbers)
        return { numbers.contains($0.text) }
    }

    static let departmentName = CustomCheck.format("departement", needsVintage: true) {
        (_, _) throws(CheckProblem) in
        let names = OfficialNames.bytes(OfficialNames.departments)
        return { names.contains(Array($0)) }
    }

    static let regionCode = CustomCheck.format("code-region", needsVintage: true) { (_, _) throws(CheckProblem) in
        let codes = Set(OfficialNames.regions.map(\.code))
        return { codes.contains($0.text) }
    }

    static let regionName = CustomCheck.format("region", needsVintage: true) { (_, _) throws(CheckProblem) in
        let names = OfficialNames.bytes(OfficialNames.regions.map(\.name))
        return { names.contains(Array($0)) }
    }

    /// Cantons: their names are not kept, so that only an empty or a strange name is refused.
    static let canton = CustomCheck.format("canton", needsVintage: true) { (_, _) throws(CheckProblem) in
        { cell in cell.contains { $0.isLetter || $0 >= 0x80 } }
    }

    /// Street codes of the tax office: four signs and a letter.
    static let fantoir = CustomCheck.format("code-fantoir") { (_, _) throws(CheckProblem) in
        { cell in
            cell.count == 5 && cell[0..<4].allSatisfy { $0.isDigit || 0x41...0x5A ~= $0 } && 0x41...0x5A ~= cell[4]
                && cell[1..<4].allSatisfy(\.isDigit)
        }
    }

    static let countryCode2 = CustomCheck.format("code-pays-iso2", needsVintage: true) {
        (_, _) throws(CheckProblem) in
        let codes = Set(OfficialNames.twoLetters)
        return { codes.contains($0.text) }
    }

    static let countryCode3 = CustomCheck.format("code-pays-iso3", needsVintage: true) {
        (_, _) throws(CheckProblem) in
        let codes = Set(OfficialNames.threeLetters)
        return { codes.contains($0.text) }
    }

    static let countryName = CustomCheck.format("pays", needsVintage: true) { (_, _) throws(CheckProblem) in
        let names = OfficialNames.bytes(OfficialNames.countries)
        return { names.contains(Array($0)) }
    }

    /// Metres of the projection Lambert 93.
    static let lambertLatitude = CustomCheck.format("latitude-l93") { (_, _) throws(CheckProblem) in
        { cell in (ExactNumber(decimal: cell)?.double).map { $0 >= 6_037_008 && $0 <= 7_230_728 } ?? false }
    }

    static let lambertLongitude = CustomCheck.format("longitude-l93") { (_, _) throws(CheckProblem) in
        { cell in (ExactNumber(decimal: cell)?.double).map { $0 >= -357_823 && $0 <= 1_313_633 } ?? false }
    }

    private static func isPostcode(_ cell: Bytes) -> Bool {
        cell.count == 5 && cell.allSatisfy(\.isDigit) && !(cell[0] == 0x30 && cell[1] == 0x30)
    }

    private static func isCommuneCode(_ cell: Bytes) -> Bool {
        guard cell.count == 5, cell[2...].allSatisfy(\.isDigit), cell[0].isDigit else { return false }
        return cell[1].isDigit || (cell[0] == 0x32 && (cell[1] == 0x41 || cell[1] == 0x42))
    }
}

/// What the table of communes knows: codes, names or postcodes. Read when the first value is asked for.
///
/// Where only a part of the country is known, a value that is not known is judged by its form.
private final class KnownPlaces: @unchecked Sendable {
    private let known: Set<[UInt8]>
    private let isWhole: Bool

    init(_ surrounding: CustomCheck.Surrounding, _ words: (Commune) -> [String]) {
        let territories = surrounding.territories()
        var known: Set<[UInt8]> = []
        for commune in territories.communes {
            for word in words(commune) { known.insert(Array(word.utf8)) }
        }
        self.known = known
        isWhole = territories.origin != .builtIn && known.count > 5_000
    }

    func holds(_ cell: Bytes, otherwise: (Bytes) -> Bool) -> Bool {
        known.contains(Array(cell)) || (!isWhole && otherwise(cell))
    }
}
