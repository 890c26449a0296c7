extension NameSearch {
    /// What the candidates amount to. `alone`: the likeness by itself leaves no doubt.
    func judge(_ found: [Commune], _ evidence: Evidence, alone: Bool) -> NameMatch? {
        var found = unique(found)
        if let department = typed.department {
            found.removeAll { $0.department != department }
        }
        guard !found.isEmpty else { return nil }
        if let near = onlyOneNear(unknownPostcode: hints.postcode ?? typed.postcode, among: found) {
            return typed.hasMore ? .likely(near, .confirmedByPostcode) : .certain(near, .confirmedByPostcode)
        }
        let confirmed = found.filter { confirmation(of: $0) != nil }
        if confirmed.count == 1, let proof = confirmation(of: confirmed[0]), !contradicted(confirmed[0]) {
            let spelled = evidence == .spelling || evidence == .smallWords || evidence == .district
            return typed.hasMore
                ? .likely(confirmed[0], proof) : .certain(confirmed[0], spelled && found.count == 1 ? evidence : proof)
        }
        if found.count > 1 {
            if let sender = hints.sender, let own = found.first(where: { $0.parentCode == sender }) {
                return .likely(own, .sender)
            }
            return .ambiguous(confirmed.count > 1 ? confirmed : found)
        }
        let isWeak = evidence == .typo || evidence == .shortened
        if contradicted(found[0]) || (isWeak && !hintedElsewhere().isEmpty) {
            return .ambiguous(unique(found + hintedElsewhere()))
        }
        let single = alone || (typed.department != nil && evidence == .spelling)
        return single && !typed.hasMore ? .certain(found[0], evidence) : .likely(found[0], evidence)
    }

    /// The only one of several namesakes in the département that a postcode begins with, where nothing more is known of
    /// that postcode.
    private func onlyOneNear(unknownPostcode postcode: String?, among found: [Commune]) -> Commune? {
        guard found.count > 1, let postcode, postcode.utf8.count == 5, reference.communes(postcode: postcode).isEmpty
        else { return nil }
        let isOverseas = postcode.hasPrefix("97") || postcode.hasPrefix("98")
        let prefix = isOverseas ? postcode.prefix(3) : postcode.prefix(2)
        // A commune whose postcodes are known has another one.
        let near = found.filter { commune in
            guard commune.postcodes.isEmpty else { return false }
            return prefix == "20" ? ["2A", "2B"].contains(commune.code.prefix(2)) : commune.code.hasPrefix(prefix)
        }
        return near.count == 1 ? near[0] : nil
    }

    /// Whether no other commune, of today or of the past, can be meant by a name that fits this one.
    func isAlone(_ commune: Commune, _ reading: NameKey) -> Bool {
        let others = bucket(reading).filter {
            NameKey($0.name).bare == reading.bare && $0.parentCode != commune.parentCode
        }
        if scope == .national { return others.isEmpty && hintedElsewhere().allSatisfy { $0.code == commune.code } }
        return others.filter(inScope).isEmpty
    }

    /// What the row says the same by other means.
    func confirmation(of commune: Commune) -> Evidence? {
        for code in [hints.code, hints.identifierCode].compactMap({ $0.map(Self.fiveDigits) })
        where code == commune.code || reference.parent(of: code)?.code == commune.code {
            return .confirmedByCode
        }
        for postcode in [typed.postcode, hints.postcode].compactMap({ $0.map(Self.fiveDigits) })
        where reference.contains(postcode: postcode, code: commune.code) == true {
            return .confirmedByPostcode
        }
        return nil
    }

    /// Whether a postcode typed beside the name is used elsewhere only.
    func contradicted(_ commune: Commune) -> Bool {
        guard let postcode = typed.postcode, !reference.communes(postcode: postcode).isEmpty else { return false }
        return reference.contains(postcode: postcode, code: commune.code) == false
    }

    /// The communes that the codes in the row name.
    func hintedElsewhere() -> [Commune] {
        let codes = [hints.code, hints.identifierCode].compactMap { $0.map(Self.fiveDigits) }
        let coded = codes.compactMap { reference.parent(of: $0) }
        return unique(coded + (typed.postcode.map(reference.communes(postcode:)) ?? []))
    }

    static func fiveDigits(_ code: String) -> String { code.utf8.count == 4 ? "0" + code : code }
}
