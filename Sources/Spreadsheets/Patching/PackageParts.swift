import CLibZip
import Foundation
import Tables
import Texts

/// The parts of an XLSX file. What is not written keeps its bytes, compressed as they were.
final class PackageParts {
    let archive: OpaquePointer
    private let source: OpaquePointer
    private var isOpen = true
    /// The files that the archive reads when it is closed; removed with it.
    var temporaries: [URL] = []
    /// No part of an honest workbook is larger.
    private static let largestPart = 1 << 30

    init(_ data: Data) throws(UnreadableFile) {
        guard let copy = malloc(max(1, data.count)) else { throw damagedWorkbook }
        data.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress { _ = memcpy(copy, start, data.count) }
        }
        guard let source = zip_source_buffer_create(copy, zip_uint64_t(data.count), 1, nil) else {
            free(copy)
            throw damagedWorkbook
        }
        guard let archive = zip_open_from_source(source, 0, nil) else {
            zip_source_free(source)
            throw damagedWorkbook
        }
        zip_source_keep(source)
        self.source = source
        self.archive = archive
    }

    deinit {
        if isOpen { zip_discard(archive) }
        zip_source_free(source)
        for file in temporaries { try? FileManager.default.removeItem(at: file) }
    }

    func contains(_ path: String) -> Bool { place(of: path) != nil }

    /// The bytes of a part, as UTF-8; nil if there is none.
    func read(_ path: String) throws(UnreadableFile) -> [UInt8]? {
        guard let place = place(of: path) else { return nil }
        let size = try size(at: place)
        var isWhole = false
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            isWhole = read(
                at: place, into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<size])
            )
            count = isWhole ? size : 0
        }
        guard isWhole else { throw damagedWorkbook }
        return Self.utf8(bytes)
    }

    /// The bytes of a large part, as UTF-8, piece by piece: the whole of it is never in memory.
    func read(
        _ path: String, inPieces body: (UnsafeRawBufferPointer) throws(UnreadableFile) -> Void
    ) throws(UnreadableFile) {
        guard let place = place(of: path), let file = zip_fopen_index(archive, place, 0) else { throw damagedWorkbook }
        defer { zip_fclose(file) }
        var left = try size(at: place)
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { piece.deallocate() }
        var isFirst = true
        while left > 0 {
            let count = zip_fread(file, piece.baseAddress, zip_uint64_t(min(piece.count, left)))
            guard count > 0 else { throw damagedWorkbook }
            let bytes = UnsafeRawBufferPointer(rebasing: piece[..<Int(count)])
            if isFirst, Self.isUTF16(bytes) {
                guard let whole = try read(path) else { throw damagedWorkbook }
                return try Self.lend(whole, to: body)
            }
            isFirst = false
            left -= Int(count)
            try body(bytes)
        }
    }

    private static func lend(
        _ bytes: [UInt8], to body: (UnsafeRawBufferPointer) throws(UnreadableFile) -> Void
    ) throws(UnreadableFile) {
        let result = bytes.withUnsafeBytes { buffer in
            Result { () throws(UnreadableFile) in try body(buffer) }
        }
        try result.get()
    }

    /// The first path with a number for `#` that is not taken: `xl/comments#.xml → xl/comments2.xml`.
    func freePath(_ pattern: String) -> String {
        var number = 1
        while true {
            let path = pattern.replacingOccurrences(of: "#", with: String(number))
            if !contains(path) { return path }
            number += 1
        }
    }

    /// The whole file with everything that was written. Nothing can be read or written afterwards.
    func data() throws(UnreadableFile) -> Data {
        isOpen = false
        guard zip_close(archive) == 0 else {
            zip_discard(archive)
            throw damagedWorkbook
        }
        var state = zip_stat_t()
        guard zip_source_stat(source, &state) == 0, zip_source_open(source) == 0 else { throw damagedWorkbook }
        defer { zip_source_close(source) }
        var data = Data(count: Int(state.size))
        let count = data.withUnsafeMutableBytes { buffer in
            buffer.baseAddress.map { zip_source_read(source, $0, state.size) } ?? 0
        }
        guard count == Int64(state.size) else { throw damagedWorkbook }
        return data
    }

    func place(of path: String) -> zip_uint64_t? {
        let exact = zip_name_locate(archive, path, 0)
        let place = exact >= 0 ? exact : zip_name_locate(archive, path, zip_flags_t(ZIP_FL_NOCASE))
        return place >= 0 ? zip_uint64_t(place) : nil
    }

    private func size(at place: zip_uint64_t) throws(UnreadableFile) -> Int {
        var state = zip_stat_t()
        guard zip_stat_index(archive, place, 0, &state) == 0, state.size <= Self.largestPart else {
            throw damagedWorkbook
        }
        return Int(state.size)
    }

    private func read(at place: zip_uint64_t, into memory: UnsafeMutableRawBufferPointer) -> Bool {
        guard let file = zip_fopen_index(archive, place, 0) else { return false }
        defer { zip_fclose(file) }
        var count = 0
        while count < memory.count {
            let got = zip_fread(file, memory.baseAddress.map { $0 + count }, zip_uint64_t(memory.count - count))
            guard got > 0 else { return false }
            count += Int(got)
        }
        return true
    }

    private static func isUTF16(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    }

    /// Some programs write UTF-16. Places are counted in UTF-8 everywhere.
    private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        guard isUTF16(bytes), let words = String(bytes: bytes, encoding: .utf16) else { return bytes }
        let start = words.range(of: "?>").map { words.hasPrefix("<?xml") ? $0.upperBound : words.startIndex }
        return Array(words[(start ?? words.startIndex)...].utf8)
    }
}
