extension Field {
    /// What a field means beyond its type. Checks and repairs look at the meaning, never at the name of a field,
    /// so that they serve every schema that says `commune` in its own way.
    public enum Meaning: String, Sendable, Codable, CaseIterable {
        /// The stable identifier of the object: trigram, INSEE code, number (`PAR-69382-021`).
        case uid
        /// The number of the object within the commune, as the end of its uid writes it (`021`).
        case uidNumber = "uid-number"
        /// The name of the object.
        case name
        /// The official name of a commune.
        case communeName = "commune-name"
        /// The INSEE code of a commune or of a municipal district.
        case communeCode = "commune-code"
        /// A French postcode.
        case postcode
        /// The number in the street, with its suffix (`36 bis`).
        case houseNumber = "house-number"
        /// The name of the street.
        case street
        /// Number and street in one field.
        case address
        /// Number, street, postcode and town in one field.
        case fullAddress = "full-address"
        /// Where the object is within the place, in words.
        case placeDetail = "place-detail"
        /// Degrees east, WGS 84.
        case longitude
        /// Degrees north, WGS 84.
        case latitude
        /// Opening hours in the syntax of OpenStreetMap.
        case openingHours = "opening-hours"
        /// The year of an event in the past (opening, building).
        case pastYear = "past-year"
        /// A telephone number.
        case phone
        /// An address of a mailbox.
        case email
        /// An address on the web.
        case url
        /// The number of an establishment in the national register (14 digits).
        case siret
        /// The number of a legal unit in the national register (9 digits).
        case siren
        /// Who may see the row: `public`, `commune`, `territory` or `service`; empty is public.
        case rowVisibility = "row-visibility"
        /// Text for people, in which nothing is normalised but white space.
        case prose
    }
}
