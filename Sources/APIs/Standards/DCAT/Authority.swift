import Texts
import Catalog

/// A word of the tables that the Publications Office of the EU keeps, with what DCAT-AP wants said of it in the same
/// document: its kind, its table, and for concepts its name.
struct Authority {
    let table: String
    let code: String
    let kind: RDFName
    var name: String?

    private static let base = "http://publications.europa.eu/resource/authority/"

    var node: RDFNode { RDFNode("\(Self.base)\(table)/\(code)") }

    static let french = Authority(table: "language", code: "FRA", kind: .dct("LinguisticSystem"), name: "français")
    static let open = Authority(table: "access-right", code: "PUBLIC", kind: .dct("RightsStatement"), name: "public")
    static let stable = Authority(
        table: "planned-availability", code: "STABLE", kind: .skos("Concept"), name: "stable")

    static func frequency(_ frequency: Frequency) -> Authority {
        Authority(table: "frequency", code: frequency.rawValue, kind: .dct("Frequency"), name: frequency.title.fr)
    }

    static func theme(_ theme: Theme) -> Authority {
        Authority(table: "data-theme", code: theme.rawValue, kind: .skos("Concept"), name: theme.title.fr)
    }

    static func fileType(_ code: String) -> Authority {
        Authority(table: "file-type", code: code, kind: .dct("MediaTypeOrExtent"), name: nil)
    }

    /// States what it is, and gives the thing to link to.
    func mention(in graph: inout RDFGraph) -> RDFNode {
        graph.add(node, isA: kind)
        graph.add(node, .skos("inScheme"), RDFNode(Self.base + table))
        if let name { graph.add(node, .skos("prefLabel"), .words(name)) }
        return node
    }

    /// The table of themes, which a catalogue names as its taxonomy.
    static func mentionThemes(in graph: inout RDFGraph) -> RDFNode {
        let node = RDFNode("\(base)data-theme")
        graph.add(node, isA: .skos("ConceptScheme"))
        graph.add(node, .dct("title"), .words("Thèmes des données"))
        return node
    }
}

extension HighValue {
    /// The regulation that says what must be open.
    private static let law = RDFNode("http://data.europa.eu/eli/reg_impl/2023/138/oj")

    /// The category, with what must be said of it.
    func mention(in graph: inout RDFGraph) -> RDFNode {
        let node = RDFNode("http://data.europa.eu/bna/\(rawValue)")
        graph.add(node, isA: .skos("Concept"))
        graph.add(node, .skos("prefLabel"), .words(title.fr))
        graph.add(node, .skos("inScheme"), RDFNode("http://data.europa.eu/bna/asd487ae75"))
        return node
    }

    /// The law, with what must be said of it.
    static func mentionLaw(in graph: inout RDFGraph) -> RDFNode {
        graph.add(law, isA: .legalResource)
        return law
    }
}
