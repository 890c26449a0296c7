/// The address under which a static site will be known, which is not always known when it is written.
struct StaticHome {
    /// The address, or one that cannot be any.
    let address: String
    /// Whether pages may tell it.
    let isKnown: Bool

    init(_ address: String?) {
        self.address = address ?? "https://adresse-du-site.invalid"
        isKnown = address != nil
    }
}
