extension Check {
    /// Every check of a single value. The first that fails gives the message, so the plainest come first.
    public static let all: [Check] = [
        .boolean, .integer, .number, .date, .year, .time, .webAddress, .mailbox, .codeList, .enumeration,
        .communeCode, .postcode, .siret, .siren, .phone, .coordinate, .openingHours, .damagedText, .bounds, .length,
        .pattern,
    ]
}
