/// Everything that is known about communes: names, codes, postcodes, mergers, contours.
///
/// Built once and only read afterwards, so that any number of threads may share it.
public struct Reference: Sendable {
    /// Where the communes come from.
    public enum Origin: String, Sendable {
        /// The table that the house ships: the Métropole de Lyon.
        case builtIn
        /// The national table that was installed with the program: names and codes.
        case installed
        /// The official files that were imported.
        case imported
    }

    /// All communes, arrondissements and former communes.
    public let communes: [Commune]
    /// Where the communes come from.
    public let origin: Origin
    /// The borders of the communes, where they were imported.
    public let contours: Contours

    let byCode: [String: Int]
    let byName: [String: [Int]]
    let byPostcode: [String: [Int]]
    let byEPCI: [String: [Int]]
    let attached: [String: [Int]]

    /// A reference of the given communes.
    public init(communes: [Commune], origin: Origin, contours: Contours = Contours()) {
        self.communes = communes
        self.origin = origin
        self.contours = contours
        var byCode: [String: Int] = [:]
        var byName: [String: [Int]] = [:]
        var byPostcode: [String: [Int]] = [:]
        var byEPCI: [String: [Int]] = [:]
        var attached: [String: [Int]] = [:]
        byCode.reserveCapacity(communes.count)
        byName.reserveCapacity(communes.count)
        for (place, commune) in communes.enumerated() {
            if let other = byCode[commune.code] {
                if commune.answersBefore(communes[other]) { byCode[commune.code] = place }
            } else {
                byCode[commune.code] = place
            }
            byName[NameKey(commune.name).significant, default: []].append(place)
            for postcode in commune.postcodes { byPostcode[postcode, default: []].append(place) }
            if commune.kind != .commune {
                attached[commune.parentCode, default: []].append(place)
            } else if let epci = commune.epci {
                byEPCI[epci.code, default: []].append(place)
            }
        }
        self.byCode = byCode
        self.byName = byName
        self.byPostcode = byPostcode
        self.byEPCI = byEPCI
        self.attached = attached
    }

    /// The commune, arrondissement or former commune with this code. A code that is in use today means what it means
    /// today.
    public func commune(code: String) -> Commune? { byCode[code].map { communes[$0] } }

    /// The communes and arrondissements of today in which a postcode is used.
    public func communes(postcode: String) -> [Commune] {
        (byPostcode[postcode] ?? []).map { communes[$0] }.filter(\.isCurrent)
    }

    /// All that bear this name, whatever its capitals, accents, hyphens and articles: communes of today first.
    public func communes(named name: String) -> [Commune] {
        let key = NameKey(name)
        let found = (byName[key.significant] ?? []).map { communes[$0] }.filter { NameKey($0.name).bare == key.bare }
        return found.filter(\.isCurrent) + found.filter { !$0.isCurrent }
    }

    /// The communes of an intercommunal body, in the order of their names.
    public func communes(epci: String) -> [Commune] {
        (byEPCI[epci] ?? []).map { communes[$0] }.sorted { $0.name < $1.name }
    }

    /// The arrondissements of a commune.
    public func districts(of code: String) -> [Commune] {
        (attached[code] ?? []).map { communes[$0] }.filter { $0.kind == .district(of: code) }
    }

    /// The former communes, and former names, that a commune of today answers for.
    public func formerCommunes(of code: String) -> [Commune] {
        (attached[code] ?? []).map { communes[$0] }.filter { !$0.isCurrent }
    }

    /// The commune that an arrondissement belongs to (`69383` → Lyon), a commune itself, or what a former commune has
    /// become.
    public func parent(of code: String) -> Commune? {
        guard let successor = successor(of: code) else { return nil }
        return successor.parentCode == successor.code ? successor : commune(code: successor.parentCode)
    }

    /// What a commune has become. With a date (ISO 8601), what it was on that day.
    public func successor(of code: String, on date: String? = nil) -> Commune? {
        guard var here = commune(code: code) else { return nil }
        for _ in 0..<8 {
            guard case .former(let next, let since) = here.kind, next != here.code else { return here }
            if let date, let since, date < since { return here }
            guard let successor = commune(code: next) else { return here }
            here = successor
        }
        return here
    }

    /// Whether a postcode is used in a commune. Nil when the postcodes of the commune are not known.
    public func contains(postcode: String, code: String) -> Bool? {
        guard let place = commune(code: code), let answering = successor(of: code) else { return nil }
        let known = place.postcodes + answering.postcodes + districts(of: answering.code).flatMap(\.postcodes)
        return known.isEmpty ? nil : known.contains(postcode)
    }
}

extension Commune {
    /// Which of two entries a code stands for: what exists today, else what went last.
    fileprivate func answersBefore(_ other: Commune) -> Bool {
        switch (kind, other.kind) {
        case (.former(let into, let since), .former(let otherInto, let otherSince)):
            // An entry that only records an old name says nothing about where the commune went.
            (into != code ? 1 : 0, since ?? "") > (otherInto != code ? 1 : 0, otherSince ?? "")
        case (.former, _): false
        case (_, .former): true
        default: false
        }
    }
}
