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
        case .mapping(let rows):
            "\(Text.count(rows, fr: ("ligne lue", "lignes lues"), en: ("row read", "rows read")).fr), colonnes…"
        case .repairing(let field, let of): "vérification et réparation, champ \(field) sur \(of)…"
        case .locating: "positions…"
        case .reviewing: "relecture…"
        }
    }
}

/// Shows how far a long piece of work is: a share that changes in a terminal, every tenth elsewhere.
final class ProgressLine: @unchecked Sendable {
    // Shown by one thread at a time, whichever it is.
    private let name: String
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private var shown = -1

    init(_ name: String) { self.name = name }

    /// Shows a share from 0 to 1, and what else is to be said.
    func show(share: Double, _ words: String = "") {
        let percent = Int(share * 100)
        guard percent > shown, isTerminal || percent >= shown + 10 else { return }
        shown = percent
        let line = "\(name) : \(percent)\u{00A0}%\(words.isEmpty ? "" : ", \(words)")"
        if isTerminal {
            FileHandle.standardError.write(Data("\r\u{1B}[2K\(line)".utf8))
        } else {
            say(line)
        }
    }

    /// Ends the line.
    func end() {
        if isTerminal, shown >= 0 { FileHandle.standardError.write(Data("\n".utf8)) }
    }
}
