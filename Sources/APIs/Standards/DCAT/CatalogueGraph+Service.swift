import Catalog
import Foundation
import Schemas
import Tables
import Texts

// A service and what it gives.
extension CatalogueGraph {
    mutating func link(_ service: DataService, to entries: [CatalogueEntry]) {
        let node = RDFNode(addresses.service(service.id))
        for entry in entries { graph.add(node, .dcat("servesDataset"), RDFNode(addresses.dataset(entry.record.name))) }
    }

    mutating func describe(_ service: DataService, serving entries: [CatalogueEntry]) {
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
        guard let first = entries.first else { return }
        graph.add(node, .dcat("contactPoint"), contact(first.metadata))
        for category in Set(entries.compactMap(\.metadata.highValue)).sorted(by: { $0.rawValue < $1.rawValue }) {
            graph.add(node, .dcatap("applicableLegislation"), HighValue.mentionLaw(in: &graph))
            graph.add(node, .dcatap("hvdCategory"), category.mention(in: &graph))
        }
    }
}
