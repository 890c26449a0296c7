/// What is read in a cell that stores a number: files keep a number and, beside it, the format that shows it.
public enum NumberReading: Sendable {
    /// What its owner means: a day, a code with its zeros, a share (`45%`). For whoever goes on working with the table.
    case meant
    /// What frictionless makes of it, and so Validata: in XLSX files, where a number has a format, the text that the
    /// format shows; in other formats the number, whatever its format. For whoever judges the file as it stands.
    case judged
}
