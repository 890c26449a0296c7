/// What another geocoder says of an address: shown beside our answer, never put in its place.
public struct OtherOpinion: Sendable, Codable, Equatable {
    /// The address as it writes it.
    public var label: String
    /// Its score, on its own scale.
    public var score: Double
    /// The INSEE code of the commune.
    public var cityCode: String
    public var longitude: Double
    public var latitude: Double

    /// An opinion.
    public init(label: String, score: Double, cityCode: String, longitude: Double, latitude: Double) {
        self.label = label
        self.score = score
        self.cityCode = cityCode
        self.longitude = longitude
        self.latitude = latitude
    }
}
