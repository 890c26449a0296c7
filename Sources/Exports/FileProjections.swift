public import Catalog
public import GeoFiles

extension Projection {
    /// The system of an EPSG code, among those in which files can be written besides WGS 84: Lambert-93, the nine conic
    /// zones, and the legal ones of the overseas départements (decree 2019-165).
    public static func ofFiles(epsg: Int) -> Projection? { all.first { $0.epsg == epsg } }

    /// The systems that the GIS officers of a territory work in, the national one first: by the codes of its communes,
    /// and by where it is. `extent` is around its places.
    public static func usual(communes: [String], extent: Extent?) -> [Projection] {
        var usual: [Projection] = []
        for code in communes {
            let legal = legal(inDepartment: String(code.hasPrefix("97") ? code.prefix(3) : code.prefix(2)))
            if !usual.contains(legal) { usual.append(legal) }
        }
        if usual.isEmpty { usual = [.lambert93] }
        if usual.contains(.lambert93), let extent { usual += zones(extent) }
        return usual
    }

    /// The conic zones whose parallel is less than a degree away; each is centred on the parallel that it is named
    /// after. A territory at the border of two has both.
    private static func zones(_ extent: Extent) -> [Projection] {
        guard (41.0...52.0).contains(extent.south), (41.0...52.0).contains(extent.north) else { return [] }
        let middle = (extent.south + extent.north) / 2
        return (42...50).filter { abs(Double($0) - middle) <= 0.6 }.map(conic)
    }

    private static let all =
        [lambert93] + (42...50).map(conic) + ["971", "973", "974", "976"].map(legal(inDepartment:))
}
