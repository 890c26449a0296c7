import Catalog

/// The web addresses that the catalogue of a territory, or of one commune of it, speaks of, under one origin.
struct CatalogueAddresses {
    let origin: String
    /// The commune that the catalogue is of; nil for the whole territory.
    var commune: Place?

    var home: String { commune.map { "\(origin)/communes/\(WebText.encoded($0.code))" } ?? "\(origin)/" }
    var catalogue: String { "\(origin)/catalog\(part())" }
    var publisher: String { "\(catalogue)#publisher" }
    var contact: String { "\(catalogue)#contact" }
    var apiDocument: String { "\(origin)/api.json" }

    func page(_ number: Int, _ syntax: RDFSyntax) -> String {
        "\(origin)/catalog.\(syntax.rawValue)\(part([("page", "\(number)")]))"
    }
    func dataset(_ name: String) -> String { "\(whole(name))\(part())" }
    /// The dataset of the whole territory.
    func whole(_ name: String) -> String { "\(origin)/catalog/\(WebText.encoded(name))" }
    func distribution(_ name: String, _ fileExtension: String) -> String {
        "\(dataset(name))#\(WebText.encoded(fileExtension))"
    }
    func service(_ id: String) -> String { "\(origin)/catalog#\(id)" }
    func landingPage(_ name: String) -> String {
        commune == nil ? "\(origin)/jeux-de-donnees/\(WebText.encoded(name))" : "\(home)/\(WebText.encoded(name))"
    }
    func structure(_ name: String) -> String { "\(origin)/modeles/\(WebText.encoded(name)).json" }

    /// The parameters that stand behind an address of the catalogue.
    private func part(_ more: [(name: String, value: String)] = []) -> String {
        WebText.query((commune.map { [(name: "commune", value: $0.code)] } ?? []) + more)
    }
}
