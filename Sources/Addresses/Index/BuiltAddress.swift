/// One address while the index is made.
struct BuiltAddress: BitwiseCopyable {
    /// The number of its street, in the order in which streets were met.
    var street: UInt32
    /// As in `AddressEntry`.
    var number: UInt32
    var longitude: Int32
    var latitude: Int32
    /// What its identifier begins with: a text of the pool.
    var identifierStart: UInt32
    /// The raw value of its `IdentifierKind`.
    var identifier: UInt8
    /// How many digits the identifier ends with.
    var digits: UInt8
    /// How near its position is to the door: 0 is an entrance.
    var rank: UInt8
    /// The number with which the identifier ends.
    var identifierNumber: UInt64
}

/// A street while the index is made.
struct BuiltStreet {
    var name: UInt32
    var commune: Int
    var postcode: UInt32
    var former: UInt16
    var isPlace: Bool
    /// Where a place without numbers is.
    var longitude: Int32 = 0
    var latitude: Int32 = 0
    var identifierStart: UInt32 = 0

    struct Key: Hashable {
        var name: UInt32
        var commune: UInt32
        var postcode: UInt32
    }
}

/// A commune while the index is made.
struct BuiltCommune {
    var code: UInt32
    var name: String
}

/// A commune that was merged into another, as the files tell.
struct FormerCommune: Hashable {
    var code: UInt32
    var name: String
    var commune: Int
}
