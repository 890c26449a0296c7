public import Tables
public import Texts

/// What no cell can say by itself: whether rows, datasets and years agree. One rule, in one file.
///
/// A rule only remarks, and only warns: each value may be right, and a person must look.
/// To add one, write a file in `Rules/` and name it in `CoherenceRule.all`.
public struct CoherenceRule: Sendable {
    /// The name, as reports give it.
    public let name: String
    /// What it expects, for the documentation.
    public let expectation: Text
    let findings: @Sendable (Situation) -> [Finding]

    init(_ name: String, _ expectation: Text, findings: @escaping @Sendable (Situation) -> [Finding]) {
        self.name = name
        self.expectation = expectation
        self.findings = findings
    }

    /// Every rule, from one row to several years.
    public static let all: [CoherenceRule] = [
        .siretOfCommune, .surfaceOfShape, .outOfLine, .nearTwins, .samePlace, .announcedPresence, .changeSinceLast,
    ]

    /// What all of them remark.
    public static func findings(in situation: Situation) -> [Finding] { all.flatMap { $0.findings(situation) } }
}
