import Catalog
import Editions

/// A territory of one dataset.
struct Empty: Holdings {
    let publisher = Publisher(name: "Vide")
    let tag = "empty"
    private let edition: Edition

    init(_ edition: Edition) { self.edition = edition }

    var records: [DatasetRecord] { [edition.record] }
    func structure(of name: String) -> PublicSchema? { edition.structure }
    func edition(of name: String) async throws -> Edition? { name == edition.name ? edition : nil }
    func changes(_ query: ChangeQuery) async throws -> ChangePage {
        ChangePage(changes: [], next: query.cursor, hasMore: false)
    }
    func life(of uid: String) async throws -> [RowChange] { [] }
    func releases(_ query: ReleaseQuery) async throws -> [Release] { [] }
}
