public import Addresses
public import Checks
public import Foundation
import Mapping
public import Territories

/// What a preparation knows beside the file: the communes and today's date. It comes in, it is never fetched.
public struct World: Sendable {
    /// The communes of France, as far as they are known.
    public let reference: Reference
    /// Now.
    public let now: Date
    /// The addresses of the territory or of the country, if a base was built.
    public let addresses: AddressIndex?

    /// A world.
    public init(reference: Reference, now: Date, addresses: AddressIndex? = nil) {
        self.reference = reference
        self.now = now
        self.addresses = addresses
    }

    /// What checks may know.
    var checkContext: CheckContext {
        let reference = reference
        return CheckContext(
            isCommuneCode: { reference.commune(code: $0) != nil }, isPostcode: { reference.knows(postcode: $0) },
            year: Calendar(identifier: .gregorian).component(.year, from: now))
    }

    /// What a mapping may know.
    func mappingContext(remembered: [String: String]) -> MappingContext {
        let reference = reference
        return MappingContext(
            isCommuneCode: { reference.commune(code: $0) != nil }, isPostcode: { reference.knows(postcode: $0) },
            isCommuneName: { !reference.communes(named: $0).isEmpty }, remembered: remembered)
    }

    /// The instant in ISO 8601.
    var timestamp: String { now.formatted(.iso8601) }
}

extension Reference {
    /// Whether a postcode is in use. Where postcodes are not known, five digits are enough.
    fileprivate func knows(postcode: String) -> Bool {
        !communes(postcode: postcode).isEmpty || origin == .installed && postcode.utf8.count == 5
    }

    /// The communes among which the names of a file are looked for: those of the sender's territory.
    func scope(of sender: Commune?) -> Scope {
        if let epci = sender?.epci { return .epci(epci.code) }
        // Without any other table, the communes that the house ships are all of one territory.
        let shipped = Set(communes.compactMap(\.epci?.code))
        return sender == nil && origin == .builtIn && shipped.count == 1 ? .epci(shipped.first ?? "") : .national
    }
}
