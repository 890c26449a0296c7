/// An address as somebody typed it: in one line, or in the columns of a table.
public struct AddressQuery: Sendable, Hashable {
    /// Number and street, or the whole address in one line.
    public var address: String
    /// The postcode, if it stands by itself.
    public var postcode: String
    /// The name of the commune, if it stands by itself.
    public var city: String
    /// The INSEE code of the commune, if it is known.
    public var communeCode: String

    /// An address in one line: `12 bis av. du Gal Leclerc 94700 Maisons-Alfort`.
    public init(_ line: String) { self.init(address: line) }

    /// An address in parts; those that are not known are empty.
    public init(address: String, postcode: String = "", city: String = "", communeCode: String = "") {
        self.address = address
        self.postcode = postcode
        self.city = city
        self.communeCode = communeCode
    }
}
