import Texts

extension Score {
    /// The figures of the classes as a table of Markdown.
    public var table: String {
        var lines = [
            "| class | cells | right | of which likely | asked | flagged | missed | wrong, likely | wrong, certain | lost cells | told of | bystanders |",
            "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
        ]
        for corruption in Corruption.all {
            guard let line = classes[corruption.number] else { continue }
            lines.append(line.row("\(corruption.number) \(corruption.name.en)"))
        }
        return lines.joined(separator: "\n")
    }

    /// The figures of the models as a table of Markdown: single cells only.
    public var modelTable: String {
        let header = table.split(separator: "\n").prefix(2).joined(separator: "\n").replacing(
            "| class |", with: "| model |")
        return header + "\n" + models.sorted { $0.key < $1.key }.map { $1.row("`\($0)`") }.joined(separator: "\n")
    }
}

extension Score.Line {
    /// A row of a table.
    func row(_ name: String) -> String {
        let cells = [
            recoverable.cells.grouped, percent(recoverable.right, recoverable.cells),
            percent(recoverable[.rightLikely], recoverable.cells),
            percent(recoverable[.asked], recoverable.cells), percent(recoverable[.flagged], recoverable.cells),
            percent(recoverable[.missed], recoverable.cells), (recoverable[.wrongLikely] + lost[.wrongLikely]).grouped,
            wrongCertain.grouped, lost.cells.grouped,
            percent(lost.told, lost.cells),
            bystanders.cells.grouped,
        ]
        return "| \(name) | " + cells.joined(separator: " | ") + " |"
    }

    private func percent(_ part: Int, _ whole: Int) -> String { Score.percent(part, whole) }

    /// Cells that were changed to something wrong, and called certain.
    var wrongCertain: Int { recoverable[.wrongCertain] + lost[.wrongCertain] + bystanders[.wrongCertain] }
    /// Cells that were changed, and called likely.
    var likely: Int { likelyRight + recoverable[.wrongLikely] + lost[.wrongLikely] + bystanders[.wrongLikely] }
    /// Those of them that are right.
    var likelyRight: Int { recoverable[.rightLikely] + lost[.rightLikely] }
}

extension Score {
    /// A share, cut downwards: 100 % is all of them.
    static func percent(_ part: Int, _ whole: Int) -> String {
        guard whole > 0 else { return "–" }
        let tenths = part * 1000 / whole
        return "\(tenths / 10).\(tenths % 10) %"
    }
}

extension Int {
    /// With a space between thousands.
    var grouped: String { String(self).withThousands(" ") }
}
