import Foundation
import Texts

/// The page of results, in Markdown.
public struct QualityPage: Sendable {
    /// What the results belong to.
    public struct Setting: Sendable {
        /// The version of Gabarit.
        public let version: String
        /// The day of the run.
        public let day: String
        /// The seed of the files.
        public let seed: UInt64
        /// How many communes were known.
        public let communes: Int
        /// Rows of a file.
        public let rows: Int
        /// Files for each class and model.
        public let files: Int

        /// A setting.
        public init(version: String, day: String, seed: UInt64, communes: Int, rows: Int, files: Int) {
            self.version = version
            self.day = day
            self.seed = seed
            self.communes = communes
            self.rows = rows
            self.files = files
        }
    }

    private let score: Score
    private let setting: Setting
    private let cleanFaults: [(model: String, faults: [String])]

    /// A page.
    public init(score: Score, setting: Setting, cleanFaults: [(model: String, faults: [String])]) {
        self.score = score
        self.setting = setting
        self.cleanFaults = cleanFaults
    }

    /// The page.
    public var text: String {
        [
            title, summary, frenchSummary, method, "## By class\n\n" + score.table, legend,
            "## By model\n\nSingle cells only.\n\n" + score.modelTable, cleanRows, wrongCertain, misses,
        ].joined(separator: "\n\n") + "\n"
    }

    private var title: String {
        """
        # How well Gabarit cleans

        <!-- Written by `make bench-cleaning`: run it again, do not edit. -->

        Gabarit \(setting.version), \(setting.day), seed \(setting.seed), \(setting.communes.grouped) communes known.
        """
    }

    private var summary: String {
        let cells = score.ofCells
        let total = cells.recoverable.cells + cells.lost.cells
        return """
            Rows without a fault are written, corrupted in \(Corruption.all.count) ways as spreadsheets and people corrupt \
            them, prepared, and compared with what they were: \(total.grouped) damaged cells in \(cells.files.grouped) files of \
            \(score.models.count) models, and \(score.ofFiles.files.grouped) files that were damaged as wholes.

            - Of the \(cells.recoverable.cells.grouped) cells whose original can be known, \
            **\(Score.percent(cells.recoverable.right, cells.recoverable.cells))** came back right, \
            \(Score.percent(cells.recoverable[.asked] + cells.recoverable[.flagged], cells.recoverable.cells)) are asked about or \
            remarked, \(Score.percent(cells.recoverable[.missed], cells.recoverable.cells)) were missed.
            - Of the \(cells.lost.cells.grouped) cells whose original is lost, \
            **\(Score.percent(cells.lost.told, cells.lost.cells))** are asked about or remarked.
            - **\(cells.wrongCertain.grouped)** cells were changed to something wrong and called certain; of the changes called \
            likely, \(Score.percent(cells.likelyRight, cells.likely)) are right.
            - In the files that were damaged as wholes, \
            \(Score.percent(score.ofFiles.recoverable.right, score.ofFiles.recoverable.cells)) of \
            \(score.ofFiles.recoverable.cells.grouped) cells came back right.
            - Of \((cells.innocent + score.ofFiles.innocent).grouped) cells that nobody had damaged, \
            \((cells.bystanders.cells + score.ofFiles.bystanders.cells).grouped) came back different.
            """
    }

    private var frenchSummary: String {
        let cells = score.ofCells
        return """
            **En français.** On écrit des lignes justes, on les abîme comme les abîment les tableurs et les gens pressés \
            (\(Corruption.all.count) façons, \((cells.recoverable.cells + cells.lost.cells).grouped) cases), on les fait préparer \
            par Gabarit, et on compare. Quand la valeur d'origine peut se retrouver, elle revient juste dans \
            \(shareInFrench(cells.recoverable.right, cells.recoverable.cells)) des cases. Quand elle est perdue, Gabarit le demande \
            ou le signale dans \(shareInFrench(cells.lost.told, cells.lost.cells)) des cases. Réparations « certaines » et fausses : \
            \(cells.wrongCertain.grouped).
            """
    }

    /// A share as it is written in French.
    private func shareInFrench(_ part: Int, _ whole: Int) -> String {
        Score.percent(part, whole).replacing(".", with: ",")
    }

