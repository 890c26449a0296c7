public import Texts

extension Verdict {
    /// How many causes are told to people.
    private static let causesTold = 200

    /// The verdict for people: what should be looked at, each cause of faults on one line, and a last sentence.
    public func summary() -> [Text] {
        let groups = groups()
        var lines = warnings.map { Text(verbatim: $0) }
        lines += groups.prefix(Self.causesTold).map(\.line)
        if groups.count > Self.causesTold {
            let rest = groups.count - Self.causesTold
            lines.append(Text(fr: "… et \(rest) autres causes.", en: "… and \(rest) other causes."))
        }
        return lines + [isValid ? Text(fr: "Tout est bon.", en: "All is well.") : total]
    }

    private var total: Text {
        errorCount == 1
            ? Text(fr: "1 erreur.", en: "1 error.")
            : Text(fr: "\(errorCount) erreurs.", en: "\(errorCount) errors.")
    }
}

extension FaultGroup {
    /// Where, what was found, what to do.
    var line: Text {
        // What explains a pattern to programmers stands in the full report only.
        let advice = fault.message.split(separator: "\n\n**Détails").first.map(String.init) ?? ""
        let said = advice.replacing("«&#160;", with: "« ").replacing("&#160;»", with: " »").replacing("**", with: "")
            .split(separator: "\n").joined(separator: " ")
        let found =
            fault.cell.map { Text(fr: " « \($0.prefix(60)) »", en: " “\($0.prefix(60))”") } ?? Text(verbatim: "")
        let field = fault.fieldName.map { $0.isEmpty ? "" : "\($0) : " } ?? ""
        let sentence = Text(
            fr: "\(field)\(fault.title.lowercasedFirst)\(fault.cell?.isEmpty == false ? found.fr : "") — \(said)",
            en: "\(field)\(EnglishWords.sentence(fault))\(fault.cell?.isEmpty == false ? found.en : "")")
        return rows.isEmpty ? sentence : Text(fr: sentence.fr + place.fr, en: sentence.en + place.en)
    }

    private var place: Text {
        let list = rows.map(String.init).joined(separator: ", ")
        if count == 1 { return Text(fr: " (ligne \(list))", en: " (row \(list))") }
        let more = count > rows.count ? "…" : ""
        return Text(fr: " (\(count) fois : lignes \(list)\(more))", en: " (\(count) times: rows \(list)\(more))")
    }
}

extension String {
    fileprivate var lowercasedFirst: String {
        guard let first else { return self }
        return first.lowercased() + dropFirst()
    }
}
