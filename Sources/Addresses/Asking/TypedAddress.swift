/// A typed address taken apart: the number, the words of the street, the postcode and the words of the commune.
struct TypedAddress {
    /// The number of the house.
    var number: HouseNumber?
    /// The full words of the street, articles too, in their order.
    var street: [Word] = []
    /// The postcode.
    var postcode: UInt32?
    /// Whether the postcode is one of a firm (CEDEX): only its département says where.
    var isCedex = false
    /// The full words of the commune without articles, where it is known which they are.
    var city: [Word] = []
    /// Whether the words of the street may end with those of the commune.
    var mayEndWithCity = false
    /// Other ways to read the number and the street, for when the first leads nowhere.
    var otherReadings: [(HouseNumber?, [Word])] { tokens.otherReadings(number) }
    private var tokens = Tokens([])

    /// Takes an address apart.
    init(_ query: AddressQuery) {
        var words = Tokens(query.address)
        isCedex = words.dropCedex()
        words.dropClutter()
        if let place = words.postcodePlace {
            postcode = words.words[place].postcode
            var behind = words
            behind.words.removeSubrange(...place)
            city = behind.cityWords
            words.words.removeSubrange(place...)
        } else {
            mayEndWithCity = query.city.isEmpty && query.communeCode.isEmpty
        }
        if postcode != nil, city.isEmpty { mayEndWithCity = true }
        take(query)
        number = words.takeNumber()
        words.openKind()
        street = words.words.map { PlainWords.full($0.word) }
        tokens = words
    }

    /// What stands in columns of their own comes before what stands in the line.
    private mutating func take(_ query: AddressQuery) {
        if !query.postcode.isEmpty {
            postcode = Tokens(query.postcode).words.first?.paddedPostcode ?? postcode
        }
        guard !query.city.isEmpty else { return }
        var words = Tokens(query.city)
        isCedex = words.dropCedex() || isCedex
        postcode = postcode ?? words.words.lazy.compactMap(\.postcode).first
        words.words.removeAll { $0.postcode != nil }
        city = words.cityWords
    }
}
