/// The full words of the names of communes, cut once for a searcher and only where they are needed.
final class CommuneWords {
    private let index: AddressIndex
    private var known: [[Word]?]

    init(_ index: AddressIndex) {
        self.index = index
        known = Array(repeating: nil, count: index.communes.count)
    }

    /// The words of the name of a commune, without articles.
    func of(_ commune: Int) -> [Word] {
        if let words = known[commune] { return words }
        let words = index.nameWords(ofCommune: commune)
        known[commune] = words
        return words
    }
}
