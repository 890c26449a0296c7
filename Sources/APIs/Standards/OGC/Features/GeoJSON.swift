/// GeoJSON (RFC 7946).
enum GeoJSON {
    static let mediaType = "application/geo+json"
    /// What a client may accept to be given GeoJSON.
    static let accepted = [mediaType, "application/json"]
}
