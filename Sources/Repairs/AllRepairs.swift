extension Repair {
    /// Every repair of a single value, in the order in which they look at it: what is true of any text first, then
    /// what depends on the field.
    public static let all: [Repair] = [
        .mojibake, .whiteSpace, .errorCell, .placeholder, .dateInText,
        .boolean, .number, .degrees, .year, .date, .codeList, .freeList,
        .communeCode, .postcode, .siret, .siren, .uid, .paddedNumber, .houseNumber,
        .openingHours, .webAddress, .mailbox, .phone,
    ]
}
