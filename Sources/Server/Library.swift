import Catalog
import Exports
import Foundation
import Portal
import Schemas
import Store
import Tables

/// What is published now, and the files rendered from it.
actor Library {
    nonisolated let store: any ReleaseStore
    nonisolated let publisher: Publisher
    nonisolated let hasInteractiveMap: Bool
    private var shelf: Shelf?
    private var files = FileCache()

    init(store: any ReleaseStore, publisher: Publisher, hasInteractiveMap: Bool) {
        self.store = store
        self.publisher = publisher
        self.hasInteractiveMap = hasInteractiveMap
    }

    /// The current releases with their schemas. Asked of the store each time, since another process may publish;
    /// schemas are read again only if a release is new.
    func current() async throws -> Shelf {
        let releases = try await store.releases()
        if let shelf, shelf.releases == releases { return shelf }
        var schemas: [String: PublicSchema] = [:]
        for name in Set(releases.map(\.schema)) { schemas[name] = try await store.schema(name) }
        var fresh = Shelf(publisher: publisher, releases: releases, schemas: schemas, hasMap: hasInteractiveMap)
        for record in fresh.records {
            let rows = try await store.rows(RowQuery(schema: record.name, limit: 400))
            fresh.places.append(
                MapFeature.features(of: rows.table, schema: record.schema).compactMap(\.shape.pointOnSurface))
        }
        shelf = fresh
        files.keep(only: Set(fresh.editions.values))
        return fresh
    }

    /// A file of a dataset; rendered once for each edition of the dataset.
    func file(_ request: FileRequest, edition: String, schema: Schema) async throws -> Data? {
        if let known = files[request, edition] { return known }
        let page = try await store.rows(RowQuery(schema: request.schema, commune: request.commune))
        guard let export = Formats.named(request.fileExtension) else { return nil }
        let data = try await Task.detached { try export.data(page.table, schema: schema) }.value
        files[request, edition] = data
        return data
    }

    /// The files that a page offers. Sizes are given for what is rendered already or quick to render.
    func links(schema: Schema, commune: String?, edition: String, rows: Int) async throws -> [FileLink] {
        var links: [FileLink] = []
        for export in Formats.all {
            let request = FileRequest(schema: schema.name, commune: commune, fileExtension: export.fileExtension)
            let data =
                rows <= 5000
                ? try await file(request, edition: edition, schema: schema) : files[request, edition]
            links.append(
                FileLink(
                    title: export.title, purpose: export.purpose, fileExtension: export.fileExtension,
                    size: data?.count))
        }
        return links
    }
}

/// Which file is asked for.
struct FileRequest: Hashable, Sendable {
    var schema: String
    /// Nil is the whole territory.
    var commune: String?
    var fileExtension: String
}

/// Rendered files, up to 256 MB; the oldest leave first.
struct FileCache {
    private struct Key: Hashable {
        var request: FileRequest
        var edition: String
    }

    private var files: [Key: Data] = [:]
    private var order: [Key] = []
    private var size = 0
    private let limit = 256_000_000

    subscript(request: FileRequest, edition: String) -> Data? {
        get { files[Key(request: request, edition: edition)] }
        set {
            let key = Key(request: request, edition: edition)
            guard let newValue, files[key] == nil, newValue.count <= limit / 4 else { return }
            files[key] = newValue
            order.append(key)
            size += newValue.count
            while size > limit { drop(order.removeFirst()) }
        }
    }

    /// Forgets the files of editions that are no longer current.
    mutating func keep(only editions: Set<String>) {
        for key in order where !editions.contains(key.edition) { drop(key) }
        order.removeAll { !editions.contains($0.edition) }
    }

    private mutating func drop(_ key: Key) { size -= files.removeValue(forKey: key)?.count ?? 0 }
}
