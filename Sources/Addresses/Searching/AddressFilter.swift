/// What answers must be: those of a kind, of a postcode, of a commune, of a département.
public struct AddressFilter: Sendable, Hashable {
    /// Only these kinds; all where empty.
    public var kinds: Set<AddressPlace.Kind>
    /// Only in these postcodes; all where empty.
    public var postcodes: Set<String>
    /// Only in the communes with these INSEE codes, of today or of before; all where empty. The code of Paris, Lyon or
    /// Marseille means all its arrondissements.
    public var communeCodes: Set<String>
    /// Only in the département with this code.
    public var departmentCode: String?

    /// A filter; without arguments, none.
    public init(
        kinds: Set<AddressPlace.Kind> = [], postcodes: Set<String> = [], communeCodes: Set<String> = [],
        departmentCode: String? = nil
    ) {
        self.kinds = kinds
        self.postcodes = postcodes
        self.communeCodes = communeCodes
        self.departmentCode = departmentCode
    }

    /// Whether it lets everything through.
    public var isEmpty: Bool { self == AddressFilter() }

    /// Whether a place is let through.
    public func lets(_ place: AddressPlace, of index: AddressIndex) -> Bool { lets(place, in: index) }

    /// Whether a place is let through.
    func lets(_ place: AddressPlace, in index: AddressIndex) -> Bool {
        if !kinds.isEmpty, !kinds.contains(place.kind) { return false }
        if !postcodes.isEmpty, !postcodes.contains(place.postcode) { return false }
        if let departmentCode, !place.communeCode.hasPrefix(departmentCode) { return false }
        return communeCodes.isEmpty || communes(in: index).contains(place.communePlace)
    }

    /// Whether a commune may hold what is let through.
    func lets(commune: Int, in index: AddressIndex) -> Bool {
        if let departmentCode, !PackedCode.text(index.communes[commune].code).hasPrefix(departmentCode) { return false }
        if !postcodes.isEmpty {
            let places = postcodes.compactMap { PackedCode.pack($0) }.flatMap {
                index.postcodes($0).map { Int($0.commune) }
            }
            guard places.contains(commune) else { return false }
        }
        return communeCodes.isEmpty || communes(in: index).contains(commune)
    }

    private func communes(in index: AddressIndex) -> Set<Int> {
        Set(communeCodes.compactMap { PackedCode.pack($0) }.flatMap { index.codes($0).map { Int($0.commune) } })
    }
}
