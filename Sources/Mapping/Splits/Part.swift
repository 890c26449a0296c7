/// A part of a cell that holds several fields at once.
public enum Part: String, Sendable, Hashable {
    /// The number in the street, with its suffix.
    case houseNumber
    /// The name of the street.
    case street
    /// Number and street.
    case address
    /// The postcode.
    case postcode
    /// The town.
    case town
    /// Degrees north.
    case latitude
    /// Degrees east.
    case longitude

    /// This part of a cell; empty when the cell has none.
    func read(_ text: String) -> String {
        switch self {
        case .houseNumber: AddressParts(text).houseNumber
        case .street: AddressParts(text).street
        case .address: AddressParts(text).address
        case .postcode: AddressParts(text).postcode
        case .town: AddressParts(text).town
        case .latitude: CoordinatePair(text)?.latitude ?? ""
        case .longitude: CoordinatePair(text)?.longitude ?? ""
        }
    }
}
