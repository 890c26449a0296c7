/// Days as spreadsheets count them: 1 is 31 December 1899, 43830 is 31 December 2019.
enum SpreadsheetDay {
    /// The day of a number, in ISO 8601; nil before 1 March 1900, where spreadsheets disagree, and after 2199.
    static func iso(_ serial: Int) -> String? {
        guard (61...109_574).contains(serial) else { return nil }
        // Days since 1 March 2000 make leap days fall at the end of a year (serial 36586).
        let days = serial - 36_586
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let civilMonth = month < 10 ? month + 3 : month - 9
        let year = 2000 + yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0)
        return "\(year)-\(String(civilMonth).padded(to: 2))-\(String(day).padded(to: 2))"
    }
}
