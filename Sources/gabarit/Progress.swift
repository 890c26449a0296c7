import Foundation
import Pipeline
import Texts

/// Shows how far a preparation is: on one line that changes in a terminal, line by line elsewhere.
struct Progress {
    let name: String

    /// Shows a step.
    func show(_ step: Preparation.Step) {
        let words = words(of: step)
        guard isatty(STDERR_FILENO) == 1 else {
            if case .repairing(let field, let of) = step, field != of { return }
            say("\(name) : \(words)")
            return
        }
        FileHandle.standardError.write(Data("\r\u{1B}[2K\(name) : \(words)".utf8))
        if step == .reviewing { FileHandle.standardError.write(Data("\n".utf8)) }
    }

    private func words(of step: Preparation.Step) -> String {
        switch step {
        case .reading: "lecture…"
        case .mapping(let rows): "\(Text.rows(rows).fr) lues, colonnes…"
        case .repairing(let field, let of): "vérification et réparation, champ \(field) sur \(of)…"
        case .locating: "positions…"
        case .reviewing: "relecture…"
        }
    }
}
