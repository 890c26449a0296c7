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

    /// Writes a part that was held, with everything spliced in. Nothing of it is copied.
    func write(_ path: String, _ splices: [Splice], into bytes: UnsafeBufferPointer<UInt8>) throws(UnreadableFile) {
        let added = allocate(splices.reduce(0) { $0 + $1.bytes.count })
        var fragments: [zip_buffer_fragment_t] = []
        func append(_ start: UnsafeRawPointer?, _ count: Int) {
            guard count > 0, let start else { return }
            let data = UnsafeMutableRawPointer(mutating: start).assumingMemoryBound(to: zip_uint8_t.self)
            fragments.append(zip_buffer_fragment_t(data: data, length: zip_uint64_t(count)))
        }
        var done = 0
        var filled = 0
        for splice in splices.inOrder {
            append(bytes.baseAddress.map { UnsafeRawPointer($0 + done) }, splice.range.lowerBound - done)
            splice.bytes.withUnsafeBytes {
                UnsafeMutableRawBufferPointer(rebasing: added[filled...]).copyMemory(from: $0)
            }
            append(added.baseAddress.map { $0 + filled }, splice.bytes.count)
            filled += splice.bytes.count
            done = splice.range.upperBound
        }
        append(bytes.baseAddress.map { UnsafeRawPointer($0 + done) }, bytes.count - done)
        let content = zip_source_buffer_fragment(archive, fragments, zip_uint64_t(fragments.count), 0)
        guard let content else { throw damagedWorkbook }
        try put(content, at: path, size: bytes.count)
    }

    func write(_ path: String, _ words: String) throws(UnreadableFile) { try write(path, Array(words.utf8)) }

    func remove(_ path: String) {
        if let place = place(of: path) { zip_delete(archive, place) }
    }
}
