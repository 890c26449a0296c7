import CLibZip
import Foundation
import Tables

extension PackageParts {
    /// Puts a part in the place of the one of the same path, or adds it.
    func write(_ path: String, _ bytes: [UInt8]) throws(UnreadableFile) {
        guard let copy = malloc(max(1, bytes.count)) else { throw damagedWorkbook }
        memcpy(copy, bytes, bytes.count)
        guard let content = zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 1) else {
            free(copy)
            throw damagedWorkbook
        }
        try put(content, at: path, size: bytes.count)
    }

    private func put(_ content: OpaquePointer, at path: String, size: Int) throws(UnreadableFile) {
        let isLarge = size > 1 << 22
        var known = place(of: path)
        // libzip keeps its slowest compression for a part that is replaced, whatever it is told.
        if isLarge, let old = known, zip_delete(archive, old) == 0 { known = nil }
        let added =
            known.map { zip_file_replace(archive, $0, content, 0) == 0 ? Int64($0) : -1 }
            ?? zip_file_add(archive, path, content, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard added >= 0 else {
            zip_source_free(content)
            throw damagedWorkbook
        }
        // The first day that a ZIP file can name: the same workbook and the same edits make the same bytes.
        zip_file_set_mtime(archive, zip_uint64_t(added), 315_532_800, 0)
        // Harder compression makes large parts a little smaller and several times slower.
        if isLarge { zip_set_file_compression(archive, zip_uint64_t(added), ZIP_CM_DEFLATE, 2) }
    }

    /// Writes a part anew with everything spliced in, through a file: a large sheet is never in memory.
    func write(_ path: String, splicing splices: [Splice]) throws(UnreadableFile) {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("gabarit-\(UUID().uuidString)")
        // Nobody else may read what a commune sent.
        let descriptor = open(file.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0, let output = fdopen(descriptor, "w") else { throw damagedWorkbook }
        temporaries.append(file)
        var seam = Seam(splices.inOrder)
        var isWritten = true
        func put(_ bytes: UnsafeRawBufferPointer) {
            guard !bytes.isEmpty else { return }
            if fwrite(bytes.baseAddress, 1, bytes.count, output) != bytes.count { isWritten = false }
        }
        do {
            try read(path) { (piece) throws(UnreadableFile) in seam.pass(piece, put) }
        } catch {
            fclose(output)
            throw error
        }
        seam.finish(put)
        let size = ftell(output)
        guard fclose(output) == 0, isWritten, let content = zip_source_file(archive, file.path, 0, -1) else {
            throw damagedWorkbook
        }
        try self.put(content, at: path, size: size)
    }

    func write(_ path: String, _ words: String) throws(UnreadableFile) { try write(path, Array(words.utf8)) }

    func remove(_ path: String) {
        if let place = place(of: path) { zip_delete(archive, place) }
    }
}
