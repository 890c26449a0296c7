extension UidRegister {
    /// The series and the number of an identifier: `PAR-69029` and 1.
    static func parts(of uid: String) -> (series: String, number: Int)? {
        guard let dash = uid.lastIndex(of: "-"), let number = Int(uid[uid.index(after: dash)...]),
            (0..<1_000_000_000).contains(number)
        else { return nil }
        return (String(uid[..<dash]), number)
    }
}
