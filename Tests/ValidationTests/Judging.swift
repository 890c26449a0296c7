import Foundation
import Validation

/// What is wrong with a CSV under a schema: `type@row:field`, in the order of the report.
func faults(_ csv: String, _ schema: String) -> [String] {
    verdict(csv, schema).allFaults.map { fault in
        fault.type + (fault.rowNumber.map { "@\($0)" } ?? "") + (fault.fieldName.map { ":\($0)" } ?? "")
    }
}

func verdict(_ csv: String, _ schema: String) -> Verdict {
    Validator(document: Data(schema.utf8)).verdict(onText: csv.utf8)
}

/// Which of some values a field refuses. `field` is the inside of its JSON object, without its name.
func refused(_ values: [String], by field: String) -> [String] {
    let rows = values.map { "x;\"" + $0.replacing("\"", with: "\"\"") + "\"\n" }.joined()
    let schema = #"{"fields":[{"name":"id"},{"name":"v""# + (field.isEmpty ? "" : ", " + field) + "}]}"
    let bad = Set(verdict("id;v\n" + rows, schema).allFaults.compactMap(\.rowNumber))
    return values.enumerated().filter { bad.contains($0.offset + 2) }.map(\.element)
}

/// The messages of a CSV's faults.
func messages(_ csv: String, _ schema: String) -> [String] { verdict(csv, schema).allFaults.map(\.message) }
