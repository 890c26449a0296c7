public import Foundation

/// What somebody who asks for a file knows of it already: the headers of RFC 9110, §13 and §14. Absent ones are nil.
public struct FileQuestion: Sendable {
    public var ifMatch: String?
    public var ifNoneMatch: String?
    public var ifModifiedSince: String?
    public var ifUnmodifiedSince: String?
    public var ifRange: String?
    public var range: String?
    /// Whether the body is wanted: a `HEAD` has no parts.
    public var wantsBody: Bool

    /// A question.
    public init(
        ifMatch: String? = nil, ifNoneMatch: String? = nil, ifModifiedSince: String? = nil,
        ifUnmodifiedSince: String? = nil, ifRange: String? = nil, range: String? = nil, wantsBody: Bool = true
    ) {
        self.ifMatch = ifMatch
        self.ifNoneMatch = ifNoneMatch
        self.ifModifiedSince = ifModifiedSince
        self.ifUnmodifiedSince = ifUnmodifiedSince
        self.ifRange = ifRange
        self.range = range
        self.wantsBody = wantsBody
    }
}

/// What is to be answered: the status, the bytes to send, and the headers that say so.
public struct FileAnswer: Sendable {
    /// 200, 206, 304, 412 or 416.
    public var status: Int
    /// The bytes of the file that the body consists of; empty for 304, 412 and 416, and while nobody knows its length.
    public var bytes: Range<Int>
    /// `ETag`, `Last-Modified`, `Accept-Ranges`, and `Content-Range` where it belongs.
    public var headers: [(name: String, value: String)]

    /// The answer to a question about a file. `tag` is a word that changes with the bytes, without quotes; `length` is
    /// the number of bytes, nil for a file that is not written yet: it has no parts.
    public init(to question: FileQuestion, tag: String, modified: Date, length: Int?) {
        let state = FileState(tag: EntityTag(tag), modified: HTTPDate.whole(modified))
        status = state.status(for: question)
        headers = [
            ("ETag", state.tag.text), ("Last-Modified", HTTPDate.text(modified)), ("Accept-Ranges", "bytes"),
        ]
        bytes = 0..<0
        guard status == 200, let length else { return }
        bytes = 0..<length
        switch state.range(for: question, length: length) {
        case .whole: break
        case .part(let range):
            status = 206
            bytes = range
            headers.append(("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(length)"))
        case .unsatisfiable:
            status = 416
            bytes = 0..<0
            headers.append(("Content-Range", "bytes */\(length)"))
        }
    }
}

/// The file as it is now.
private struct FileState {
    let tag: EntityTag
    let modified: Date

    /// 412, 304 or 200, in the order of RFC 9110, §13.2.2.
    func status(for question: FileQuestion) -> Int {
        if let header = question.ifMatch {
            if !EntityTag.list(header).contains(where: { $0 == nil || $0.map(tag.isStrongly) == true }) { return 412 }
        } else if let date = question.ifUnmodifiedSince.flatMap(HTTPDate.date), modified > date {
            return 412
        }
        if let header = question.ifNoneMatch {
            if EntityTag.list(header).contains(where: { $0 == nil || $0?.word == tag.word }) { return 304 }
        } else if let date = question.ifModifiedSince.flatMap(HTTPDate.date), modified <= date {
            return 304
        }
        return 200
    }

    /// The part that is asked for, if it is a part of the file that the asker has.
    func range(for question: FileQuestion, length: Int) -> ByteRange {
        guard question.wantsBody, question.range != nil else { return .whole }
        if let known = question.ifRange {
            if let date = HTTPDate.date(known) {
                guard date == modified else { return .whole }
            } else {
                guard let one = EntityTag.list(known).first ?? nil, tag.isStrongly(one) else { return .whole }
            }
        }
        return ByteRange(question.range, length: length)
    }
}

/// An entity tag (RFC 9110, §8.8.3).
private struct EntityTag {
    let word: String
    var isWeak = false

    /// A strong tag of a word; characters that no tag may have become `_`.
    init(_ word: String) {
        self.word = String(decoding: word.utf8.map { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 ? $0 : 0x5F }, as: UTF8.self)
    }

    private init(word: String, isWeak: Bool) {
        self.word = word
        self.isWeak = isWeak
    }

    var text: String { "\"\(word)\"" }

    func isStrongly(_ other: EntityTag) -> Bool { !isWeak && !other.isWeak && word == other.word }

    /// The tags of a header; `*`, which is any tag, is nil.
    static func list(_ header: String) -> [EntityTag?] {
        var rest = header.utf8.prefix(8192)[...]
        var tags: [EntityTag?] = []
        while let first = rest.first {
            if first == UInt8(ascii: "*") {
                tags.append(nil)
                rest = rest.dropFirst()
            } else if first == UInt8(ascii: "\"") || first == UInt8(ascii: "W") {
                let isWeak = first == UInt8(ascii: "W")
                let opened = rest.dropFirst(isWeak ? 2 : 0)
                guard opened.first == 0x22, let end = opened.dropFirst().firstIndex(of: 0x22) else { break }
                tags.append(
                    EntityTag(
                        word: String(decoding: opened.dropFirst().prefix(upTo: end), as: UTF8.self), isWeak: isWeak))
                rest = rest[end...].dropFirst()
            } else {
                rest = rest.dropFirst()
            }
        }
        return tags
    }
}
