/// Points: longitude, then latitude, in degrees.
struct GeopointReader: CellReader {
    let format: String

    func read(_ cell: Bytes) -> Logical? {
        switch format {
        case "array":
            guard let items = JSONTree(cell)?.items, items.count == 2 else { return nil }
            return point(degrees(items[0]), degrees(items[1]))
        case "object":
            guard let tree = JSONTree(cell), tree.members.count == 2, let longitude = tree["lon"],
                let latitude = tree["lat"]
            else { return nil }
            return point(degrees(longitude), degrees(latitude))
        default:
            let parts = cell.split(separator: 0x2C, omittingEmptySubsequences: false)
            guard parts.count == 2 else { return nil }
            return point(
                ExactNumber(decimal: Bytes(rebasing: parts[0])), ExactNumber(decimal: Bytes(rebasing: parts[1])))
        }
    }

    private func degrees(_ tree: JSONTree) -> ExactNumber? {
        switch tree {
        case .number(let number, _): number
        case .text(let text): text.withBytes { ExactNumber(decimal: $0) }
        default: nil
        }
    }

    private func point(_ longitude: ExactNumber?, _ latitude: ExactNumber?) -> Logical? {
        guard let longitude, let latitude, Self.within(longitude, 180), Self.within(latitude, 90) else { return nil }
        return .point(longitude: longitude, latitude: latitude)
    }

    private static func within(_ number: ExactNumber, _ bound: Int) -> Bool {
        guard number.sort == .finite, let above = number.compared(to: ExactNumber(bound)),
            let below = number.compared(to: ExactNumber(-bound))
        else { return false }
        return above <= 0 && below >= 0
    }
}
