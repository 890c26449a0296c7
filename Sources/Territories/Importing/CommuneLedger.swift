/// The communes while files are being added to them.
struct CommuneLedger {
    /// Whether any file changed the communes.
    private(set) var isTouched = false
    private var current: [String: Commune] = [:]
    private var former: [Commune] = []
    private var formerPlaces: [String: Int] = [:]
    private var formerNames: [String: [Int]] = [:]

    init(_ communes: [Commune]) {
        for commune in communes {
            if commune.isCurrent { current[commune.code] = commune } else { addFormer(commune) }
        }
    }

    /// Everything, in the order of the codes; what exists today first.
    var communes: [Commune] {
        let alive = former.filter { entry in
            current[entry.code].map { $0.name != entry.name } ?? true
        }
        return current.values.sorted { $0.code < $1.code } + alive.sorted { ($0.code, $0.name) < ($1.code, $1.name) }
    }

    /// The commune of today with this code.
    subscript(code: String) -> Commune? { current[code] }

    /// Forgets the communes, or arrondissements, of today that a complete list does not name.
    mutating func keepOnly(_ codes: Set<String>, where isConcerned: (Commune) -> Bool) {
        isTouched = true
        current = current.filter { codes.contains($0.key) || !isConcerned($0.value) }
    }

    /// Adds a commune of today or changes what is known of it.
    mutating func update(_ code: String, _ change: (inout Commune) -> Void) {
        isTouched = true
        var commune = current[code] ?? Commune(code: code, name: "")
        change(&commune)
        current[code] = commune
    }

    /// Adds a former commune or name; what is known of it already is kept where the new entry is silent.
    mutating func addFormer(_ commune: Commune) {
        guard case .former(let into, let since) = commune.kind else { return }
        isTouched = true
        let key = "\(commune.code) \(commune.name) \(into)"
        guard let place = formerPlaces[key] else {
            formerPlaces[key] = former.count
            formerNames[NameKey(commune.name).full, default: []].append(former.count)
            former.append(commune)
            return
        }
        if case .former(_, let known) = former[place].kind {
            former[place].kind = .former(into: into, since: max(known ?? "", since ?? "").nonEmpty)
        }
        if former[place].postcodes.isEmpty { former[place].postcodes = commune.postcodes }
    }

    /// Adds a postcode to the former commune of this name that has, or has gone into, this code.
    mutating func addPostcode(_ postcode: String, toFormer name: String, of code: String) {
        for place in formerNames[NameKey(name).full] ?? []
        where former[place].code == code || former[place].parentCode == code {
            if !former[place].postcodes.contains(postcode) { former[place].postcodes.append(postcode) }
        }
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
