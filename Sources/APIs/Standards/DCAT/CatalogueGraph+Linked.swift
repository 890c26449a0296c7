import Catalog
import Foundation
import Schemas
import Tables
import Texts

// What datasets and services link to, each said to be what it is.
extension CatalogueGraph {
    static func moment(_ date: Date) -> RDFTerm { .typed(date.isoInstant, .xsd("dateTime")) }

    mutating func resource(_ address: String) -> RDFNode {
        let node = RDFNode(address)
        graph.add(node, isA: .resource)
        return node
    }

    mutating func document(_ address: String) -> RDFNode {
        let node = RDFNode(address)
        graph.add(node, isA: .foaf("Document"))
        return node
    }

    mutating func agent() -> RDFNode {
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

    mutating func contact(_ metadata: Metadata) -> RDFNode {
        let node = RDFNode(addresses.contact)
        graph.add(node, isA: .vcard("Kind"), .vcard("Organization"))
        graph.add(node, .vcard("fn"), .words(metadata.contact.name))
        if let email = metadata.contact.email {
            graph.add(node, .vcard("hasEmail"), resource("mailto:\(email)"))
        }
        graph.add(node, .vcard("hasURL"), resource(addresses.home))
        return node
    }

    mutating func licence(_ licence: Licence) -> RDFNode {
        let node = RDFNode(licence.url)
        graph.add(node, isA: .dct("LicenseDocument"))
        graph.add(node, .dct("title"), .words(licence.title.fr))
        return node
    }

    mutating func checksum(_ sum: String) -> RDFNode {
        let node = graph.blank()
        // With https, though the vocabulary itself is named with http: so the shapes of DCAT-AP 3.0.1 want it.
        let algorithm = RDFNode("https://spdx.org/rdf/terms#checksumAlgorithm_sha256")
        graph.add(algorithm, isA: .spdx("ChecksumAlgorithm"))
        graph.add(node, isA: .spdx("Checksum"))
        graph.add(node, .spdx("algorithm"), algorithm)
        graph.add(node, .spdx("checksumValue"), .typed(sum, .xsd("hexBinary")))
        return node
    }

    mutating func structure(_ entry: CatalogueEntry) -> RDFNode {
        let node = RDFNode(entry.metadata.nationalStructure ?? addresses.structure(entry.record.name))
        graph.add(node, isA: .dct("Standard"))
        graph.add(node, .dct("title"), .words("Modèle « \(entry.record.schema.title) »"))
        return node
    }

    mutating func place(_ extent: Extent) -> RDFNode {
        let node = graph.blank()
        graph.add(node, isA: .dct("Location"))
        graph.add(node, .dcat("bbox"), .typed(extent.asSurface.wkt, .wkt))
        return node
    }

    /// A period is a blank node: harvesters fetch the address of any other.
    mutating func period(_ period: Period) -> RDFNode {
        let node = graph.blank()
        graph.add(node, isA: .dct("PeriodOfTime"))
        graph.add(node, .dcat("startDate"), .typed(period.start, .xsd("date")))
        graph.add(node, .dcat("endDate"), .typed(period.end, .xsd("date")))
        return node
    }
}
