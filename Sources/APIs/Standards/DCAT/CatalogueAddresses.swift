/// The web addresses that the catalogue speaks of, under one origin.
struct CatalogueAddresses {
    let origin: String

    var home: String { "\(origin)/" }
    var catalogue: String { "\(origin)/catalog" }
    var publisher: String { "\(origin)/catalog#publisher" }
    var apiDocument: String { "\(origin)/api.json" }

    func page(_ number: Int, _ syntax: RDFSyntax) -> String { "\(catalogue).\(syntax.rawValue)?page=\(number)" }
    func dataset(_ name: String) -> String { "\(catalogue)/\(WebText.encoded(name))" }
    func distribution(_ name: String, _ fileExtension: String) -> String {
        "\(dataset(name))#\(WebText.encoded(fileExtension))"
    }
    func service(_ id: String) -> String { "\(catalogue)#\(id)" }
    func landingPage(_ name: String) -> String { "\(origin)/jeux-de-donnees/\(WebText.encoded(name))" }
    func structure(_ name: String) -> String { "\(origin)/modeles/\(WebText.encoded(name)).json" }
}
