/// What became of all cells, by class and by model.
public struct Score: Sendable {
    /// The figures of one class or one model.
    public struct Line: Sendable {
        /// Cells whose original can be known.
        public var recoverable = Fates()
        /// Cells whose original is lost: asked about or remarked is right.
        public var lost = Fates()
        /// Cells that nobody had damaged, and that came back different.
        public var bystanders = Fates()
        /// Cells that nobody had damaged.
        public var innocent = 0
        /// Files.
        public var files = 0

        mutating func add(_ file: FileJudgement) {
            recoverable.add(file.recoverable)
            lost.add(file.lost)
            bystanders.add(file.bystanders)
            innocent += file.innocent
            files += 1
        }

        mutating func add(_ other: Line) {
            recoverable.add(other.recoverable)
            lost.add(other.lost)
            bystanders.add(other.bystanders)
            innocent += other.innocent
            files += other.files
        }
    }

    /// A group of failures of one cause.
    public struct Group: Sendable {
        public let cause: Failure.Cause
        public var count = 0
        public var examples: [Failure] = []
        /// How often in each field of each model.
        public var places: [String: Int] = [:]
    }

    /// By the number of the class.
    public private(set) var classes: [Int: Line] = [:]
    /// By the name of the model; files that are corrupted as wholes apart.
    public private(set) var models: [String: Line] = [:]
    /// The cells of single corruptions.
    public private(set) var ofCells = Line()
    /// The cells of corruptions of whole files.
    public private(set) var ofFiles = Line()
    private var groups: [Failure.Cause: Group] = [:]

    /// No file yet.
    public init() {}

    /// The failures, the most frequent first.
    public var failures: [Group] {
        groups.values.sorted {
            ($0.cause.number, -$0.count, $0.cause.form, $0.cause.rule) < (
                $1.cause.number, -$1.count, $1.cause.form, $1.cause.rule
            )
        }
    }

    /// Whether the promise was kept: nothing wrong was called certain.
    public var isFaultless: Bool { ofCells.wrongCertain + ofFiles.wrongCertain == 0 }

    mutating func add(_ file: FileJudgement) {
        classes[file.corruption.number, default: Line()].add(file)
        if file.corruption.ofWholeFiles {
            ofFiles.add(file)
        } else {
            models[file.model, default: Line()].add(file)
            ofCells.add(file)
        }
        for failure in file.failures {
            var group = groups[failure.cause] ?? Group(cause: failure.cause)
            group.count += 1
            group.places[failure.place, default: 0] += 1
            if group.examples.count < 4,
                !group.examples.contains(where: { $0.sent == failure.sent || $0.place == failure.place })
            {
                group.examples.append(failure)
            }
            groups[failure.cause] = group
        }
    }

    /// Adds the figures of another run.
    public mutating func add(_ other: Score) {
        for (number, line) in other.classes { classes[number, default: Line()].add(line) }
        for (name, line) in other.models { models[name, default: Line()].add(line) }
        ofCells.add(other.ofCells)
        ofFiles.add(other.ofFiles)
        for (cause, group) in other.groups {
            var merged = groups[cause] ?? Group(cause: cause)
            merged.count += group.count
            merged.places.merge(group.places, uniquingKeysWith: +)
            merged.examples = Array((merged.examples + group.examples).prefix(4))
            groups[cause] = merged
        }
    }
}
