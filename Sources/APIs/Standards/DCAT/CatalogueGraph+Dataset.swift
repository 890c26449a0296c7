import Catalog
import Foundation
import Schemas
import Tables
import Texts

// A dataset and its files.
extension CatalogueGraph {
    mutating func add(_ entry: CatalogueEntry) {
        let record = entry.record
        let metadata = entry.metadata
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
        graph.add(dataset, .dct("conformsTo"), structure(entry))
        graph.add(dataset, .dct("spatial"), metadata.extent.map { .node(place($0)) })
        graph.add(dataset, .dct("temporal"), metadata.period.map { .node(period($0)) })
        if let category = metadata.highValue {
            graph.add(dataset, .dcatap("applicableLegislation"), HighValue.mentionLaw(in: &graph))
            graph.add(dataset, .dcatap("hvdCategory"), category.mention(in: &graph))
            // data.gouv.fr looks for the category among the themes only.
            graph.add(dataset, .dcat("theme"), category.mention(in: &graph))
        }
        if addresses.commune != nil {
            graph.add(dataset, .dct("isPartOf"), RDFNode(addresses.whole(record.name)))
        }
        for file in entry.files { add(file, of: dataset, entry) }
    }

    mutating func add(_ file: PublishedFile, of dataset: RDFNode, _ entry: CatalogueEntry) {
        let metadata = entry.metadata
        let distribution = RDFNode(addresses.distribution(entry.record.name, file.fileExtension))
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
        if file.fileExtension == "csv" { graph.add(distribution, .dct("conformsTo"), structure(entry)) }
        if metadata.highValue != nil {
            graph.add(distribution, .dcatap("applicableLegislation"), HighValue.mentionLaw(in: &graph))
        }
    }
}
