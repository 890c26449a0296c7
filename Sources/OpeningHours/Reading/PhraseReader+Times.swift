extension PhraseReader {
    mutating func span() -> TimeSpan? {
        let isBetween = take(.between)
        guard let start = time(isEnd: false) else { return nil }
        guard isBetween ? take(.and) : take(.dash, .to) || takeSlashOfSpan(), let end = time(isEnd: true) else {
            return nil
        }
        return TimeSpan(start: start, end: end)
    }

    /// The first slash of `8h30/12h`, but not the one of `8h / 12h-14h`.
    mutating func takeSlashOfSpan() -> Bool {
        guard token() == .slash else { return false }
        let isMarkedAfter = token(2) == .dash || token(2) == .to
        guard !isMarkedAfter || token(4) == .slash else { return false }
        index += 1
        return true
    }

    /// `8h30 12h00 13h30 17h00`: two or four times with nothing between them.
    mutating func unmarkedSpans() -> [TimeSpan]? {
        attempt { reader in
            var times: [Int] = []
            while case .time(let minutes, _) = reader.token() {
                times.append(minutes)
                reader.index += 1
            }
            let isFollowed = [.dash, .to, .slash].contains(reader.token())
            guard times.count == 2 || times.count == 4, !isFollowed, times == times.sorted() else { return nil }
            return stride(from: 0, to: times.count, by: 2).map {
                TimeSpan(start: .clock(times[$0]), end: .clock(times[$0 + 1]))
            }
        }
    }

    /// « ouverture 8h, fermeture 20h »
    mutating func openingToClosing() -> TimeSpan? {
        attempt { reader in
            guard case .open = reader.token() else { return nil }
            reader.index += 1
            _ = reader.take(.to, .colon)
            guard let start = reader.time(isEnd: false) else { return nil }
            while reader.take(.comma, .and, .dash, .stop(isCode: true), .stop(isCode: false)) {}
            guard case .closed = reader.token() else { return nil }
            reader.index += 1
            _ = reader.take(.to, .colon)
            return reader.time(isEnd: true).map { TimeSpan(start: start, end: $0) }
        }
    }

    mutating func time(isEnd: Bool) -> ClockTime? {
        defer { index += 1 }
        switch token() {
        case .time(let minutes, _): return .clock(minutes)
        case .midnight: return .clock(isEnd ? 1440 : 0)
        case .sun(let event): return .sun(event, offset: 0)
        case .number(let hour, _, isRank: false) where hour <= 24: return .clock(hour * 60)
        default: return nil
        }
    }
}
