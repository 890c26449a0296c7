import Geocoding
import Intake
import Mapping
import Privacy
import Repairs
import Review
import Schemas
import Tables
import Texts

/// `report.json`: everything about a prepared file, for programs. Its shape is a contract (see `docs/report.md`):
/// it may be extended, never changed.
struct ReportFile {
    let prepared: Prepared
    let version: String

    func write(to output: @escaping ([UInt8]) throws -> Void) throws {
        var json = JSONWriter(to: output)
        try json.object { json in
            try json.write("gabarit", version)
            try head(&json)
            try columns(&json)
            try repairs(&json)
            try questions(&json)
            try findings(&json)
            try locations(&json)
            try privacy(&json)
            try verdict(&json)
        }
        try json.finish()
    }

    private var schema: Schema { prepared.draft.schema }
    private var table: Table { prepared.reception.table }
    private var reviewed: ReviewedTable { prepared.reviewed }

    private func head(_ json: inout JSONWriter) throws {
        try json.object("schema") {
            try $0.write("name", schema.name)
            try $0.write("version", schema.version)
        }
        try json.object("file") {
            try $0.write("name", prepared.file)
            try $0.write("sheet", table.source.sheet)
            try $0.write("encoding", table.source.encoding)
            try $0.write("rows", table.rowCount)
            try $0.write("columns", table.columns.count)
            try $0.write("headerRow", prepared.reception.headerRow)
        }
    }

    private func columns(_ json: inout JSONWriter) throws {
        try json.array("columns") { json in
            for mapping in prepared.draft.mapped.columns {
                try json.object {
                    try $0.write("column", table.columns[mapping.column].letters)
                    try $0.write("header", table.columns[mapping.column].header)
                    try $0.write("field", mapping.field)
                    try $0.array("fields") { json in
                        for field in prepared.draft.mapped.fields(of: mapping.column) {
                            try json.write(nil, field.name)
                        }
                    }
                    try $0.write("evidence", mapping.evidence.rawValue)
                    try $0.write("confidence", (mapping.confidence * 100).rounded() / 100)
                }
            }
        }
    }

    private func repairs(_ json: inout JSONWriter) throws {
        try json.array("repairs") { json in
            for change in reviewed.changes {
                try json.object {
                    try $0.write("row", change.rowNumber)
                    try $0.write("column", change.column)
                    try $0.write("field", change.field)
                    try $0.write("before", change.before)
                    try $0.write("after", change.after)
                    try $0.write("rule", change.rule)
                    try $0.write("degree", change.degree.rawValue)
                }
            }
        }
    }

    private func questions(_ json: inout JSONWriter) throws {
        try json.array("questions") { json in
            for question in reviewed.questions {
                try json.object { json in
                    try json.write("id", question.id)
                    try json.write("field", question.field)
                    try json.write("rule", question.rule)
                    try json.array("rows") { for row in question.rows { try $0.write(nil, row) } }
                    try json.write("value", question.value)
                    try json.array("candidates") {
                        for candidate in question.candidates { try $0.write(nil, candidate) }
                    }
                    try json.write("text", question.text.fr)
                    try json.write("textEn", question.text.en)
                }
            }
        }
    }

    /// One entry a row; `row` is null where the whole file is meant.
    private func findings(_ json: inout JSONWriter) throws {
        try json.array("findings") { json in
            for finding in reviewed.findings {
                for row in finding.rows.isEmpty ? [nil] : finding.rows.map(Optional.some) {
                    try json.object { json in
                        if let row { try json.write("row", row) } else { try json.write("row", nil as String?) }
                        try json.write("column", finding.column)
                        try json.write("field", finding.field)
                        try json.write("rule", finding.rule)
                        try json.write("severity", finding.severity.rawValue)
                        try json.write("text", finding.text.fr)
                        try json.write("textEn", finding.text.en)
                    }
                }
            }
        }
    }

    private func locations(_ json: inout JSONWriter) throws {
        try json.array("locations") { json in
            for location in reviewed.locations {
                try json.object { json in
                    try json.write("row", table.rowNumbers[location.row])
                    try json.write("query", location.query)
                    try json.write("label", location.label)
                    let point = location.point ?? location.candidates.first?.point
                    try json.write("lon", point?.longitude)
                    try json.write("lat", point?.latitude)
                    try json.write("precision", location.precision?.rawValue)
                    try json.write("status", location.status.rawValue)
                    try json.object("evidence") { json in
                        for (name, value) in location.evidence.sorted(by: { $0.key < $1.key }) {
                            try json.write(name, value)
                        }
                    }
                    if !location.candidates.isEmpty { try candidates(of: location, &json) }
                }
            }
        }
    }

    /// Where an address in doubt may be.
    private func candidates(of location: Location, _ json: inout JSONWriter) throws {
        try json.array("candidates") { json in
            for candidate in location.candidates {
                try json.object { json in
                    try json.write("label", candidate.label)
                    try json.write("lon", candidate.point.longitude)
                    try json.write("lat", candidate.point.latitude)
                    try json.write("score", (candidate.score * 1000).rounded() / 1000)
                }
            }
        }
    }

    /// What was looked for and is not in what is published.
    private func privacy(_ json: inout JSONWriter) throws {
        let statement = reviewed.privacy
        try json.object("privacy") { json in
            try json.array("published") { json in
                for (detector, reason) in statement.published {
                    try json.object {
                        try $0.write("rule", detector.name)
                        try $0.write("reason", reason)
                    }
                }
            }
            try json.write("text", statement.text.fr)
            try json.write("textEn", statement.text.en)
        }
    }

    private func verdict(_ json: inout JSONWriter) throws {
        let verdict = prepared.verdict
        try json.object("verdict") {
            try $0.write("valid", verdict.isValid)
            try $0.write("rows", verdict.rows)
            try $0.write("repaired", verdict.repaired)
            try $0.write("toVerify", verdict.toVerify)
            try $0.write("questions", verdict.questions)
            try $0.write("errors", verdict.errors)
            try $0.write("text", verdict.text.fr)
            try $0.write("textEn", verdict.text.en)
        }
    }
}
