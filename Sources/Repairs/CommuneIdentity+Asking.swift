import Spelling
import Territories
import Texts

/// When only a person knows which commune is meant.
extension CommuneIdentity {
    func asking(_ said: CommuneSayings, among communes: [Commune]) -> CommuneVerdict {
        var seen: Set<String> = []
        var choice = communes.filter { seen.insert($0.code).inserted }
        if let sender = setting.sender, seen.insert(sender.code).inserted { choice.append(sender) }
        var verdict = CommuneVerdict()
        verdict.question = (choice.prefix(8).map { "\($0.name) (\($0.code))" }, text(said))
        return verdict
    }

    private func text(_ said: CommuneSayings) -> Text {
        guard !said.spoken.isEmpty else {
            return Text(
                fr: "Rien ne dit de quelle commune il s'agit. Laquelle est-ce ?",
                en: "Nothing says which commune this is. Which one is it?")
        }
        var fr: [String] = [], en: [String] = []
        if !said.name.isEmpty {
            let known = reference.communes(named: said.name).first.map { " (\($0.code))" } ?? ""
            fr.append("le nom « \(said.name) »\(known)")
            en.append("the name “\(said.name)”\(known)")
        }
        if !said.code.isEmpty {
            let owner = reference.commune(code: said.code).map { " (\($0.name))" } ?? ""
            fr.append("le code Insee \(said.code)\(owner)")
            en.append("the INSEE code \(said.code)\(owner)")
        }
        if !said.postcode.isEmpty {
            let owners = Set(reference.communes(postcode: said.postcode).map(\.name)).sorted().prefix(2).joined(
                separator: ", ")
            fr.append("le code postal \(said.postcode)" + (owners.isEmpty ? "" : " (\(owners))"))
            en.append("the postcode \(said.postcode)" + (owners.isEmpty ? "" : " (\(owners))"))
        }
        let isAlone = fr.count == 1
        return Text(
            fr: isAlone
                ? "On ne peut pas dire de quelle commune il s'agit d'après \(fr[0]). Laquelle est-ce ?"
                : "\(fr.enumerated("et").capitalizedFirst) ne vont pas ensemble. De quelle commune s'agit-il ?",
            en: isAlone
                ? "There is no telling which commune this is from \(en[0]). Which one is it?"
                : "\(en.enumerated("and").capitalizedFirst) do not go together. Which commune is it?")
    }

    private static let codeAtEnd = Shape(/\(?(\d[\dAB]\d{3})\)?\s*$/)

    /// `Bron (69029)`, `69029` or `Bron`.
    func commune(answered answer: String) -> Commune? {
        if let match = Self.codeAtEnd.firstMatch(in: answer),
            let commune = reference.commune(code: String(match.1))
        {
            return commune
        }
        return reference.match(name: answer, among: setting.scope).commune
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension [String] {
    /// `a, b et c`.
    fileprivate func enumerated(_ and: String) -> String {
        guard count > 1, let last else { return joined() }
        return dropLast().joined(separator: ", ") + " \(and) " + last
    }
}
