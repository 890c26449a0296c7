/// A system of plane coordinates in metres that French services use.
public struct Projection: Sendable, Hashable {
    /// The name, as evidence gives it (`lambert-93`).
    public let name: String
    /// The EPSG code.
    public let epsg: Int

    /// RGF93 / Lambert-93, the legal one for mainland France.
    public static let lambert93 = Projection(name: "lambert-93", epsg: 2154)
    /// Web Mercator, the one of web maps.
    public static let webMercator = Projection(name: "web-mercator", epsg: 3857)
    /// NTF (Paris) / Lambert zone II étendu, the one before Lambert-93.
    public static let lambert2Extended = Projection(name: "lambert-2-etendu", epsg: 27572)

    /// RGF93 / CC42 to CC50, the nine conic conformal zones.
    public static func conic(zone: Int) -> Projection { Projection(name: "cc\(zone)", epsg: 3900 + zone) }

    /// The legal system of a département, by its code (decree 2019-165): Lambert-93 in mainland France.
    public static func legal(inDepartment code: String) -> Projection {
        switch code {
        case "971", "972", "977", "978": Projection(name: "utm-20n", epsg: 5490)
        case "973": Projection(name: "utm-22n", epsg: 2972)
        case "974": Projection(name: "utm-40s", epsg: 2975)
        case "976": Projection(name: "utm-38s", epsg: 4471)
        default: .lambert93
        }
    }

    /// The systems in which a pair of numbers can be meant, by their ranges. Each zone has its own northings (zone 42
    /// around 1,200,000, zone 43 around 2,200,000…), so that at most one zone fits.
    public static func candidates(x: Double, y: Double) -> [Projection] {
        var found: [Projection] = []
        if (50_000...1_300_000).contains(x), (6_000_000...7_200_000).contains(y) { found.append(.lambert93) }
        if (50_000...1_200_000).contains(x), (1_600_000...2_700_000).contains(y) { found.append(.lambert2Extended) }
        if (1_100_000...2_300_000).contains(x) {
            let zone = Int((y / 1_000_000).rounded(.down)) + 41
            if (42...50).contains(zone) { found.append(.conic(zone: zone)) }
        }
        if (-600_000...1_100_000).contains(x), (5_000_000...6_700_000).contains(y) { found.append(.webMercator) }
        return found
    }
}
