import CPCRE2

/// A regular expression in the dialect of Python's `re`, run by PCRE2 with its just-in-time compiler.
///
/// Validata reads the patterns of a schema with `re`. What differs is translated or told here:
/// - `\d`, `\w`, `\s`, `\b` follow Unicode, as in Python (`PCRE2_UCP`); Python's `\w` leaves out combining marks, as
///   PCRE2 did before 10.43;
/// - `$` is met at the end and before a last line feed, in both; `\Z` is only the end, which is `\z` for PCRE2;
/// - `\uXXXX`, `\UXXXXXXXX` and the quantifier `{,n}` are rewritten;
/// - `.` stops at a line feed only, whatever the build of PCRE2 says (`PCRE2_NEWLINE_LF`);
/// - what only PCRE2 knows (`\p{L}`, possessive quantifiers) is accepted although Python refuses the schema.
final class Pattern: @unchecked Sendable {
    private let code: OpaquePointer

    /// Compiles an expression; nil where it is none.
    init?(_ python: String, ignoringCase: Bool = false) {
        var errorNumber: Int32 = 0
        var errorPlace = 0
        let source = Array(Self.translated(python).utf8)
        let context = pcre2_compile_context_create_8(nil)
        defer { pcre2_compile_context_free_8(context) }
        pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_LF))
        var options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C
        if ignoringCase { options |= PCRE2_CASELESS }
        guard let code = pcre2_compile_8(source, source.count, options, &errorNumber, &errorPlace, context) else {
            return nil
        }
        pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE)
        self.code = code
    }

    deinit { pcre2_code_free_8(code) }

    /// A pattern of the house, which compiles.
    static func required(_ python: String, ignoringCase: Bool = false) -> Pattern {
        guard let pattern = Pattern(python, ignoringCase: ignoringCase) else {
            preconditionFailure("the pattern \(python) does not compile")
        }
        return pattern
    }

    /// Room for the places of a match. One a worker.
    final class Room {
        fileprivate let data: OpaquePointer

        init(for pattern: Pattern) {
            guard let data = pcre2_match_data_create_from_pattern_8(pattern.code, nil) else {
                preconditionFailure("no memory")
            }
            self.data = data
        }

        deinit { pcre2_match_data_free_8(data) }
    }

    /// Whether a text begins with what the pattern says, as Python's `match`.
    func matchesStart(of text: Bytes, in room: Room? = nil) -> Bool {
        run(text, at: 0, PCRE2_ANCHORED, room ?? Room(for: self)) >= 0
    }

    /// Whether a text holds what the pattern says, as Python's `search`.
    func isFound(in text: Bytes) -> Bool { run(text, at: 0, 0, Room(for: self)) >= 0 }

    /// The groups of the match at the start of a text; the whole match comes first.
    func groups(in text: Bytes) -> [Bytes?]? {
        let room = Room(for: self)
        guard run(text, at: 0, PCRE2_ANCHORED, room) >= 0 else { return nil }
        return groups(of: text, room)
    }

    /// The groups of every match in a text, one after the other, as Python's `findall` walks.
    func everyMatch(in text: Bytes, _ body: ([Bytes?]) -> Void) {
        let room = Room(for: self)
        var place = 0
        while place <= text.count, run(text, at: place, 0, room) >= 0 {
            body(groups(of: text, room))
            place = withExtendedLifetime(room) {
                guard let ends = pcre2_get_ovector_pointer_8(room.data) else { return .max }
                return ends[1] > ends[0] ? ends[1] : ends[1] + 1
            }
        }
    }

    private func groups(of text: Bytes, _ room: Room) -> [Bytes?] {
        withExtendedLifetime(room) {
            guard let places = pcre2_get_ovector_pointer_8(room.data) else { return [] }
            return (0..<Int(pcre2_get_ovector_count_8(room.data))).map { group in
                let (start, end) = (places[2 * group], places[2 * group + 1])
                return start < 0 || start > end ? nil : text.part(start..<end)
            }
        }
    }

    private func run(_ text: Bytes, at start: Int, _ options: UInt32, _ room: Room) -> Int32 {
        // An empty text has no address; any does.
        var nothing: UInt8 = 0
        return withUnsafePointer(to: &nothing) { empty in
            withExtendedLifetime(room) {
                let address = text.baseAddress ?? empty
                let options = options | PCRE2_NO_UTF_CHECK
                let found = pcre2_match_8(code, address, text.count, start, options, room.data, nil)
                guard found == PCRE2_ERROR_JIT_STACKLIMIT else { return found }
                return pcre2_match_8(code, address, text.count, start, options | PCRE2_NO_JIT, room.data, nil)
            }
        }
    }

    private static func translated(_ python: String) -> String {
        guard python.contains("\\") || python.contains("{,") else { return python }
        var result = ""
        var rest = Substring(python).unicodeScalars
        while let scalar = rest.popFirst() {
            if scalar == "{", rest.first == "," {
                result += "{0"
            } else if scalar == "\\", let next = rest.popFirst() {
                switch next {
                case "Z": result += "\\z"
                case "u":
                    result += "\\x{" + String(rest.prefix(4)) + "}"
                    rest = rest.dropFirst(4)
                case "U":
                    result += "\\x{" + String(rest.prefix(8)) + "}"
                    rest = rest.dropFirst(8)
                default: result += "\\" + String(next)
                }
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
