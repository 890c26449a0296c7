import Catalog
import Schemas
import Spelling

/// The part of Solr's query language that clients of CKAN use: words, `field:value`, quotes, `+`, `-`, `AND`, `OR`,
/// `NOT`, a star at the end of a word, brackets around alternatives.
struct CKANSearch: Sendable {
    /// One condition: alternatives, of which none may hold where it is negated.
    private struct Clause: Sendable {
        var alternatives: [(field: String?, value: String)]
        var isNegated = false
    }

    private var clauses: [Clause] = []

    /// No honest query is longer.
    private static let longest = 4000

    init(_ text: String) throws(CKANError) {
        guard text.count <= Self.longest else { throw .search("Search Query is invalid: it is too long") }
        guard text.utf8.count(where: { $0 == 0x22 }).isMultiple(of: 2) else {
            throw .search("Search Query is invalid: a quote is opened and never closed")
        }
        var rest = Substring(text)
        var (isOr, isNegated) = (false, false)
        while let clause = Self.next(&rest) {
            switch clause {
            case .word("AND"), .word("&&"): continue
            case .word("OR"), .word("||"): isOr = !clauses.isEmpty
            case .word("NOT"), .word("!"): isNegated = true
            case .word(let value): add(nil, [value], isOr, isNegated)
            case .field(let name, let values, let isOut): add(name, values, isOr, isNegated || isOut)
            }
            switch clause {
            case .word("OR"), .word("||"), .word("NOT"), .word("!"): continue
            default: (isOr, isNegated) = (false, false)
            }
        }
    }

    private mutating func add(_ field: String?, _ values: [String], _ isOr: Bool, _ isNegated: Bool) {
        let alternatives = values.filter { $0 != "*" && !$0.isEmpty }.map { (field: field, value: $0) }
        guard !alternatives.isEmpty else { return }
        if isOr, !isNegated, let last = clauses.last, !last.isNegated {
            clauses[clauses.count - 1].alternatives += alternatives
        } else {
            clauses.append(Clause(alternatives: alternatives, isNegated: isNegated))
        }
    }

    // MARK: Reading

    private enum Piece {
        case word(String)
        case field(String?, values: [String], isNegated: Bool)
    }

    private static func next(_ rest: inout Substring) -> Piece? {
        rest = rest.drop { $0.isWhitespace || $0 == ")" || $0 == "(" }
        guard let first = rest.first else { return nil }
        var isNegated = false
        if first == "+" || first == "-" {
            isNegated = first == "-"
            rest = rest.dropFirst()
        }
        if rest.first == "\"" { return .field(nil, values: [quoted(&rest)], isNegated: isNegated) }
        let word = rest.prefix { !$0.isWhitespace && !":\"()".contains($0) }
        rest = rest.dropFirst(word.count)
        guard rest.first == ":" else {
            if word.isEmpty { rest = rest.dropFirst() }
            return isNegated ? .field(nil, values: [String(word)], isNegated: true) : .word(String(word))
        }
        rest = rest.dropFirst()
        let field = word == "*" ? nil : String(word)
        return .field(field, values: values(&rest), isNegated: isNegated)
    }

    private static func values(_ rest: inout Substring) -> [String] {
        if rest.first == "\"" { return [quoted(&rest)] }
        if rest.first == "[" {
            rest = rest.drop { $0 != "]" }.dropFirst()
            return ["*"]
        }
        guard rest.first == "(" else {
            let value = rest.prefix { !$0.isWhitespace && $0 != ")" }
            rest = rest.dropFirst(value.count)
            return [String(value)]
        }
        rest = rest.dropFirst()
        var values: [String] = []
        while let first = rest.first, first != ")" {
            if first.isWhitespace {
                rest = rest.dropFirst()
            } else if first == "\"" {
                values.append(quoted(&rest))
            } else {
                let value = rest.prefix { !$0.isWhitespace && $0 != ")" && $0 != "\"" }
                rest = rest.dropFirst(value.count)
                if value != "OR", value != "AND" { values.append(String(value)) }
            }
        }
        rest = rest.dropFirst()
        return values
    }

    private static func quoted(_ rest: inout Substring) -> String {
        let inside = rest.dropFirst()
        let text = inside.prefix { $0 != "\"" }
        rest = inside.dropFirst(text.count + 1)
        return String(text)
    }

    // MARK: Judging

    /// Whether a dataset is found.
    func finds(_ record: DatasetRecord, in catalogue: CKANCatalogue) -> Bool {
        clauses.allSatisfy { clause in
            let holds = clause.alternatives.contains { alternative in
                Self.matches(record, alternative.field, alternative.value, catalogue)
            }
            return holds != clause.isNegated
        }
    }

    private static func matches(
        _ record: DatasetRecord, _ field: String?, _ value: String, _ catalogue: CKANCatalogue
    ) -> Bool {
        guard let field, field != "text" else {
            let words = texts(of: record).flatMap(\.foldedWords)
            return value.foldedWords.allSatisfy { wanted in
                value.hasSuffix("*") ? words.contains { $0.hasPrefix(wanted) } : words.contains(wanted)
            }
        }
        let values = Self.values(of: record, field, catalogue)
        if field == "title" || field == "notes" {
            let words = values.flatMap(\.foldedWords)
            return value.foldedWords.allSatisfy { wanted in words.contains { $0.hasPrefix(wanted) } }
        }
        if value.hasSuffix("*") { return values.contains { $0.hasPrefix(value.dropLast()) } }
        return values.contains { $0 == value || $0.lowercased() == value.lowercased() }
    }

    private static func texts(of record: DatasetRecord) -> [String] {
        let schema = record.schema
        return [record.name, schema.title, schema.description] + (schema.additions.keywords ?? [])
            + record.communes.map(\.name)
    }

    /// The fields of the index.
    static let fields = [
        "name", "id", "title", "notes", "tags", "groups", "organization", "owner_org", "license_id", "res_format",
        "type", "dataset_type", "state", "private", "capacity",
    ]

    /// The values of a field of the index: what facets count too.
    static func values(of record: DatasetRecord, _ field: String, _ catalogue: CKANCatalogue) -> [String] {
        switch field {
        case "name": [record.name]
        case "id": [CKANNames.uuid("package:\(record.name)")]
        case "title": [record.schema.title]
        case "notes": [record.schema.description]
        case "tags": record.schema.additions.keywords ?? []
        case "groups": catalogue.theme(of: record).map { [$0.lowercased()] } ?? []
        case "organization":
            catalogue.organizations.filter { organization in
                catalogue.records(of: organization).contains { $0.name == record.name }
            }.map(\.name)
        case "owner_org": [catalogue.territory.id]
        case "license_id": [CKANCatalogue.licenceID(record.licence)]
        case "res_format":
            catalogue.resources(of: record).compactMap { resource in
                if case .text(let format)? = resource["format"] { return format }
                return nil
            }
        case "type", "dataset_type": ["dataset"]
        case "state": ["active"]
        case "private", "capacity": [field == "private" ? "false" : "public"]
        default: []
        }
    }
}
