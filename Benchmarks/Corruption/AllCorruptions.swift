extension Corruption {
    /// Every class, in the order of their numbers.
    public static let all: [Corruption] = [
        .encoding, .mojibake, .separator, .numbers, .dates, .autoDates, .booleans, .lostZeros, .scientific, .truncation,
        .errors, .spaces, .punctuation, .unicode, .communes, .lists, .houseNumbers, .placeholders, .coordinates,
        .structure, .typing, .phones, .webAddresses, .duplicates, .quoting, .safeText, .fillHandle, .fileTypes,
        .combinations,
    ]
}
