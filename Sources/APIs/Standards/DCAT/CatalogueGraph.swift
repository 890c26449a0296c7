import Schemas
import Tables
import Texts
import Catalog
import Foundation

/// The catalogue of a territory, or one dataset of it, as statements of DCAT-AP 3.0.1.
///
/// The shapes of DCAT-AP look at the kind of everything that is linked, so that each word of a foreign vocabulary is
/// said to be what it is in the same graph.
struct CatalogueGraph {
    var graph = RDFGraph()
    let publisher: Publisher
    let addresses: CatalogueAddresses
    let services: [DataService]
    let roots: [String]
    let territory: Extent?

    /// - Parameters:
    ///   - roots: The roots of the APIs that answer.
    ///   - territory: The rectangle of all that is published, for datasets that have no place themselves.
    init(publisher: Publisher, addresses: CatalogueAddresses, roots: [String], territory: Extent?) {
        self.territory = territory
        self.publisher = publisher
        self.addresses = addresses
        self.roots = roots
        // The services give the whole territory.
        services = addresses.commune == nil ? DataService.all.filter { $0.isAmong(roots) } : []
    }

    /// One page of the catalogue.
    ///
    /// Services are described on the first page only, since harvesters take a second description for another service;
    /// the other pages say which of their datasets they give.
    mutating func add(catalogueOf all: [DatasetRecord], page: [CatalogueEntry], isFirst: Bool) {
        let catalogue = RDFNode(addresses.catalogue)
        let name = publisher.shownName
        graph.add(catalogue, isA: .dcat("Catalog"))
        graph.add(catalogue, .dct("identifier"), .text("catalog"))
        graph.add(catalogue, .dct("title"), .words("Données ouvertes : \(name)"))
        graph.add(
            catalogue, .dct("description"),
            .words("Les jeux de données que publient \(name) et ses communes, avec la même structure partout."))
        graph.add(catalogue, .foaf("homepage"), document(addresses.home))
        graph.add(catalogue, .dct("publisher"), agent())
        graph.add(catalogue, .dct("language"), Authority.french.mention(in: &graph))
        graph.add(catalogue, .dcat("themeTaxonomy"), Authority.mentionThemes(in: &graph))
        graph.add(catalogue, .dct("issued"), all.compactMap(\.firstPublished).min().map(Self.moment))
        graph.add(catalogue, .dct("modified"), all.compactMap(\.lastPublished).max().map(Self.moment))
        let outlines = publisher.communes.compactMap { publisher.outlines[$0.code] }.flatMap(\.coordinates)
        graph.add(catalogue, .dct("spatial"), (Extent(of: outlines) ?? territory).map { .node(place($0)) })
        for entry in page { graph.add(catalogue, .dcat("dataset"), RDFNode(addresses.dataset(entry.record.name))) }
        for service in services where isFirst {
            graph.add(catalogue, .dcat("service"), RDFNode(addresses.service(service.id)))
        }
        for entry in page { add(entry) }
        for service in services {
            if isFirst { describe(service, serving: page) }
            link(service, to: page)
        }
    }

    /// Where the page stands among the pages (Hydra), for those who read them all.
    mutating func add(page: Int, of count: Int, items: Int, _ syntax: RDFSyntax) {
        guard count > 1 else { return }
        let view = RDFNode(addresses.page(page, syntax))
        let catalogue = RDFNode(addresses.catalogue)
        graph.add(catalogue, isA: .hydra("Collection"))
        graph.add(catalogue, .hydra("totalItems"), .typed("\(items)", .xsd("nonNegativeInteger")))
        graph.add(catalogue, .hydra("view"), view)
        graph.add(view, isA: .hydra("PartialCollectionView"))
        graph.add(view, .hydra("first"), RDFNode(addresses.page(1, syntax)))
        if page > 1 { graph.add(view, .hydra("previous"), RDFNode(addresses.page(page - 1, syntax))) }
        if page < count { graph.add(view, .hydra("next"), RDFNode(addresses.page(page + 1, syntax))) }
        graph.add(view, .hydra("last"), RDFNode(addresses.page(count, syntax)))
    }

    /// One dataset by itself, with the services that give it.
    mutating func add(alone entry: CatalogueEntry) {
        add(entry)
        for service in services {
            describe(service, serving: [entry])
            link(service, to: [entry])
        }
    }
}
