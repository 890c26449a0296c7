import Catalog
import Editions
import Queries
import Schemas
import Tables

/// A collection: the rows of a dataset as features, or what is said about each dataset as records.
struct FeatureSource: Sendable {
    /// What the items are.
    enum ItemType: String, Sendable {
        case feature, record
    }

    let id: String
    let title: String
    let description: String
    let itemType: ItemType
    let edition: Edition
    /// When the items take place; nil where no field says it.
    let time: FilterExpression?
    /// The items, where they are not simply what the rows of the edition say.
    var written: [WrittenItem]?

    /// An item that is JSON already, up to its links and its closing brace.
    struct WrittenItem: Sendable {
        var text: [UInt8]
        var links: [Link]
    }

    /// The collection of a dataset. Its time is the first field of the schema that holds dates.
    init(_ edition: Edition) {
        id = edition.name
        title = edition.schema.title
        description = edition.schema.description
        itemType = .feature
        self.edition = edition
        time = edition.schema.fields.first { $0.type == .date || $0.type == .datetime }.map { .property($0.name) }
    }

    /// The collection of records, whose rows are `edition`.
    init(records edition: Edition, time: FilterExpression, written: [WrittenItem]) {
        id = edition.name
        title = edition.schema.title
        description = edition.schema.description
        itemType = .record
        self.edition = edition
        self.time = time
        self.written = written
    }

    /// The names of the properties, in their order.
    var fields: [Field] { edition.schema.fields.filter { edition.column(of: $0.name) != nil } }

    /// The field by which a commune is asked for.
    var communeField: String? {
        guard itemType == .feature else { return nil }
        return edition.schema.field(meaning: .communeCode)?.name
    }

    /// The parameter by which a commune is asked for where no field holds its code; nil where one does.
    var communeParameter: String? {
        guard itemType == .feature, communeField == nil else { return nil }
        return Self.communeParameters.first { edition.schema.field($0) == nil }
    }

    /// What the parameter of a commune may be called.
    static let communeParameters = ["code_insee", "code_commune", "insee"]

    /// The rectangle around all items; nil where no place is known.
    var extent: Extent? { edition.record.extent ?? edition.extent }
}

extension OGCVisit {
    /// The collection of a name.
    func collection(_ name: String) async throws -> FeatureSource {
        if let edition = try await holdings.edition(of: name) { return FeatureSource(edition) }
        if name == shelf.name(holdings) {
            return try await shelf.records(holdings, origin: request.origin)
        }
        throw Problem.notFound("There is no collection “\(name)”.")
    }

    /// All collections: the datasets, then the catalogue.
    func allCollections() async throws -> [FeatureSource] {
        var all: [FeatureSource] = []
        for record in holdings.records {
            if let edition = try await holdings.edition(of: record.name) { all.append(FeatureSource(edition)) }
        }
        return all + [try await shelf.records(holdings, origin: request.origin)]
    }
}
