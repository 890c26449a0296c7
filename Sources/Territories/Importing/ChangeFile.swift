/// INSEE's list of what happened to communes since 1943 (`mouvements-communes.csv`).
enum ChangeFile {
    /// Renaming, mergers of all kinds, changes of code. Not the births: there the old commune lives on.
    private static let endings: Set<String> = ["10", "31", "32", "33", "34", "35", "41", "50"]

    static func add(_ text: SeparatedText, to ledger: inout CommuneLedger) {
        let (change, date) = (text.column("mod"), text.column("date_eff"))
        let (before, after) = (text.column("com_av"), text.column("com_ap"))
        let (name, newName) = (text.column("libelle_av"), text.column("libelle_ap"))
        let (type, newType) = (text.column("typecom_av"), text.column("typecom_ap"))
        text.forEachRow { row in
            let (code, successor, old) = (row[before], row[after], row[name])
            guard endings.contains(row[change]), row[newType] == "COM", row[type] != "ARM" else { return }
            guard code != successor || old != row[newName] else { return }
            // The commune is back, or the name is: what once was says nothing about today.
            if let today = ledger[code], code != successor || today.name == old { return }
            ledger.addFormer(Commune(code: code, name: old, kind: .former(into: successor, since: row[date])))
        }
    }
}
