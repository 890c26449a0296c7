extension Repair {
    /// Every repair of a single value, in the order in which they look at it: what is true of any text first, then
    /// what depends on the field.
    public static let all: [Repair] = [
        .mojibake, .letters, .whiteSpace, .errorCell, .placeholder, .lostDigits, .dateInText,
        .plainMarks, .boolean, .doubtfulNumber, .number, .degrees, .year, .date, .codeList, .freeList,
        .communeCode, .postcode, .siret, .siren, .uid, .paddedNumber, .lostZeros, .houseNumber,
        .openingHours, .webAddress, .mailbox, .phone,
    ]
}
