/// INSEE's list of communes (`communes.csv` of the code officiel géographique): communes, arrondissements, and the
/// delegated and associated communes that live on inside others.
enum CommuneFile {
    static func add(_ text: SeparatedText, to ledger: inout CommuneLedger) {
        let (type, code) = (text.column("typecom"), text.column("com"))
        let (name, parent) = (text.column("libelle"), text.column("comparent"))
        var named: Set<String> = []
        var delegated: [Commune] = []
        text.forEachRow { row in
            let (own, parent) = (row[code], row[parent])
            switch row[type] {
            case "COM": ledger.update(own) { ($0.name, $0.kind) = (row[name], .commune) }
            case "ARM": ledger.update(own) { ($0.name, $0.kind) = (row[name], .district(of: parent)) }
            case "COMD", "COMA":
                delegated.append(Commune(code: own, name: row[name], kind: .former(into: parent, since: nil)))
                return
            default: return
            }
            named.insert(own)
        }
        ledger.keepOnly(named) { _ in true }
        // A delegated commune that bears the name of the whole says nothing new.
        for commune in delegated where ledger[commune.parentCode]?.name != commune.name { ledger.addFormer(commune) }
    }
}
