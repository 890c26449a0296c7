/// Whether the code of a format makes moments of numbers, as openpyxl decides it.
struct MomentCode {
    /// Whether numbers are days or times.
    private(set) var isMoment = false
    /// Whether they are hours, minutes or seconds that may go beyond a day.
    private(set) var isElapsed = false

    private static let units: Set<String> = ["h", "hh", "m", "mm", "s", "ss"]

    init(_ code: String) {
        // A semicolon between quotes ends the section too: openpyxl cuts there.
        var rest = code.prefix { $0 != ";" }
        var isMarked = false
        var hasUnit = false
        while let mark = rest.popFirst() {
            if mark == "\"", let end = rest.firstIndex(of: "\"") {
                rest = rest[rest.index(after: end)...]
                continue
            }
            if mark == "[", let end = rest.firstIndex(of: "]") {
                let word = String(rest[..<end])
                hasUnit = hasUnit || Self.units.contains(word.lowercased())
                // Only small letters are left in place; they are looked at like all others.
                if !Self.units.contains(word) {
                    rest = rest[rest.index(after: end)...]
                    continue
                }
            }
            isMoment = isMoment || !isMarked && "dmhysDMHYS".contains(mark)
            isMarked = mark == "_" || mark == "\\"
        }
        isElapsed = isMoment && hasUnit
    }
}