    private var method: String {
        """
        ## How it is measured

        Each file has \(setting.rows) rows of one model, sent by a commune of the Métropole de Lyon, by the Métropole, by a \
        commune elsewhere, by a département or for the whole country: real communes with their codes and postcodes, names of \
        streets, positions inside the commune, numbers with their keys. Each file is damaged in one class of ways, cell by cell \
        or whole columns at a time, written as CSV or XLSX, and prepared as it would be sent. \(setting.files) files for each \
        class and model. The same seed makes the same files: `make bench-cleaning` repeats the run, \
        `bench-cleaning --classes 8 --models toilettes --failures list.txt` tells the failures one by one. The code is in \
        `Benchmarks/Corruption`, one file for each class.

        What is aimed at: in each class, 98 % right where the original can be known, 100 % asked about or remarked where it is \
        lost; nothing wrong called certain; 97 % of what is called likely right.
        """
    }

    private var legend: String {
        """
        *Cells*: damaged cells whose original can be known by somebody who sees the file. *Right*: the original is published; \
        *likely*: it is shown to be confirmed. *Asked*: a question covers the cell. *Flagged*: a remark names it and nothing \
        wrong is published. *Missed*: it is published as it was sent, or left empty, and nothing is said. *Wrong*: something \
        else is published. *Lost cells*: cells whose original nobody can know from the file; *told of*: they are asked about, \
        remarked, or found again by what else stands in the row. *Bystanders*: cells that nobody had damaged and that came back \
        different: most of them are held back because something else in their row is asked about. In classes 1, 3, 20, 21, 25 and 28 the whole file is damaged, and every cell that holds something counts.
        """
    }

    private var cleanRows: String {
        let faulty = cleanFaults.filter { !$0.faults.isEmpty }
        let list = faulty.map { model, faults in
            "- `\(model)`: \(faults.count), such as: \(faults[0])"
        }
        return "## Clean rows\n\n"
            + (faulty.isEmpty
                ? "Files without a fault come back byte for byte, with nothing asked and nothing said."
                : "What ought to be left alone, and was not:\n\n" + list.joined(separator: "\n"))
    }

    private var wrongCertain: String {
        let groups = score.failures.filter { $0.cause.fate == .wrongCertain }
        guard !groups.isEmpty else { return "## Wrong and called certain\n\nNone." }
        let lines = groups.map { group in
            let example = group.examples[0]
            return "| \(group.cause.number) | \(group.cause.form) | \(group.count) | `\(example.sent.shown.cell)` | "
                + "`\(example.got.shown.cell)` | `\(example.expected.shown.cell)` | `\(group.cause.rule)` |"
        }
        return """
            ## Wrong and called certain

            | class | form | cells | sent | published | was | rule |
            |--:|---|--:|---|---|---|---|
            \(lines.joined(separator: "\n"))
            """
    }

    /// The forms that fail most, with one example of each.
    private var misses: String {
        let groups = score.failures.filter { $0.cause.fate != .wrongCertain }.sorted {
            ($0.count, $1.cause.form) > ($1.count, $0.cause.form)
        }
        let lines = groups.prefix(30).map { group in
            let example = group.examples[0]
            return "| \(group.cause.number) | \(group.cause.form.cell) | \(group.cause.fate.words) | \(group.count) | "
                + "`\(example.place)` | `\(example.sent.shown.cell)` | `\(example.got.shown.cell)` |"
        }
        return """
            ## What fails most often

            | class | form | fate | cells | for instance | sent | published |
            |--:|---|---|--:|---|---|---|
            \(lines.joined(separator: "\n"))
            """
    }
}

extension Fate {
    /// In words.
    fileprivate var words: String {
        switch self {
        case .rightCertain, .rightLikely: "right"
        case .asked: "asked"
        case .flagged: "flagged"
        case .missed: "missed"
        case .wrongCertain: "wrong, certain"
        case .wrongLikely: "wrong, likely"
        }
    }
}

extension String {
    /// In a cell of a table of Markdown.
    fileprivate var cell: String { replacing("|", with: "¦").replacing("`", with: "ˋ") }
}
