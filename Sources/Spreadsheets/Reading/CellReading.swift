/// What is read in the cells of a workbook: a file keeps numbers and, beside them, the formats that show them.
public enum CellReading: Sendable {
    /// What the owner means: a day, a code with its zeros, a share (`45%`). For whoever goes on working with the table.
    case meant
    /// What frictionless reads, and so Validata. In XLSX files a number under a format is the text that the format shows,
    /// in other formats it is the number; what lies under merged cells is there. For whoever judges a file as it stands.
    case judged
}
