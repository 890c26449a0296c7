public import Schemas
public import Tables

/// Looks for personal data and secrets in what is about to be published.
public struct Scan: Sendable {
    private let schema: Schema

    /// A scan of tables of a schema.
    public init(schema: Schema) { self.schema = schema }

    /// What one detector found in one field.
    public struct Alarm: Sendable {
        /// What was found.
        public let detector: Detector
        /// The place of the field in the schema.
        public let field: Int
        /// Which of the distinct values of the column hold it.
        public let values: Set<UInt32>
        /// One of them, the first of the column.
        public let example: String
    }

    /// What is found in the columns of a table, one for each field of the schema. A value that somebody decided to
    /// keep (`isKept`, of a field and a value) raises no alarm.
    public func alarms(in columns: [Cells], isKept: (Field, String) -> Bool = { _, _ in false }) -> [Alarm] {
        schema.fields.indices.flatMap { index -> [Alarm] in
            let detectors = Detector.all.filter { $0.looksAt(schema.fields[index]) }
            guard !detectors.isEmpty else { return [] }
            var found: [[UInt32]] = Array(repeating: [], count: detectors.count)
            for code in 0..<columns[index].distinctCount where columns[index].kind(of: code) != .blank {
                let value = columns[index].distinct(code).text
                for place in detectors.indices where detectors[place].isFound(in: value) {
                    if !isKept(schema.fields[index], value) { found[place].append(UInt32(code)) }
                }
            }
            return detectors.indices.compactMap { place in
                found[place].first.map {
                    Alarm(
                        detector: detectors[place], field: index, values: Set(found[place]),
                        example: columns[index].distinct(Int($0)).text)
                }
            }
        }
    }
}
