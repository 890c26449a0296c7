/// What separates the cells of a text file.
struct Dialect: Sendable {
    /// A comma, a tab, a semicolon or a bar.
    var delimiter: UInt8
    /// Whether spaces after the delimiter are left out.
    var skipsInitialSpace = false

    /// Where nothing can be told.
    static let usual = Dialect(delimiter: 0x2C)
}

extension Dialect {
    /// Finds the dialect from the first hundred lines, with the verdict of Python's `csv.Sniffer`.
    ///
    /// A file that Validata cuts wrongly is told to be wrong, so the guess must be the same: first the signs around
    /// quoted texts, then the sign that comes as often on nearly every line.
    init(sniffing text: Bytes, among delimiters: [UInt8] = [0x2C, 0x09, 0x3B, 0x7C]) {
        let sample = text.part(0..<Self.end(ofLines: 100, in: text))
        self =
            QuotedTexts(sample, delimiters)?.dialect ?? Regularity(sample, delimiters).dialect
            ?? Dialect(delimiter: delimiters.count == 1 ? delimiters[0] : 0x2C)
    }

    /// The place after a number of lines.
    private static func end(ofLines count: Int, in text: Bytes) -> Int {
        var lines = 0
        var place = 0
        while place < text.count {
            let byte = text[place]
            place += 1
            guard byte == 0x0A || byte == 0x0D else { continue }
            if byte == 0x0D, place < text.count, text[place] == 0x0A { place += 1 }
            lines += 1
            if lines == count { return place }
        }
        return text.count
    }
}

/// The signs that stand between quoted texts.
private struct QuotedTexts {
    private(set) var dialect: Dialect?

    // The same four walks as Python's, from the surest to the least.
    private static let between = sniffing(
        #"([^\w\n"'])( ?)(["']).*?\3\1"#)
    private static let first = sniffing(#"(?:^|\n)()(["']).*?\2([^\w\n"'])( ?)"#)
    private static let last = sniffing(#"([^\w\n"'])( ?)(["']).*?\3(?:$|\n)"#)
    private static let alone = sniffing(#"(?:^|\n)(["']).*?\1(?:$|\n)"#)

    private static func sniffing(_ expression: String) -> Pattern { Pattern.required("(?sm)" + expression) }

    /// Nil where no quoted text was found, or no delimiter beside one.
    init?(_ sample: Bytes, _ delimiters: [UInt8]) {
        guard sample.contains(0x22) || sample.contains(0x27) else { return nil }
        var found: [(delimiter: UInt8?, isSpaced: Bool)] = []
        Self.between.everyMatch(in: sample) { found.append(($0[1]?.first, $0[2]?.isEmpty == false)) }
        if found.isEmpty {
            Self.first.everyMatch(in: sample) { found.append(($0[3]?.first, $0[4]?.isEmpty == false)) }
        }
        if found.isEmpty {
            Self.last.everyMatch(in: sample) { found.append(($0[1]?.first, $0[2]?.isEmpty == false)) }
        }
        guard !found.isEmpty else { return nil }
        var counts: [(delimiter: UInt8, count: Int)] = []
        for case let (delimiter?, _) in found where delimiters.contains(delimiter) {
            if let place = counts.firstIndex(where: { $0.delimiter == delimiter }) {
                counts[place].count += 1
            } else {
                counts.append((delimiter, 1))
            }
        }
        guard var best = counts.first else { return nil }
        for other in counts where other.count > best.count { best = other }
        let spaces = found.count { $0.isSpaced }
        dialect = Dialect(delimiter: best.delimiter, skipsInitialSpace: best.count == spaces)
    }
}

/// The sign that comes as often on nearly every line.
private struct Regularity {
    private(set) var dialect: Dialect?
    private static let preferred: [UInt8] = [0x2C, 0x09, 0x3B]

    init(_ sample: Bytes, _ delimiters: [UInt8]) {
        let lines = sample.split(separator: 0x0A).map { Bytes(rebasing: $0) }
        guard !lines.isEmpty else { return }
        let chunk = min(10, lines.count)
        var frequencies: [UInt8: [(often: Int, lines: Int)]] = [:]
        var start = 0
        var rounds = 0
        while start < lines.count {
            rounds += 1
            for line in lines[start..<min(start + chunk, lines.count)] { Self.count(delimiters, line, &frequencies) }
            let total = Double(min(chunk * rounds, lines.count))
            let candidates = Self.candidates(delimiters, frequencies, total)
            if candidates.count == 1 {
                dialect = Self.dialect(candidates[0].sign, lines[0])
                return
            }
            start += chunk
            guard start >= lines.count, candidates.count > 1 else { continue }
            let sign =
                Self.preferred.first { sign in candidates.contains { $0.sign == sign } }
                ?? candidates.max { ($0.often, $0.lines, $0.sign) < ($1.often, $1.lines, $1.sign) }?.sign
            dialect = sign.map { Self.dialect($0, lines[0]) }
        }
    }

    private static func count(
        _ delimiters: [UInt8], _ line: Bytes, _ frequencies: inout [UInt8: [(often: Int, lines: Int)]]
    ) {
        for sign in delimiters {
            let often = line.count { $0 == sign }
            if let place = frequencies[sign]?.firstIndex(where: { $0.often == often }) {
                frequencies[sign]?[place].lines += 1
            } else {
                frequencies[sign, default: []].append((often, 1))
            }
        }
    }

    /// The signs that come as often on all lines, or else on nearly all, down to nine in ten.
    private static func candidates(
        _ delimiters: [UInt8], _ frequencies: [UInt8: [(often: Int, lines: Int)]], _ total: Double
    ) -> [(sign: UInt8, often: Int, lines: Int)] {
        let modes = delimiters.compactMap { sign -> (sign: UInt8, often: Int, lines: Int)? in
            guard let counts = frequencies[sign], var mode = counts.first else { return nil }
            for other in counts where other.lines > mode.lines { mode = other }
            let others = counts.reduce(0) { $0 + $1.lines } - mode.lines
            return mode.often > 0 && mode.lines - others > 0 ? (sign, mode.often, mode.lines - others) : nil
        }
        var consistency = 1.0
        while consistency >= 0.9 {
            let found = modes.filter { Double($0.lines) / total >= consistency }
            if !found.isEmpty { return found }
            consistency -= 0.01
        }
        return []
    }

    private static func dialect(_ sign: UInt8, _ line: Bytes) -> Dialect {
        var signs = 0
        var spaced = 0
        for place in 0..<line.count where line[place] == sign {
            signs += 1
            if place + 1 < line.count, line[place + 1] == 0x20 { spaced += 1 }
        }
        return Dialect(delimiter: sign, skipsInitialSpace: signs == spaced)
    }
}
