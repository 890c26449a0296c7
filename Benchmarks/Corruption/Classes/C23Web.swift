import Schemas
import Texts

extension Corruption {
    /// Addresses of pages and of mailboxes.
    static let webAddresses = Corruption(
        23, Text(fr: "Adresses web et courriels", en: "Web and mail addresses"),
        forms: [
            page("no scheme") { $0.bareHost }, page("http:/") { "http:/" + $0.bareHost },
            page("https//") { "https//" + $0.bareHost },
            page("https:/") { "https:/" + $0.bareHost }, page("https: //") { "https: //" + $0.bareHost },
            page("HTTPS://") { "HTTPS://" + $0.bareHost },
            page("http:// https://") { "http://" + $0 }, page("https:\\\\") { "https:\\\\" + $0.bareHost },
            page("htpps://") { "htpps://" + $0.bareHost },
            page("< >") { "<\($0)>" }, page("Site :") { "Site : \($0)" }, page("://") { "://" + $0.bareHost },
            page("http;//") { "http;//" + $0.bareHost },
            mail("mailto:") { "mailto:" + $0 }, mail("@ with spaces") { $0.replacing("@", with: " @ ") },
            mail("(at)") { $0.replacing("@", with: "(at)") },
            mail("[at]") { $0.replacing("@", with: " [at] ") }, mail("< >") { "Mairie <\($0)>" },
            mail("full stop") { $0 + "." },
            mail("semicolon") { $0 + ";" }, mail("Mél :") { "Mél : \($0)" },
            mail("space before the ending") { $0.replacing(".fr", with: " .fr") },
            mail("arobase") { $0.replacing("@", with: " arobase ") },
            mail("doubled @") { $0.replacing("@", with: "@@") },
            Form("UPPER CASE") { cell, _ in
                guard cell.means(.email), !cell.value.isEmpty else { return nil }
                return Damage(cell.value.uppercased(), .text, .either([cell.value.uppercased()]))
            },
            Form("@ lost") { cell, _ in
                cell.means(.email) && !cell.value.isEmpty
                    ? Damage(cell.value.replacing("@", with: " "), .text, .told) : nil
            },
            Form("comma for point") { cell, _ in
                cell.means(.email) && !cell.value.isEmpty ? Damage(cell.value.replacing(".fr", with: ",fr")) : nil
            },
            Form("two addresses") { cell, _ in
                guard cell.means(.email), !cell.value.isEmpty else { return nil }
                return Damage(cell.value + " ; " + "secretariat@" + cell.value.split(separator: "@")[1], .text, .told)
            },
            Form("words") { cell, chance in
                guard cell.means(.url), !cell.value.isEmpty else { return nil }
                return Damage(chance.pick(["voir le site", "site de la ville", "bientôt"]), .text, .told)
            },
        ])

    private static func page(_ name: String, _ write: @escaping @Sendable (String) -> String) -> Form {
        Form(name) { cell, _ in
            guard cell.means(.url), cell.value.hasPrefix("https://") else { return nil }
            // Where the scheme is gone, nobody knows whether the page is served with or without encryption.
            return Damage(
                write(cell.value), .text, .either(["http://" + cell.value.bareHost, "HTTPS://" + cell.value.bareHost]))
        }
    }

    private static func mail(_ name: String, _ write: @escaping @Sendable (String) -> String) -> Form {
        Form(name, where: { $0.means(.email) }, writes: write)
    }
}

extension String {
    fileprivate var bareHost: String { String(dropFirst("https://".count)) }
}
