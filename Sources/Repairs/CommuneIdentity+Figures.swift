import Territories

/// When a code stands where the name of the commune belongs.
extension CommuneIdentity {
    /// What follows from an INSEE code or a postcode in the place of the name; nil where the name is none of these.
    func figures(_ said: CommuneSayings) -> CommuneVerdict? {
        guard said.name.utf8.count == 5, said.name.utf8.dropFirst(2).allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        let coded = reference.commune(code: said.name)
        let posted = reference.communes(postcode: said.name)
        var parents: Set<String> = Set(posted.map(\.parentCode))
        if let coded { parents.insert(coded.parentCode) }
        guard !parents.isEmpty else { return nil }
        // The code of the row decides between those that share a postcode.
        if let own = reference.commune(code: said.code), !said.supposed.contains(.code) {
            return parents.contains(own.parentCode)
                ? settle(said, on: own, rule: "commune-name", degree: .certain)
                : asking(said, among: [own] + [coded].compactMap { $0 } + posted)
        }
        if parents.count == 1, let place = coded ?? posted.first {
            return settle(said, on: place, rule: "commune-name", degree: .likely)
        }
        return asking(said, among: [coded].compactMap { $0 } + posted)
    }
}
