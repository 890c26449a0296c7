/// The lines of address files that could not be used.
public struct Skipped: Sendable {
    /// How many there are.
    public private(set) var count = 0
    /// The first of them.
    public private(set) var first: [Line] = []

    /// One line.
    public struct Line: Sendable {
        /// The name of the file.
        public var file: String
        /// The number of the line, as an editor shows it.
        public var number: Int
        /// What is wrong with it.
        public var reason: Reason
    }

    /// What is wrong with a line.
    public enum Reason: String, Sendable {
        /// No code of a commune.
        case commune
        /// No name of a street or place.
        case street
        /// A number that is none.
        case number
        /// No position.
        case position
    }

    mutating func note(_ file: String, line: Int, _ reason: Reason) {
        count += 1
        if first.count < 5 { first.append(Line(file: file, number: line, reason: reason)) }
    }
}
