public import Tables
public import Territories
public import Texts

/// A repair that needs to see a whole row, or all of them: coherence of commune and code, identifiers.
///
/// It runs after the values are repaired, changes nothing but the draft, and works once per distinct combination of
/// values where it can. To add one, write a file in `Rows/` and name it in `RowRepair.all`.
public struct RowRepair: Sendable {
    /// The name, as reports give it.
    public let name: String
    /// What it does, for the documentation.
    public let purpose: Text
    let run: @Sendable (inout Draft, RowSetting) -> Void

    init(_ name: String, _ purpose: Text, run: @escaping @Sendable (inout Draft, RowSetting) -> Void) {
        self.name = name
        self.purpose = purpose
        self.run = run
    }

    /// Every repair of rows, in the order in which they run.
    public static let all: [RowRepair] = [.gluedCode, .numberInStreet, .lostMark, .fillHandle, .commune, .uid]
}

/// What a repair of rows may know beside the table.
public struct RowSetting: Sendable {
    /// The communes.
    public var reference: Reference
    /// Among which communes names are looked for.
    public var scope: Scope
    /// The commune that sent the file, if it is known.
    public var sender: Commune?
    /// What people answered before.
    public var memory: Memory
    /// The identifiers that were given before.
    public var register: UidRegister
    /// What is published of the dataset, where anything is.
    public var published: CleanTable?

    /// A setting.
    public init(
        reference: Reference, scope: Scope, sender: Commune?, memory: Memory, register: UidRegister = UidRegister(),
        published: CleanTable? = nil
    ) {
        self.reference = reference
        self.scope = scope
        self.sender = sender
        self.memory = memory
        self.register = register
        self.published = published
    }
}

/// Which object bears which identifier, so that it keeps it from file to file.
public struct UidRegister: Sendable, Codable, Equatable {
    /// By what is known of the object (name, address…), folded: its identifier.
    public var uids: [String: String]
    /// By trigram and commune (`PAR-69029`): the highest number given so far.
    public var highest: [String: Int]

    /// A register.
    public init(uids: [String: String] = [:], highest: [String: Int] = [:]) {
        self.uids = uids
        self.highest = highest
    }
}
