extension Verdict {
    /// A fault of a row, with all its words.
    func words(of mark: FaultMark, _ cells: FaultCells) -> Fault {
        cells.with(mark) { words(of: mark, holding: $0) }
    }

    private func words(of mark: FaultMark, holding bytes: Bytes) -> Fault {
        let place = Int(mark.column)
        let plan = place >= 0 && place < columns.count ? columns[place].map { fields[$0] } : nil
        var cell = NativeCell.text(bytes)
        var said: CustomFault?
        switch mark.what {
        case .check(let rule): if case .value(let check) = rules[Int(rule)] { said = check.fault(bytes) }
        case .together(let saying): (said, cell) = (sayings[Int(saying)].fault, sayings[Int(saying)].cell)
        default: break
        }
        let words = said.map { FaultWords($0) } ?? FaultWords(mark.what, plan, cell)
        let isCell = place >= 0
        return Fault(
            title: words.title, message: words.message, type: words.type,
            tags: Self.tags(mark, isCell: isCell, isCheck: said != nil), rowNumber: Int(mark.row),
            fieldName: isCell ? plan?.name ?? (place < labels.count ? labels[place] : "") : nil,
            fieldNumber: isCell ? place + 1 : nil,
            cell: isCell ? cell : nil)
    }

    private static func tags(_ mark: FaultMark, isCell: Bool, isCheck: Bool) -> [String] {
        guard isCheck else { return isCell ? ["#table", "#row", "#cell"] : ["#table", "#row"] }
        if mark.row == 1 { return ["#body", "#table", "#header"] }
        return isCell ? ["#body", "#table", "#row", "#cell"] : ["#body", "#table", "#row"]
    }
}

/// The words of a fault of a row, in Validata's French.
///
/// Where Validata falls back to the English of frictionless (moments, lists, objects, minimum), French was written.
struct FaultWords {
    var title: String
    var message: String
    var type: String

    /// The words of a check of Validata.
    init(_ fault: CustomFault) { (title, message, type) = (fault.title, fault.message, fault.type) }

    init(_ what: FaultMark.What, _ plan: FieldPlan?, _ cell: String) {
        (title, message, type) = ("", "", "")
        switch what {
        case .blankRow: set("Ligne vide", "La ligne vide doit être retirée de la table", "blank-row")
        case .missingCell:
            set("Cellule manquante", "La ligne n'a pas le même nombre de cellules que l'en-tête", "missing-cell")
        case .extraCell:
            set(
                "Valeur surnuméraire",
                "Le nombre de cellules de la ligne excède le nombre de colonnes défini dans le schéma", "extra-cell")
        case .type:
            let words =
                plan.map { TypeWords.words($0.descriptor, cell) } ?? (title: "Valeur incorrecte", message: "")
            set(words.title, words.message, "type-error")
        case .required, .itemRequired:
            set("Valeur manquante", "La valeur est obligatoire et doit être renseignée", "constraint-error")
        case .constraint(let place):
            let words = plan.map { ConstraintWords.words($0.constraints[Int(place)], $0.descriptor, cell) }
            set(words?.title ?? "", words?.message ?? "", "constraint-error")
        case .itemType:
            set("Élément incorrect", "Un élément du tableau n'est pas du type attendu", "type-error")
        case .itemConstraint(let place):
            let words = plan.flatMap { plan in
                plan.item.map { ConstraintWords.words($0.constraints[Int(place)], plan.descriptor, cell) }
            }
            set(words?.title ?? "", words?.message ?? "", "constraint-error")
        case .unique: set("Valeur dupliquée", "Les valeurs de cette colonne doivent être uniques", "unique-error")
        case .primaryKey, .primaryKeyMissing:
            set("Clé primaire", "La cellule viole la contrainte de clé primaire", "primary-key")
        case .uniqueKey:
            set("Ligne dupliquée", "Une autre ligne a les mêmes valeurs dans les champs d'une clé unique", "unique-key")
        case .foreignKey: set("Clé étrangère", "La cellule viole la contrainte de clé étrangère", "foreign-key")
        case .check, .together: break
        }
    }

    private mutating func set(_ title: String, _ message: String, _ type: String) {
        (self.title, self.message, self.type) = (title, message, type)
    }
}
