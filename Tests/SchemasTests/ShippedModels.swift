import Foundation
import Schemas

/// The six models that Gabarit ships for a territory, with the three letters that begin their identifiers.
let trigrams = [
    "parcs-jardins": "PAR", "bureaux-de-vote": "BUR", "toilettes": "TOI", "panneaux-affichage": "PAN",
    "etablissements-publics": "EQU", "stationnement-pmr": "PMR",
]

/// Their names, in alphabetical order.
let modelNames = trigrams.keys.sorted()

/// The root of the package, from the place of this file.
let packageRoot = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// Whether a value respects what a field says of itself: type, bounds, pattern, list.
func respects(_ value: String, _ field: Field) throws -> Bool {
    if let pattern = field.constraints.pattern, try Regex(pattern).wholeMatch(in: value) == nil { return false }
    if let values = field.constraints.enumeration, !values.contains(value) { return false }
    switch field.type {
    case .boolean: return field.trueValues.contains(value) || field.falseValues.contains(value)
    case .number: return Double(value).map { isWithinBounds($0, of: field) } ?? false
    case .date: return value.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil
    case .year where value.utf8.count != 4: return false
    case .integer, .year: return Int(value).map { isWithinBounds(Double($0), of: field) } ?? false
    case .string where field.format == "uri": return value.hasPrefix("https://")
    case .string where field.format == "email": return value.split(separator: "@").count == 2
    default: return !value.isEmpty
    }
}

private func isWithinBounds(_ number: Double, of field: Field) -> Bool {
    let least = field.constraints.minimum.flatMap(Double.init) ?? -.infinity
    let most = field.constraints.maximum.flatMap(Double.init) ?? .infinity
    return number >= least && number <= most
}
