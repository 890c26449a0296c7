public import Schemas
public import Texts

/// One kind of personal data or secret that must not be published unless a person decides so: one detector, in one
/// file, with the examples that prove it (guide of the CNIL and the CADA on publishing).
///
/// A detector looks at one published value, once per distinct value of a column. It may not be sure: a person decides.
/// To add one, write a file in `Detectors/` and name it in `Detector.all`.
public struct Detector: Sendable, CustomStringConvertible {
    /// The name, as reports give it.
    public let name: String
    /// What it looks for, in the plural and without an article (« numéros de téléphone mobile »).
    public let what: Text
    /// Values that hold it, and values that only look like it.
    public let examples: (held: [String], innocent: [String])
    /// The name.
    public var description: String { name }
    /// Whether it looks at a field at all, beyond what every detector leaves out.
    let serves: @Sendable (Field) -> Bool
    /// Whether a value holds it.
    let finds: @Sendable (String) -> Bool

    init(
        _ name: String, _ what: Text, held: [String], innocent: [String],
        serves: @escaping @Sendable (Field) -> Bool = { _ in true },
        finds: @escaping @Sendable (String) -> Bool
    ) {
        self.name = name
        self.what = what
        examples = (held, innocent)
        self.serves = serves
        self.finds = finds
    }

    /// Whether a value holds what the detector looks for.
    public func isFound(in value: String) -> Bool { finds(value) }

    /// Every detector, in the order in which reports name them.
    public static let all: [Detector] = [
        .personalMailbox, .mobilePhone, .socialSecurityNumber, .bankAccount, .vehiclePlate, .birthDate, .namedPerson,
        .secret,
    ]

    /// Whether the detector looks at the values of a field: free text that everybody will see. Codes, numbers, dates
    /// and what says where the object is can hold nothing of the kind.
    public func looksAt(_ field: Field) -> Bool {
        guard field.visibility == .public, field.type == .string || field.type == .any || field.type == .list,
            field.codes.isEmpty
        else { return false }
        switch field.meaning {
        case .uid, .uidNumber, .communeName, .communeCode, .postcode, .houseNumber, .longitude, .latitude,
            .openingHours, .siret, .siren:
            return false
        default: return serves(field)
        }
    }
}
