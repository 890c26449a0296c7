/// A commune, as releases and pages name it.
public struct Place: Hashable, Sendable, Codable {
    /// The INSEE code (`69029`, `2A004`).
    public var code: String
    /// The official name.
    public var name: String

    /// A commune.
    public init(code: String, name: String) {
        self.code = code
        self.name = name
    }
}

extension Place {
    /// The codes that belong to a commune: its own and those of its municipal districts. Whoever asks for Lyon
    /// (69123) means Lyon 1er to Lyon 9e too. Source: INSEE, Code officiel géographique, arrondissements municipaux.
    public static func codes(within code: String) -> [String] {
        [code] + (districts[code]?.map(String.init) ?? [])
    }

    /// Whether a code is that of a municipal district.
    public static func isDistrict(_ code: String) -> Bool {
        Int(code).map { number in districts.values.contains { $0.contains(number) } } ?? false
    }

    private static let districts: [String: ClosedRange<Int>] = [
        "69123": 69381...69389,
        "75056": 75101...75120,
        "13055": 13201...13216,
    ]
}
