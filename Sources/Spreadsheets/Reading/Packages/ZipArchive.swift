import CLibZip
import Tables
import Texts

/// The parts of a ZIP file, found whatever the case or the slashes of their names, and counted as they are opened.
final class ZipArchive {
    private let archive: OpaquePointer
    private let limits: ReadingLimits
    private var places: [String: UInt64] = [:]
    private var opened = 0

    /// Opens a ZIP file. The bytes must stay where they are as long as the archive is used.
    init(_ bytes: UnsafeRawBufferPointer, limits: ReadingLimits) throws(UnreadableFile) {
        self.limits = limits
        var error = zip_error_t()
        guard let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, &error) else {
            throw .damaged
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            throw .damaged
        }
        self.archive = archive
        listParts()
    }

    deinit {
        zip_discard(archive)
    }

    /// The names of the parts, in small letters.
    var names: some Sequence<String> { places.keys }

    /// Whether there is such a part.
    func contains(_ name: String) -> Bool { places[Self.key(name)] != nil }

    /// Opens a part piece by piece; false if there is none of that name.
    func read(
        _ name: String, _ body: (UnsafeRawBufferPointer) throws(UnreadableFile) -> Void
    ) throws(UnreadableFile) -> Bool {
        guard let place = places[Self.key(name)] else { return false }
        guard let file = zip_fopen_index(archive, place, 0) else { throw .damaged }
        defer { zip_fclose(file) }
        let compressed = compressedSize(of: place)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { buffer.deallocate() }
        var size = 0
        while true {
            let count = Int(zip_fread(file, buffer.baseAddress, UInt64(buffer.count)))
            guard count >= 0 else { throw .damaged }
            guard count > 0 else { return true }
            size += count
            opened += count
            try check(size: size, compressed: compressed)
            try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }

    /// The first bytes of a part; none if there is no such part.
    func start(of name: String, count: Int = 200) -> [UInt8] {
        guard let place = places[Self.key(name)], let file = zip_fopen_index(archive, place, 0) else { return [] }
        defer { zip_fclose(file) }
        var bytes = [UInt8](repeating: 0, count: count)
        let read = zip_fread(file, &bytes, UInt64(count))
        return Array(bytes.prefix(max(0, Int(read))))
    }

    private func listParts() {
        for place in 0..<UInt64(max(0, zip_get_num_entries(archive, 0))) {
            guard let name = zip_get_name(archive, place, ZIP_FL_ENC_GUESS) else { continue }
            places[Self.key(String(cString: name))] = place
        }
    }

    private func compressedSize(of place: UInt64) -> Int {
        var facts = zip_stat_t()
        guard zip_stat_index(archive, place, 0, &facts) == 0 else { return 1 }
        return max(1, Int(clamping: facts.comp_size))
    }

    private func check(size: Int, compressed: Int) throws(UnreadableFile) {
        guard opened <= limits.uncompressedBytes else { throw .tooLargeOnceOpened }
        if size > 1 << 24, size / compressed > limits.compressionRatio { throw .tooLargeOnceOpened }
    }

    private static func key(_ name: String) -> String {
        let key = String(name.lowercased().map { $0 == "\\" ? "/" : $0 })
        return key.hasPrefix("/") ? String(key.dropFirst()) : key
    }
}

extension UnreadableFile {
    static let damaged = UnreadableFile(
        Text(
            fr: "Le fichier est abîmé ou incomplet\u{202F}: ouvrez-le dans votre tableur, enregistrez-le de nouveau, "
                + "puis renvoyez-le.",
            en: "The file is damaged or incomplete: open it in your spreadsheet program, save it again, then resend it."
        ))

    static let tooLargeOnceOpened = UnreadableFile(
        Text(
            fr: "Ce fichier devient beaucoup trop gros quand on l’ouvre\u{202F}: gardez seulement les feuilles utiles, "
                + "enregistrez-le de nouveau, puis renvoyez-le.",
            en:
                "This file becomes far too large once opened: keep only the sheets that are needed, save it again, then "
                + "resend it."
        ))
}
