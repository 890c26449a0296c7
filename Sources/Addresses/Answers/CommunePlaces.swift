extension AddressIndex {
    /// All communes of the base as places, with how many addresses each has.
    public var communePlaces: [(place: AddressPlace, addresses: Int)] {
        communes.indices.map { (place(commune: $0), Int(communes[$0].addressCount)) }
    }
}
