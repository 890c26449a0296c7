import Territories

/// A check of Validata, by the names under which schemas ask for it. One file of this folder a check.
struct CustomCheck: Sendable {
    /// The names, the present one first.
    let names: [String]
    /// Makes the check for what a schema declares.
    let make: @Sendable (CheckDescriptor, Surrounding) throws(CheckProblem) -> CheckRule

    /// Every check.
    static let all: [CustomCheck] =
        [
            .cohesiveColumns, .compareColumns, .frenchCoordinates, .act, .oneOfRequired, .openingHours, .phone,
            .sumColumns, .yearInterval,
        ] + formats

    /// The check of a name.
    static func named(_ name: String) -> CustomCheck? { all.first { $0.names.contains(name) } }

    /// The names of the past, and what replaces them.
    static let deprecated = [
        "french-siret-value": "siret", "french-siren-value": "siren", "nomenclature-actes-value": "nomenclature-acte",
    ]

    /// What a check may ask about the world.
    struct Surrounding: Sendable {
        /// Every commune that is known. Reading them takes a moment: only checks of places ask.
        let territories: @Sendable () -> Reference
    }
}

/// Why a check cannot be used as the schema declares it.
struct CheckProblem: Error {
    let message: String
}

/// What a check looks at, and how it judges.
enum CheckRule: Sendable {
    /// One value of one column.
    case value(ValueCheck)
    /// Several columns of a row.
    case row(RowCheck)
}

/// A check of the values of one column, judged on their bytes.
struct ValueCheck: Sendable {
    let column: String
    /// Whether a value that comes again should not be judged again.
    var isDear = false
    /// Whether it judges values of other types by how they are written; else only text can be good.
    var takesAnyType = true
    /// Whether a value is good.
    let accepts: @Sendable (Bytes) -> Bool
    /// What is to be said of a value that is not.
    let fault: @Sendable (Bytes) -> CustomFault
}

/// A check of several columns of a row.
struct RowCheck: Sendable {
    /// The columns, in the order in which the check knows them.
    let columns: [String]
    /// The column on which a fault is told; nil where it is told on the row.
    let column: String?
    /// Whether a row where one of the values is missing is let pass.
    var skipsMissing = true
    /// What is to be said where columns are missing from the file.
    var missing: @Sendable (_ missing: [String]) -> CustomFault? = { _ in nil }
    /// What is to be said of a row.
    let fault: @Sendable ([CheckedValue]) -> CustomFault?
}

/// A value in the eyes of a check of several columns.
struct CheckedValue: Sendable {
    let label: String
    /// Nil where the cell is missing, or is none of its type.
    let value: Logical?
    let written: String
}

extension JSONTree {
    /// A text among the parameters of a check.
    func word(_ name: String) throws(CheckProblem) -> String {
        guard let value = self[name] else {
            throw CheckProblem(message: "le paramètre « \(name) » manque")
        }
        guard let word = value.string else {
            throw CheckProblem(message: "le paramètre « \(name) » n'est pas un texte")
        }
        return word
    }

    /// A list of texts among the parameters of a check.
    func words(_ name: String) throws(CheckProblem) -> [String] {
        guard let value = self[name] else {
            throw CheckProblem(message: "le paramètre « \(name) » manque")
        }
        guard let items = value.items, items.allSatisfy({ $0.string != nil }) else {
            throw CheckProblem(message: "le paramètre « \(name) » n'est pas une liste de textes")
        }
        return items.compactMap(\.string)
    }
}

extension CheckDescriptor {
    /// The column of a check of one column.
    func requiredColumn() throws(CheckProblem) -> String {
        guard let column, !column.isEmpty else { throw CheckProblem(message: "le paramètre « column » manque") }
        return column
    }
}
