/// A cell that is edited, where it stands.
struct SheetCell {
    var name: String
    var attributes: [XMLOutline.Attribute]
    var tag: Range<Int>
    var end: Int
    var closesItself: Bool
    var hasFormula = false

    var style: Int { attributes.first { $0.name == "s" }.flatMap { Int($0.value) } ?? 0 }
}

/// A row with edited cells, where it stands.
struct SheetRow {
    var number: Int
    var name: String
    var attributes: [XMLOutline.Attribute]
    var tag: Range<Int>
    var contentEnd: Int
    var closesItself: Bool

    var style: Int? {
        guard attributes.contains(where: { $0.name == "customFormat" && ["1", "true"].contains($0.value) })
        else { return nil }
        return attributes.first { $0.name == "s" }.flatMap { Int($0.value) }
    }
}
