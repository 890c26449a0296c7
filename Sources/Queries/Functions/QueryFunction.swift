/// A function that filters and calculations may call. One file is one family; ``all`` lists them.
public struct QueryFunction: Sendable {
    /// What an argument or a result is.
    public enum ValueType: String, Sendable {
        case any, boolean, number, text, date, geometry
    }

    /// The name; capitals do not matter.
    public let name: String
    /// What it does, in one English sentence for developers.
    public let purpose: String
    /// What it takes.
    public let parameters: [ValueType]
    /// How many of the last parameters may be left out.
    public let optional: Int
    /// Whether the last parameter may come several times.
    public let repeats: Bool
    /// What it gives.
    public let result: ValueType
    /// The work; unknown for what it cannot be done with.
    let work: @Sendable ([Worth]) -> Worth

    init(
        _ name: String, _ parameters: [ValueType], optional: Int = 0, repeats: Bool = false, to result: ValueType,
        _ purpose: String, work: @escaping @Sendable ([Worth]) -> Worth
    ) {
        self.name = name
        self.parameters = parameters
        self.optional = optional
        self.repeats = repeats
        self.result = result
        self.purpose = purpose
        self.work = work
    }

    /// All functions, by family.
    public static let all: [QueryFunction] =
        texts + dates + calendar + numbers + places + RowFunction.all.map(\.description)

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    /// The function of a name; nil if there is none.
    public static func named(_ name: String) -> QueryFunction? { byName[name.lowercased()] }

    /// Whether it may be called with so many arguments.
    func takes(_ count: Int) -> Bool {
        count >= parameters.count - optional && (repeats || count <= parameters.count)
    }

    /// Whether it is called with unknown values too; what the others give for one is unknown.
    var seesUnknown: Bool { name == "ifnull" }

    /// What the argument of a number must be.
    func parameter(_ number: Int) -> ValueType {
        number < parameters.count ? parameters[number] : parameters.last ?? .any
    }
}

extension QueryFunction.ValueType {
    var base: Kind.Base {
        switch self {
        case .any: .any
        case .boolean: .boolean
        case .number: .number
        case .text: .text
        case .date: .moment
        case .geometry: .shape
        }
    }
}

extension Resolver {
    private static func source(_ node: Node) -> Source? {
        switch node {
        case .column(let column): Source(column)
        case .changed(let source): source
        default: nil
        }
    }

    /// A call of a function. Where the first argument is a list, the function is called for each item.
    func function(_ name: String, _ arguments: [FilterExpression]) throws(QueryError) -> Typed {
        guard let function = QueryFunction.named(name) else { throw QueryError("There is no function “\(name)”.") }
        guard function.takes(arguments.count) else {
            throw QueryError("“\(name)” does not take \(arguments.count) arguments.")
        }
        var nodes: [Node] = []
        var isList = false
        for (number, argument) in arguments.enumerated() {
            let wanted = function.parameter(number)
            var value = try value(argument)
            if wanted != .any { value = try coerced(value, to: wanted.base) }
            if value.kind.isList {
                guard number == 0 else { throw QueryError("\(value.name) is a list: “\(name)” takes one value here.") }
                isList = true
            }
            nodes.append(value.node)
        }
        if let change = TextChange(rawValue: function.name), let source = Self.source(nodes[0])?.changed(change) {
            return Typed(
                node: .changed(source), kind: Kind(base: .text, isList: isList), name: "the result of “\(name)”")
        }
        let work = function.work
        let seesUnknown = function.seesUnknown
        let one: ([Worth]) -> Worth = { !seesUnknown && $0.contains(where: \.isUnknown) ? .unknown : work($0) }
        let each: ([Worth]) -> Worth =
            !isList
            ? one
            : { worths in
                let results = (worths.first?.items ?? []).map { item in one([item] + worths.dropFirst()) }
                if function.result == .boolean { return Worth(Comparison.any(results, \.truth)) }
                return results.isEmpty ? .unknown : .list(results.filter { !$0.isUnknown })
            }
        let kind = Kind(base: function.result.base, isList: isList && function.result != .boolean)
        let called = "the result of “\(name)”"
        let constants = nodes.compactMap(\.constant)
        if constants.count == nodes.count { return Typed(node: .constant(each(constants)), kind: kind, name: called) }
        return Typed(node: .call(each, nodes), kind: kind, name: called)
    }
}
