extension Reference {
    /// Which commune somebody meant by a name.
    ///
    /// It is `certain` only where one commune of the scope can be meant: its official name but for capitals, accents,
    /// hyphens, abbreviations and small words, or any likeness that the code or postcode confirms. In the whole of
    /// France a name that another commune bears, or bore, is never certain by itself.
    public func match(name: String, among scope: Scope = .national, hints: Hints = Hints()) -> NameMatch {
        let typed = TypedName(name)
        guard let words = typed.readings.first?.words else { return .none(closest: []) }
        let search = NameSearch(reference: self, scope: scope, typed: typed, hints: hints)
        let named = search.byLiteralName() ?? search.byTownAndPostcode() ?? search.byName()
        if let found = named ?? search.byDistrict() ?? search.byFormerName() ?? search.byLetters() { return found }
        if let found = search.outside() { return found }
        if words.count == 1, let number = words.first, number.utf8.count == 5, Int(number) != nil {
            return .none(closest: search.numbered(number))
        }
        return search.byPart() ?? search.byTypo() ?? .none(closest: search.nearest())
    }
}
