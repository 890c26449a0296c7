/// The vocabularies of our catalogue, with the prefixes by which everybody calls them.
enum RDFVocabulary: String, CaseIterable {
    case rdf, rdfs, xsd, dcat, dct, foaf, vcard, skos, gsp, hydra, dcatap, eli, spdx

    /// The beginning of its addresses.
    var address: String {
        switch self {
        case .rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        case .rdfs: "http://www.w3.org/2000/01/rdf-schema#"
        case .xsd: "http://www.w3.org/2001/XMLSchema#"
        case .dcat: "http://www.w3.org/ns/dcat#"
        case .dct: "http://purl.org/dc/terms/"
        case .foaf: "http://xmlns.com/foaf/0.1/"
        case .vcard: "http://www.w3.org/2006/vcard/ns#"
        case .skos: "http://www.w3.org/2004/02/skos/core#"
        case .gsp: "http://www.opengis.net/ont/geosparql#"
        case .hydra: "http://www.w3.org/ns/hydra/core#"
        case .dcatap: "http://data.europa.eu/r5r/"
        case .eli: "http://data.europa.eu/eli/ontology#"
        case .spdx: "http://spdx.org/rdf/terms#"
        }
    }
}

/// A word of a vocabulary (`dcat:Dataset`). The local part is an XML name without colon, so that every way of writing
/// can use it.
struct RDFName: Hashable {
    let vocabulary: RDFVocabulary
    let local: String

    /// The short form.
    var short: String { "\(vocabulary.rawValue):\(local)" }
    /// The whole address.
    var iri: IRI { IRI(vocabulary.address + local) }

    static let type = RDFName(vocabulary: .rdf, local: "type")
    static func dcat(_ local: String) -> RDFName { RDFName(vocabulary: .dcat, local: local) }
    static func dct(_ local: String) -> RDFName { RDFName(vocabulary: .dct, local: local) }
    static func foaf(_ local: String) -> RDFName { RDFName(vocabulary: .foaf, local: local) }
    static func vcard(_ local: String) -> RDFName { RDFName(vocabulary: .vcard, local: local) }
    static func skos(_ local: String) -> RDFName { RDFName(vocabulary: .skos, local: local) }
    static func hydra(_ local: String) -> RDFName { RDFName(vocabulary: .hydra, local: local) }
    static func dcatap(_ local: String) -> RDFName { RDFName(vocabulary: .dcatap, local: local) }
    static func spdx(_ local: String) -> RDFName { RDFName(vocabulary: .spdx, local: local) }
    static func xsd(_ local: String) -> RDFName { RDFName(vocabulary: .xsd, local: local) }
    static let wkt = RDFName(vocabulary: .gsp, local: "wktLiteral")
    static let legalResource = RDFName(vocabulary: .eli, local: "LegalResource")
    static let resource = RDFName(vocabulary: .rdfs, local: "Resource")

    /// The short form of an address, where a vocabulary has it as a plain word.
    static func short(_ iri: IRI) -> String? {
        for vocabulary in RDFVocabulary.allCases where iri.text.hasPrefix(vocabulary.address) {
            let local = iri.text.dropFirst(vocabulary.address.count)
            let isWord = local.utf8.allSatisfy { 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 }
            if isWord, !local.isEmpty { return "\(vocabulary.rawValue):\(local)" }
        }
        return nil
    }
}
