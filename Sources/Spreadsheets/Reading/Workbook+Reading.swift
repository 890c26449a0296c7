public import Foundation
public import Tables
import Texts

extension Workbook {
    /// Reads a spreadsheet file, whatever its name says: its first bytes decide.
    ///
    /// CSV and TSV in any usual encoding, XLSX and XLSM, OpenDocument, tables of web pages, and old formats through
    /// `conversion`. What is wrong inside the file is told in `findings`.
    ///
    /// - Parameters:
    ///   - data: The bytes of the file.
    ///   - fileName: The name by which the sender knows the file, to speak about it.
    ///   - reading: What is read in the cells.
    ///   - limits: How much the file may hold.
    ///   - conversion: What turns old formats into XLSX.
    /// - Throws: One sentence for the sender: what is wrong with the file, and what to do.
    public static func read(
        _ data: Data,
        fileName: String,
        reading: CellReading = .meant,
        limits: ReadingLimits = .default,
        conversion: OldWorkbookConversion = .libreOffice
    ) throws(UnreadableFile) -> Workbook {
        try ReceivedFile(data: data, name: fileName, reading: reading, limits: limits).workbook(conversion)
    }

    /// Reads a spreadsheet file from the disk. Large files are not copied into memory.
    ///
    /// - Throws: One sentence for the sender: what is wrong with the file, and what to do.
    public static func read(
        fileAt url: URL,
        reading: CellReading = .meant,
        limits: ReadingLimits = .default,
        conversion: OldWorkbookConversion = .libreOffice
    ) throws(UnreadableFile) -> Workbook {
        let data: Data
        do {
            data = try Data(contentsOf: url, options: .mappedIfSafe)
        } catch {
            throw .unopenable(url.lastPathComponent)
        }
        return try read(data, fileName: url.lastPathComponent, reading: reading, limits: limits, conversion: conversion)
    }
}

/// A file on its way to the reader that understands it.
private struct ReceivedFile {
    enum Outcome {
        case workbook(Workbook)
        case needsConversion
    }

    var data: Data
    let name: String
    let reading: CellReading
    let limits: ReadingLimits
    /// Whether the bytes are what became of a file in an old format.
    var isConverted = false

    func workbook(_ conversion: OldWorkbookConversion) throws(UnreadableFile) -> Workbook {
        let result = data.withUnsafeBytes { bytes in
            Result { () throws(UnreadableFile) in try read(bytes) }
        }
        switch try result.get() {
        case .workbook(let workbook): return workbook
        case .needsConversion:
            var converted = self
            converted.data = try convert(with: conversion)
            converted.isConverted = true
            var workbook = try converted.workbook(.none)
            workbook.format = .xls
            return workbook
        }
    }

    private var formats: CellFormats {
        switch reading {
        case .meant: .meant
        case .judged: isConverted ? .bare : .displayed
        }
    }

    private func read(_ bytes: UnsafeRawBufferPointer) throws(UnreadableFile) -> Outcome {
        switch FileKind(of: bytes) {
        case .empty: throw .empty(name)
        case .zip: try readZip(bytes)
        case .oldContainer: try requireWorkbook(bytes)
        case .ancientWorkbook, .xmlWorkbook: .needsConversion
        case .html: .workbook(try HTMLTableReader(limits: limits, fileName: name).read(bytes))
        case .text: .workbook(try CSVReader(limits: limits).read(bytes))
        case .unsuitable(let kind): throw .unsuitable(kind, file: name)
        }
    }

    private func convert(with conversion: OldWorkbookConversion) throws(UnreadableFile) -> Data {
        do {
            return try conversion.convert(data, name)
        } catch {
            throw data.withUnsafeBytes(OldContainer.isProtected) ? .protectedByPassword : error
        }
    }

    private func requireWorkbook(_ bytes: UnsafeRawBufferPointer) throws(UnreadableFile) -> Outcome {
        try OldContainer(bytes).requireWorkbook(file: name)
        return .needsConversion
    }

    private func readZip(_ bytes: UnsafeRawBufferPointer) throws(UnreadableFile) -> Outcome {
        let archive = try ZipArchive(bytes, limits: limits)
        let mimetype = String(decoding: archive.start(of: "mimetype"), as: UTF8.self)
        if mimetype.contains("opendocument.spreadsheet") {
            return .workbook(try ODSReader(archive: archive, reading: reading, limits: limits).read())
        }
        if archive.contains("xl/workbook.bin") { return .needsConversion }
        if archive.contains("xl/workbook.xml") || archive.names.contains(where: { $0.hasPrefix("xl/worksheets/") }) {
            return .workbook(
                try XLSXReader(
                    archive: archive, formats: formats, clearsCovered: reading == .meant, limits: limits
                ).read())
        }
        if mimetype.isEmpty, archive.contains("content.xml"), archive.contains("META-INF/manifest.xml") {
            return .workbook(try ODSReader(archive: archive, reading: reading, limits: limits).read())
        }
        throw refusal(of: archive, mimetype: mimetype)
    }

    private func refusal(of archive: ZipArchive, mimetype: String) -> UnreadableFile {
        if archive.contains("word/document.xml") || mimetype.contains("opendocument.text") { return .document(name) }
        if archive.contains("ppt/presentation.xml") || mimetype.contains("opendocument.presentation") {
            return .presentation(name)
        }
        let isNumbers = archive.names.contains { $0.hasSuffix(".iwa") || $0 == "index.zip" || $0 == "index.xml" }
        return isNumbers ? .numbers(name) : .unsuitable(.compressed, file: name)
    }
}

extension UnreadableFile {
    static func unopenable(_ file: String) -> UnreadableFile {
        UnreadableFile(
            Text(
                fr: "Le fichier «\u{A0}\(file)\u{A0}» ne peut pas être ouvert\u{202F}: vérifiez qu’il existe et que "
                    + "vous avez le droit de le lire.",
                en: "The file “\(file)” cannot be opened: please check that it exists and that you may read it."
            ))
    }
}
