import Texts

/// What one row says about its commune, each part already tidied; empty where it says nothing.
struct CommuneSayings: Hashable {
    var name: String
    var code: String
    var postcode: String
    var uidCode: String
    /// What a repair only supposed: codes whose lost digit was taken for a zero.
    var supposed: Set<Part> = []

    enum Part: Hashable { case name, code, postcode }

    /// What was said, as a question repeats it.
    var spoken: String { [name, code, postcode].filter { !$0.isEmpty }.joined(separator: " · ") }
}

/// What follows from the sayings of a row.
struct CommuneVerdict {
    var changes: [Change] = []
    var question: (candidates: [String], text: Text)?
    var remark: Text?
    /// What was only supposed, and is right.
    var confirmed: Set<CommuneSayings.Part> = []

    struct Change {
        let part: CommuneSayings.Part
        let value: String
        let rule: String
        let degree: Degree
    }
}
