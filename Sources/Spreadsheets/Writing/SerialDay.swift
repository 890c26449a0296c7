/// The number under which a workbook of the 1900 system keeps a day (1 March 1900 is 61), from ISO 8601
/// (`2019-12-31`). Nil for what is no day, and for days before March 1900, on which spreadsheets disagree.
func serialDay(of date: String) -> Int? {
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts.allSatisfy({ $0.allSatisfy(\.isASCII) }),
        let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
        (1...12).contains(month), day >= 1, day <= length(ofMonth: month, year: year)
    else { return nil }
    let serial = daysSinceEpoch(year: year, month: month, day: day) + 25_569
    return serial >= 61 ? serial : nil
}

private func length(ofMonth month: Int, year: Int) -> Int {
    let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    return switch month {
    case 2: isLeap ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
}

/// Days from 1 January 1970, after Howard Hinnant's *chrono-compatible low-level date algorithms*.
private func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
}
