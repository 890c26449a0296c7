import Norms

/// Durations of ISO 8601 (`P1Y6M`, `PT30M`), as isodate reads them: Validata relies on it.
struct DurationReader: CellReader {
    private static let shape = Pattern.required(
        #"^([+-])?P(?!\b)(?:([0-9]+(?:[,.][0-9]+)?)Y)?(?:([0-9]+(?:[,.][0-9]+)?)M)?(?:([0-9]+(?:[,.][0-9]+)?)W)?"#
            + #"(?:([0-9]+(?:[,.][0-9]+)?)D)?(?:T(?:([0-9]+(?:[,.][0-9]+)?)H)?(?:([0-9]+(?:[,.][0-9]+)?)M)?"#
            + #"(?:([0-9]+(?:[,.][0-9]+)?)S)?)?$"#)

    func read(_ cell: Bytes) -> Logical? {
        guard let groups = Self.shape.groups(in: cell) else { return alternative(cell) }
        let numbers = groups[2...8].map { group in
            group.map { String(decoding: $0, as: UTF8.self).replacing(",", with: ".") }
        }
        let double = { (place: Int) in numbers[place].flatMap(Double.init) ?? 0 }
        let twelve = (numbers[0]?.withBytes { ExactNumber(decimal: $0) } ?? ExactNumber(0))
        var months = (numbers[1]?.withBytes { ExactNumber(decimal: $0) } ?? ExactNumber(0))
        for _ in 0..<12 { months = months + twelve }
        let days = double(2) * 7 + double(3)
        let seconds = ((days * 24 + double(4)) * 60 + double(5)) * 60 + double(6)
        let isNegative = groups[1]?.first == 0x2D
        guard isNegative else { return .duration(months: months, seconds: seconds) }
        return .duration(
            months: ExactNumber(isNegative: true, digits: months.digits, exponent: months.exponent), seconds: -seconds)
    }

    /// The form that looks like a moment: `P0003-06-04T12:30:05`.
    private func alternative(_ cell: Bytes) -> Logical? {
        guard cell.first == 0x50, cell.contains(0x54), let moment = ISOMoment.moment(cell.part(1..<cell.count)) else {
            return nil
        }
        let months = ExactNumber(moment.day.year * 12 + moment.day.month)
        return .duration(months: months, seconds: Double(moment.day.day * 86_400 + moment.micros / 1_000_000))
    }
}
