import Spelling

/// One coordinate: a decimal number, or degrees, minutes and seconds, with a cardinal point before or behind.
struct WrittenDegrees {
    /// In decimal degrees; metres of a projection pass as they are.
    let text: String
    /// Whether it says north, south, east or west wherever it is not a plain number.
    let isWhole: Bool
    private let point: Character?

    init?(_ typed: String) {
        guard typed.utf8.count <= 60 else { return nil }
        var line = Self.plain(typed)
        let point = Self.takePoint(from: &line)
        self.point = point
        let sign = point.map { "SWO".contains($0) } ?? false ? "-" : ""
        let joined = line.filter { !$0.isWhitespace }
        if let match = Self.decimal.wholeMatch(in: joined), !Self.spacedDigits.fits(line) {
            guard sign.isEmpty || match.1.isEmpty else { return nil }
            text = (match.1 == "-" ? "-" : sign) + match.2
            isWhole = true
            return
        }
        guard let match = Self.sexagesimal.wholeMatch(in: Self.spaced.fits(line) ? Self.marked(line) : joined),
            sign.isEmpty || match.1.isEmpty, let degrees = Double(match.2), let minutes = Double(match.3),
            case let seconds = match.4.flatMap({ Double($0) }) ?? 0, minutes < 60, seconds < 60
        else { return nil }
        // Seven decimals are a centimetre.
        let value = ((degrees + minutes / 60 + seconds / 3600) * 1e7).rounded() / 1e7
        text = (match.1.isEmpty ? sign : "-") + "\(value)"
        isWhole = point != nil || !match.1.isEmpty
    }

    /// Capitals, a point for the comma, one sign for each kind of mark.
    private static func plain(_ typed: String) -> String {
        var line = typed.uppercased().replacing(",", with: ".").replacing("−", with: "-")
        line = label.replacing(in: line, with: "")
        for (word, letter) in [
            ("NORD", "N"), ("SUD", "S"), ("OUEST", "W"), ("WEST", "W"), ("EST", "E"), ("NORTH", "N"),
        ] {
            line = line.replacing(word, with: letter)
        }
        line = degreeWords.replacing(in: line, with: "°")
        for mark in ["’", "′", "‘", "´", "`", "MIN"] { line = line.replacing(mark, with: "'") }
        for mark in ["''", "″", "”", "“", "¨", "SEC"] { line = line.replacing(mark, with: "\"") }
        for mark in ["º", "˚"] { line = line.replacing(mark, with: "°") }
        while let last = line.last, ".;".contains(last) || last.isWhitespace { line.removeLast() }
        return line.withoutOuterSpace
    }

    private static func takePoint(from line: inout String) -> Character? {
        if let last = line.last, "NSEWO".contains(last) {
            line.removeLast()
            return last
        }
        guard let first = line.first, "NSEWO".contains(first) else { return nil }
        line.removeFirst()
        return first
    }

    /// A latitude is not east, a longitude not north.
    func fits(latitude: Bool) -> Bool {
        point.map { (latitude ? "NS" : "EWO").contains($0) } ?? true
    }

    private static let label = Shape(/^\s*(?:LAT(?:ITUDE)?|LONG?(?:ITUDE)?|LNG)\.?\s*[:=]?\s*/)
    private static let degreeWords = Shape(/\s*(?:DEGR[ÉE]S?|DEG\.?|D(?=\s*[0-9]))\s*/)
    private static let decimal = Shape(/([+-]?)([0-9]{1,8}(?:\.[0-9]{1,15})?)°?/)
    private static let sexagesimal = Shape(
        /([+-]?)([0-9]{1,3})°([0-9]{1,2}(?:\.[0-9]+)?)['M]?(?:([0-9]{1,2}(?:\.[0-9]+)?)["S']?)?/)
    /// `45 44 12`, `45:44:12.5`.
    private static let spaced = Shape(/\s*[+-]?[0-9]{1,3}\s?[ :]\s?[0-9]{1,2}\s?[ :]\s?[0-9]{1,2}(?:\.[0-9]+)?\s*/)

    /// `45 44 12` with the marks that it lacks.
    private static func marked(_ line: String) -> String {
        let parts = line.split { $0 == " " || $0 == ":" }
        return parts.count == 3 ? "\(parts[0])°\(parts[1])'\(parts[2])" : line
    }

    private static let spacedDigits = Shape(/.*[0-9]\s+[0-9].*/)
}
