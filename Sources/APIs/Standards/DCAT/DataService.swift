/// A way to ask for the data that the catalogue announces as a service.
struct DataService {
    /// Its name in the catalogue's addresses.
    let id: String
    /// The root under which it answers, as ``PublicAPI/roots`` says it.
    let root: String
    /// The title; it stays the same in every language.
    let title: String
    /// What it is good for.
    let description: String
    /// The standards that it keeps.
    let standards: [String]

    /// The services that may be there; the catalogue announces those that answer.
    static let all = [
        DataService(
            id: "ogc-features", root: "ogc", title: "OGC API – Features",
            description: """
                Les objets et leur position, pour les logiciels de cartographie : filtres par rectangle, date, propriété \
                et CQL2, réponses en GeoJSON.
                """,
            standards: [
                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
            ]),
        DataService(
            id: "explore", root: "api/explore/v2.1", title: "Explore API v2.1",
            description: """
                Les lignes, leurs facettes et leurs agrégats, dans la forme de l'API Explore d'Opendatasoft (langage \
                ODSQL).
                """,
            standards: []),
        DataService(
            id: "ckan", root: "api/3", title: "CKAN Action API",
            description: "Le catalogue et les lignes, dans la forme de l'API de CKAN, pour les moissonneurs.",
            standards: []),
        DataService(
            id: "rdata", root: "ws/rdata", title: "Web service rdata",
            description: "Les lignes en JSON, dans la forme du service « rdata » du Grand Lyon.",
            standards: []),
    ]

    /// Whether one of the roots is its own, or stands under it (`api/3/action`).
    func isAmong(_ roots: [String]) -> Bool { roots.contains { $0 == root || $0.hasPrefix("\(root)/") } }

    /// The address under which it answers: that of the root that is there.
    func endpoint(_ origin: String, _ roots: [String]) -> String {
        let served = roots.first { $0 == root } ?? roots.first { $0.hasPrefix("\(root)/") } ?? root
        return "\(origin)/\(served)"
    }
}
