/// The arguments of the actions, as OpenAPI describes them. Numbers and truth values may be empty, as in a form.
enum CKANParameters {
    static func text(_ name: String, _ words: String, pattern: String? = nil) -> Operation.Parameter {
        let isName = name == "id"
        return Operation.Parameter(
            name: name, description: words,
            schema: .members([
                "type": "string", "minLength": isName ? 1 : nil, "pattern": pattern.map { .text("^(\($0))?$") },
            ]))
    }

    static func choice(_ name: String, _ words: String, _ values: [String]) -> Operation.Parameter {
        Operation.Parameter(
            name: name, description: words,
            schema: .members([
                "type": "string", "enum": values.isEmpty ? nil : .array(values.map(JSON.text)),
            ]))
    }

    static func truth(_ name: String, _ words: String) -> Operation.Parameter {
        Operation.Parameter(name: name, description: words, schema: ["type": "boolean"], canBeEmpty: true)
    }

    static func count(_ name: String, _ words: String, usual: Int? = nil, least: Int? = 0) -> Operation.Parameter {
        Operation.Parameter(
            name: name, description: words,
            schema: .members([
                "type": "integer", "minimum": least.map(JSON.integer), "default": usual.map(JSON.integer),
            ]), canBeEmpty: true)
    }

    static let limit = count("limit", "How many at most.")
    static let offset = count("offset", "How many are left out.")
    static let full = truth("all_fields", "Whether more than names is given.")

    // MARK: Searches

    /// What `package_search` takes.
    static let search = [
        text("q", "Words, and field:value (Solr).", pattern: balanced),
        text("fq", "More conditions, of the same language.", pattern: balanced),
        text(
            "sort", "What to sort by, between commas, each with asc or desc.",
            pattern: "\(sortable)( asc| desc)?(, ?\(sortable)( asc| desc)?){0,3}"),
        count("rows", "How many at most; more than 1000 is 1000.", usual: 10),
        count("start", "How many are left out.", usual: 0),
        text(
            "facet.field", "The fields whose values are counted: a JSON list of names.",
            pattern: "\\[(\(facet)(, ?\(facet)){0,9})?\\]"),
        count("facet.limit", "How many values of each are counted; less than 0 is all.", usual: 50, least: nil),
    ]

    /// Whatever closes the quotes that it opens.
    private static let balanced = "[^\"]*(\"[^\"]*\"[^\"]*)*"
    private static let sortable = "(\(CKANPackageSearch.sortable.joined(separator: "|")))"
    private static let facet = "\"(\(CKANSearch.fields.joined(separator: "|")))\""

    // MARK: Rows

    /// What `datastore_search` takes beside the resource. The columns differ from one to the next: what is described
    /// names the number of the row, which all have.
    static let rows = [
        text(
            "filters", "Values that columns must have: a JSON object, {\"column\": value or [values]}.",
            pattern: "\\{(\"_id\": ?([1-9][0-9]{0,5}|\\[[1-9][0-9]{0,5}(, ?[1-9][0-9]{0,5}){0,9}\\]))?\\}"),
        text("q", "Words that must stand in the row; or a JSON object of words by column."),
        truth("distinct", "Whether rows that are the same come once."),
        truth("plain", "Whether the words are plain, and no query of PostgreSQL."),
        count("limit", "How many at most; more than 32000 is 32000.", usual: 100),
        count("offset", "How many are left out.", usual: 0),
        text("fields", "The columns, between commas.", pattern: "_id(, ?_id){0,2}"),
        text(
            "sort", "The columns to sort by, between commas, each with asc or desc.", pattern: "_id( asc| desc)?"),
        truth("include_total", "Whether the rows are counted."),
        choice("records_format", "The form of the rows.", ["objects", "lists", "csv", "tsv"]),
    ]
}
