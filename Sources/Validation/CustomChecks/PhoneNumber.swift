/// Telephone numbers.
public enum PhoneNumber {
    static func isValid(_ cell: Bytes) -> Bool { true }
}
