/// Which way of writing a client prefers, as its `Accept` says (RFC 9110, §12.5.1).
enum CatalogueNegotiation {
    /// The syntax with the greatest weight; JSON-LD where nothing is said, or nothing that is said can be given.
    static func syntax(_ accept: String) -> RDFSyntax {
        var best: (syntax: RDFSyntax, weight: Double)?
        for part in accept.split(separator: ",").prefix(50) {
            let words = part.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            guard let type = words.first, let syntax = RDFSyntax.allCases.first(where: { $0.accepted.contains(type) })
            else { continue }
            let said = words.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            if said > 0, said > best?.weight ?? 0 { best = (syntax, said) }
        }
        return best?.syntax ?? .jsonLD
    }
}
