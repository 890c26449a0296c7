import Schemas

/// The parameters of the items of a collection, as OpenAPI describes them.
struct ItemParameters {
    let schema: Schema
    let isRecords: Bool

    var all: [Operation.Parameter] {
        [limit, cursor, bbox, Self.crs("bbox-crs", "parameter bbox"), time] + filters
            + [sortby, Self.crs("crs", "answer")] + (isRecords ? records : []) + properties
    }

    /// A coordinate reference system.
    static func crs(_ name: String, _ what: String) -> Operation.Parameter {
        Operation.Parameter(
            name: name, description: "The coordinate reference system of the \(what).",
            schema: [
                "type": "string", "enum": .array(CoordinateSystem.all.map { .text($0.uri) }),
                "default": .text(CoordinateSystem.crs84.uri),
            ])
    }

    private var limit: Operation.Parameter {
        Operation.Parameter(
            name: "limit",
            description:
                "How many items a page has at most. Above \(ItemQuestion.greatestLimit) it counts as \(ItemQuestion.greatestLimit).",
            schema: ["type": "integer", "minimum": 1, "default": .integer(ItemQuestion.usualLimit)])
    }

    private var cursor: Operation.Parameter {
        Operation.Parameter(
            name: "cursor",
            description:
                "Where the page begins, as the links `next` and `prev` say it. After a release it begins behind the same item, so that an item that stays is given once.",
            schema: ["type": "string", "pattern": .text(PageToken.pattern)])
    }

    private var bbox: Operation.Parameter {
        Operation.Parameter(
            name: "bbox",
            description:
                "West, south, east, north; or west, south, lowest, east, north, highest. Only items in this rectangle, or without a place.",
            schema: [
                "type": "array", "items": ["type": "number"], "minItems": 4, "maxItems": 6,
                "oneOf": [["minItems": 4, "maxItems": 4], ["minItems": 6, "maxItems": 6]],
            ], isList: true)
    }

    private var time: Operation.Parameter {
        let day =
            "[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-9]))"
        let instant =
            day + "(T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9]))?"
        return Operation.Parameter(
            name: "datetime",
            description: "A date or an instant (RFC 3339), or two of them with a slash between; `..` is an open end.",
            schema: [
                "type": "string", "pattern": .text("^(\(instant)|(\(instant)|\\.\\.)?/(\(instant)|\\.\\.)?)$"),
            ])
    }

    private var filters: [Operation.Parameter] {
        [
            Operation.Parameter(
                name: "filter",
                description:
                    "A CQL2 expression over the queryables, as text or JSON. Every expression of CQL2 is understood; the pattern shows plain ones.",
                schema: ["type": "string", "pattern": .text(filterPattern)]),
            Operation.Parameter(
                name: "filter-lang", description: "The language of the filter.",
                schema: ["type": "string", "enum": ["cql2-text", "cql2-json"], "default": "cql2-text"]),
            Self.crs("filter-crs", "shapes in the filter"),
        ]
    }

    private var sortby: Operation.Parameter {
        let names = schema.fields.filter { !$0.isList && !$0.holdsShapes }.map(\.name)
        return Operation.Parameter(
            name: "sortby", description: "What to sort by; behind a minus sign, the greatest comes first.",
            schema: [
                "type": "array", "minItems": 1, "maxItems": .integer(ItemQuestion.mostKeys),
                "items": ["type": "string", "enum": .array(names.flatMap { [.text($0), .text("-" + $0)] })],
            ], isList: true)
    }

    private var properties: [Operation.Parameter] {
        var all: [Operation.Parameter] = []
        for field in schema.fields
        where !field.holdsShapes && !(isRecords && RecordQuestion.names.contains(field.name)) {
            let type: JSON =
                switch field.isList ? .string : field.type {
                case .integer, .year: ["type": "integer"]
                case .number: ["type": "number"]
                case .boolean: ["type": "boolean"]
                case .date: ["type": "string", "format": "date"]
                case .datetime: ["type": "string", "format": "date-time"]
                default: ["type": "string"]
                }
            all.append(
                Operation.Parameter(
                    name: ItemQuestion.parameter(of: field),
                    description: "Only items with exactly this value: \(field.title).", schema: type))
        }
        if !isRecords, schema.field(meaning: .communeCode) == nil,
            let name = FeatureSource.communeParameters.first(where: { schema.field($0) == nil })
        {
            all.append(
                Operation.Parameter(
                    name: name, description: "Only items of the commune of this INSEE code.",
                    schema: ["type": "string"]))
        }
        return all
    }

    private var records: [Operation.Parameter] {
        func list(_ name: String, _ description: String) -> Operation.Parameter {
            Operation.Parameter(
                name: name, description: description,
                schema: ["type": "array", "items": ["type": "string", "minLength": 1], "minItems": 1], isList: true)
        }
        return [
            Operation.Parameter(
                name: "q",
                description:
                    "Words in title, description or keywords; a comma stands for “or”, a space for “followed by”.",
                schema: ["type": "string"]),
            list("type", "Kinds of things."), list("ids", "Identifiers of records."),
            list("externalIds", "Addresses of what is recorded."),
        ]
    }

    /// Plain comparisons with `AND` and `OR` between. A pattern cannot say what all of CQL2 is.
    private var filterPattern: String {
        let number = "-?[0-9]{1,9}(\\.[0-9]{1,6})?"
        let words = "'[A-Za-z0-9À-ÿ %_.-]{0,40}'"
        var plain = ["TRUE|FALSE|[Tt]rue|[Ff]alse"]
        for field in schema.fields where field.name.utf8.allSatisfy({ $0 != 0x22 && $0 != 0x5C }) {
            let name = "\"\(Self.escaped(field.name))\""
            var tests = ["IS NULL", "IS NOT NULL"]
            switch field.isList ? .any : field.type {
            case .integer, .year, .number: tests.append("(=|<>|<|>|<=|>=) \(number)")
            case .boolean: tests.append("= (TRUE|FALSE)")
            case .string: tests.append("(=|<>|LIKE|NOT LIKE) \(words)")
            default: break
            }
            plain.append("\(name) (\(tests.joined(separator: "|")))")
        }
        let one = "(\(plain.joined(separator: "|")))"
        return "^\(one)( (AND|OR) \(one))*$"
    }

    private static func escaped(_ text: String) -> String {
        String(text.flatMap { ".+*?()[]{}|^$/-".contains($0) ? ["\\", $0] : [$0] })
    }
}
