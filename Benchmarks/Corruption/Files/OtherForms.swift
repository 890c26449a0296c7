import Foundation
import Schemas

extension SentFile {
    /// The bytes of the file.
    var bytes: Data {
        switch form {
        case .csv(let form): form.bytes(of: sheet)
        case .xlsx(let form): form.bytes(of: self)
        case .html: Data(html.utf8)
        case .spreadsheetML: Data(spreadsheetML.utf8)
        }
    }

    /// The name of the file.
    var name: String {
        let usual =
            switch form {
            case .csv: "csv"
            case .xlsx: "xlsx"
            case .html, .spreadsheetML: "xls"
            }
        return "\(schema.name).\(fileExtension ?? usual)"
    }

    /// A table of a web page, which business applications export under the name of a workbook.
    private var html: String {
        let rows = sheet.map { line in "<tr>" + line.map { "<td>\($0.text.escaped)</td>" }.joined() + "</tr>" }
        return """
            <html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>
            <table border="1">\(rows.joined(separator: "\n"))</table></body></html>
            """
    }

    /// The XML of Excel 2003.
    private var spreadsheetML: String {
        let rows = sheet.map { line in
            "<Row>" + line.map { "<Cell><Data ss:Type=\"String\">\($0.text.escaped)</Data></Cell>" }.joined() + "</Row>"
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
             xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Feuil1"><Table>
            \(rows.joined(separator: "\n"))
            </Table></Worksheet></Workbook>
            """
    }
}
