public import Spreadsheets
import Tables

extension Workbook {
    /// The workbook without the comments that we put in it: those of corrected cells, and the help above the columns of
    /// a template. What its owner wrote stays.
    public var withoutOurRemarks: Workbook {
        var workbook = self
        let template = Fingerprint.read(from: self)?.sheet
        for place in workbook.sheets.indices {
            let isTemplate = workbook.sheets[place].name == template
            workbook.sheets[place].comments = sheets[place].comments.compactMapValues { words in
                let others = Signature.othersWords(in: words)
                return others.isEmpty ? nil : others
            }
            if isTemplate {
                workbook.sheets[place].comments = workbook.sheets[place].comments.filter { $0.key.row != 1 }
            }
        }
        return workbook
    }
}
