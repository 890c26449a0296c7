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
    private(set) var graph = RDFGraph()
    private let publisher: Publisher
    private let addresses: CatalogueAddresses
    private let services: [DataService]
    private let roots: [String]
    private let territory: Extent?

    /// - Parameters:
    ///   - roots: The roots of the APIs that answer.
    ///   - territory: The rectangle of all that is published, for datasets that have no place themselves.
    init(publisher: Publisher, addresses: CatalogueAddresses, roots: [String], territory: Extent?) {
        self.territory = territory
        self.publisher = publisher
        self.addresses = addresses
        self.roots = roots
        services = DataService.all.filter { $0.isAmong(roots) }
    }

    /// One page of the catalogue.
    ///
    /// Services are described on the first page only, since harvesters take a second description for another service;
    /// the other pages say which of their datasets they give.
    mutating func add(catalogueOf all: [DatasetRecord], page entries: [CatalogueEntry], isFirst: Bool) {
        let page = entries.map(\.record)
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
        let outlines = publisher.outlines.values.lazy.flatMap(\.coordinates)
        graph.add(catalogue, .dct("spatial"), (Extent(of: outlines) ?? territory).map { .node(place($0)) })
        for record in page { graph.add(catalogue, .dcat("dataset"), RDFNode(addresses.dataset(record.name))) }
        for service in services where isFirst {
            graph.add(catalogue, .dcat("service"), RDFNode(addresses.service(service.id)))
        }
        for entry in entries { add(entry) }
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
            describe(service, serving: [entry.record])
            link(service, to: [entry.record])
        }
    }

    // MARK: - A dataset

    private mutating func add(_ entry: CatalogueEntry) {
        let record = entry.record
        let metadata = Metadata(record, publisher: publisher, territory: territory)
        let dataset = RDFNode(addresses.dataset(record.name))
        graph.add(dataset, isA: .dcat("Dataset"))
        graph.add(dataset, .dct("identifier"), .text(metadata.identifier))
        graph.add(dataset, .dct("title"), .words(metadata.title))
        graph.add(dataset, .dct("description"), .words(metadata.description.fr))
        for keyword in metadata.keywords { graph.add(dataset, .dcat("keyword"), .words(keyword)) }
        graph.add(dataset, .dcat("theme"), Authority.theme(metadata.theme).mention(in: &graph))
        graph.add(dataset, .dct("accrualPeriodicity"), Authority.frequency(metadata.frequency).mention(in: &graph))
        graph.add(dataset, .dct("publisher"), agent())
        graph.add(dataset, .dcat("contactPoint"), contact(metadata))
        graph.add(dataset, .dct("license"), licence(metadata.licence))
        graph.add(dataset, .dct("accessRights"), Authority.open.mention(in: &graph))
        graph.add(dataset, .dct("language"), Authority.french.mention(in: &graph))
        graph.add(dataset, .dct("issued"), metadata.issued.map(Self.moment))
        graph.add(dataset, .dct("modified"), metadata.modified.map(Self.moment))
        graph.add(dataset, .dcat("version"), metadata.version.isEmpty ? nil : .text(metadata.version))
        graph.add(dataset, .dcat("landingPage"), document(addresses.landingPage(record.name)))
        graph.add(dataset, .dct("conformsTo"), structure(metadata))
        graph.add(dataset, .dct("spatial"), metadata.extent.map { .node(place($0)) })
        graph.add(dataset, .dct("temporal"), metadata.period.map { .node(period($0)) })
        if let category = metadata.highValue {
            graph.add(dataset, .dcatap("applicableLegislation"), HighValue.mentionLaw(in: &graph))
            graph.add(dataset, .dcatap("hvdCategory"), category.mention(in: &graph))
            // data.gouv.fr looks for the category among the themes only.
            graph.add(dataset, .dcat("theme"), category.mention(in: &graph))
        }
        for file in entry.files { add(file, of: dataset, metadata) }
    }

    private mutating func add(_ file: PublishedFile, of dataset: RDFNode, _ metadata: Metadata) {
        let distribution = RDFNode(addresses.distribution(metadata.identifier, file.fileExtension))
        let address = resource(file.address)
        graph.add(dataset, .dcat("distribution"), distribution)
        graph.add(distribution, isA: .dcat("Distribution"))
        graph.add(distribution, .dct("title"), .words("\(metadata.title) : \(file.title.fr)"))
        graph.add(distribution, .dct("description"), file.purpose.fr.isEmpty ? nil : .words(file.purpose.fr))
        graph.add(distribution, .dcat("accessURL"), address)
        graph.add(distribution, .dcat("downloadURL"), address)
        if let type = file.fileType {
            graph.add(distribution, .dct("format"), Authority.fileType(type).mention(in: &graph))
        }
        if let type = file.registeredMediaType {
            graph.add(type, isA: .dct("MediaType"))
            graph.add(distribution, .dcat("mediaType"), type)
        }
        graph.add(distribution, .dcat("byteSize"), file.size.map { .typed("\($0)", .xsd("nonNegativeInteger")) })
        graph.add(distribution, .spdx("checksum"), file.sha256.map { .node(checksum($0)) })
        graph.add(distribution, .dct("license"), licence(metadata.licence))
        graph.add(distribution, .dct("modified"), metadata.modified.map(Self.moment))
        graph.add(distribution, .dcatap("availability"), Authority.stable.mention(in: &graph))
        if file.fileExtension == "csv" { graph.add(distribution, .dct("conformsTo"), structure(metadata)) }
        if metadata.highValue != nil {
            graph.add(distribution, .dcatap("applicableLegislation"), HighValue.mentionLaw(in: &graph))
        }
    }

    // MARK: - A service

    private mutating func link(_ service: DataService, to records: [DatasetRecord]) {
        let node = RDFNode(addresses.service(service.id))
        for record in records { graph.add(node, .dcat("servesDataset"), RDFNode(addresses.dataset(record.name))) }
    }

    private mutating func describe(_ service: DataService, serving records: [DatasetRecord]) {
        let node = RDFNode(addresses.service(service.id))
        graph.add(node, isA: .dcat("DataService"))
        graph.add(node, .dct("identifier"), .text(service.id))
        graph.add(node, .dct("title"), .words(service.title))
        graph.add(node, .dct("description"), .words(service.description))
        graph.add(node, .dcat("endpointURL"), resource(service.endpoint(addresses.origin, roots)))
        graph.add(node, .dcat("endpointDescription"), resource(addresses.apiDocument))
        graph.add(node, .foaf("page"), document(addresses.apiDocument))
        graph.add(node, .dct("publisher"), agent())
        graph.add(node, .dct("accessRights"), Authority.open.mention(in: &graph))
        for standard in service.standards {
            graph.add(RDFNode(standard), isA: .dct("Standard"))
            graph.add(node, .dct("conformsTo"), RDFNode(standard))
        }
        guard let first = records.first else { return }
        graph.add(node, .dcat("contactPoint"), contact(Metadata(first, publisher: publisher)))
        for category in Set(records.compactMap { HighValue(of: $0.schema) }).sorted(by: { $0.rawValue < $1.rawValue }) {
            graph.add(node, .dcatap("applicableLegislation"), HighValue.mentionLaw(in: &graph))
            graph.add(node, .dcatap("hvdCategory"), category.mention(in: &graph))
        }
    }

    // MARK: - What is linked

    private static func moment(_ date: Date) -> RDFTerm { .typed(date.isoInstant, .xsd("dateTime")) }

    private mutating func resource(_ address: String) -> RDFNode {
        let node = RDFNode(address)
        graph.add(node, isA: .resource)
        return node
    }

    private mutating func document(_ address: String) -> RDFNode {
        let node = RDFNode(address)
        graph.add(node, isA: .foaf("Document"))
        return node
    }

    private mutating func agent() -> RDFNode {
        let node = RDFNode(addresses.publisher)
        let kind = RDFNode("http://purl.org/adms/publishertype/LocalAuthority")
        graph.add(node, isA: .foaf("Agent"))
        graph.add(node, .foaf("name"), .words(publisher.shownName))
        graph.add(node, .foaf("homepage"), document(addresses.home))
        graph.add(kind, isA: .skos("Concept"))
        graph.add(kind, .skos("prefLabel"), .words("collectivité locale"))
        let kinds = RDFNode("http://purl.org/adms/publishertype/1.0")
        graph.add(kinds, isA: .skos("ConceptScheme"))
        graph.add(kinds, .dct("title"), .words("Types d'éditeurs"))
        graph.add(kind, .skos("inScheme"), kinds)
        graph.add(node, .dct("type"), kind)
        return node
    }

    private mutating func contact(_ metadata: Metadata) -> RDFNode {
        let node = RDFNode("\(addresses.catalogue)#contact")
        graph.add(node, isA: .vcard("Kind"), .vcard("Organization"))
        graph.add(node, .vcard("fn"), .words(metadata.contact.name))
        if let email = metadata.contact.email {
            graph.add(node, .vcard("hasEmail"), resource("mailto:\(email)"))
        }
        graph.add(node, .vcard("hasURL"), resource(addresses.home))
        return node
    }

    private mutating func licence(_ licence: Licence) -> RDFNode {
        let node = RDFNode(licence.url)
        graph.add(node, isA: .dct("LicenseDocument"))
        graph.add(node, .dct("title"), .words(licence.title.fr))
        return node
    }

    private mutating func checksum(_ sum: String) -> RDFNode {
        let node = graph.blank()
        let algorithm = RDFNode(RDFName.spdx("checksumAlgorithm_sha256").iri.text)
        graph.add(algorithm, isA: .spdx("ChecksumAlgorithm"))
        graph.add(node, isA: .spdx("Checksum"))
        graph.add(node, .spdx("algorithm"), algorithm)
        graph.add(node, .spdx("checksumValue"), .typed(sum, .xsd("hexBinary")))
        return node
    }

    private mutating func structure(_ metadata: Metadata) -> RDFNode {
        let node = RDFNode(metadata.nationalStructure ?? addresses.structure(metadata.identifier))
        graph.add(node, isA: .dct("Standard"))
        graph.add(node, .dct("title"), .words("Modèle « \(metadata.title) »"))
        return node
    }

    private mutating func place(_ extent: Extent) -> RDFNode {
        let node = graph.blank()
        graph.add(node, isA: .dct("Location"))
        graph.add(node, .dcat("bbox"), .typed(extent.asSurface.wkt, .wkt))
        return node
    }

    /// A period is a blank node: harvesters fetch the address of any other.
    private mutating func period(_ period: Period) -> RDFNode {
        let node = graph.blank()
        graph.add(node, isA: .dct("PeriodOfTime"))
        graph.add(node, .dcat("startDate"), .typed(period.start, .xsd("date")))
        graph.add(node, .dcat("endDate"), .typed(period.end, .xsd("date")))
        return node
    }
}
