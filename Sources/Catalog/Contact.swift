/// Where a person can ask about a dataset.
public struct Contact: Sendable, Hashable {
    /// Who answers.
    public var name: String
    /// The mailbox; nil where it is not known.
    public var email: String?

    /// A contact. What is no address of a mailbox is dropped.
    public init(name: String, email: String?) {
        self.name = name
        self.email = email.flatMap { Self.isMailbox($0) ? $0 : nil }
    }

    /// Whether a text can be the address of a mailbox: one `@`, something before it, a name with a dot after it, and
    /// nothing that would have to be quoted.
    public static func isMailbox(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, !parts[0].isEmpty else { return false }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return parts[0].utf8.allSatisfy(isPlain) && labels.count > 1
            && labels.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isPlain) }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: ".!#$&'*+-/=_{|}~".utf8.contains(byte)
        }
    }
}
