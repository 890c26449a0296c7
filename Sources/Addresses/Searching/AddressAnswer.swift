public import Tables

/// An address of the base that may be the one that was typed, with what speaks for it and against it.
public struct AddressAnswer: Sendable {
    /// What was found.
    public var place: AddressPlace
    /// How the name of the street agrees.
    public var street: StreetLikeness
    /// How the number of the house was found.
    public var number: NumberEvidence
    /// How the name of the commune agrees.
    public var commune: Agreement
    /// How the postcode agrees.
    public var postcode: Agreement
    /// How the code of the commune agrees.
    public var communeCode: Agreement
    /// Whether the name of the commune is an old one.
    public var isFormerCommune: Bool
    /// From 0 to 1: for an order only. What decides is the verdict.
    public var score: Double
    /// The same without its bounds.
    var rank: Double
}

/// A place of the address base.
public struct AddressPlace: Sendable, Equatable {
    /// How precise it is.
    public enum Kind: String, Sendable, Codable {
        case housenumber, street, locality, municipality
    }

    public var kind: Kind
    /// The identifier in the base.
    public var identifier: String
    /// The number with its suffix, for a house: `12 bis`.
    public var houseNumber: String
    /// The name of the street or place; empty for a commune.
    public var street: String
    /// Empty where it is not known.
    public var postcode: String
    /// The INSEE code.
    public var communeCode: String
    /// The name of the commune.
    public var commune: String
    /// The commune that it belonged to before a merger: code and name; empty for none.
    public var formerCommuneCode: String
    public var formerCommune: String
    /// Where it is.
    public var point: Coordinate
    /// The place of the street in the index, and of the commune.
    var streetPlace: Int
    var communePlace: Int

    /// Number and street, or the name of the place.
    public var name: String {
        if kind == .municipality { return commune }
        return houseNumber.isEmpty ? street : "\(houseNumber) \(street)"
    }

    /// The address in one line.
    public var label: String {
        [name, postcode, kind == .municipality ? "" : commune].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

/// What was found for one address.
public struct AddressResult: Sendable {
    /// Whether the first answer can be used without anybody looking.
    public var verdict: Verdict
    /// Why not, where it cannot.
    public var doubts: [Doubt]
    /// The answers, the best first.
    public var answers: [AddressAnswer]

    /// What is thought of the first answer.
    public enum Verdict: String, Sendable, Codable {
        case accepted, doubt, none
    }
}
