import Editions
import Foundation
import Hummingbird
import Portal
import Texts

/// Answers, with the headers that each kind of them needs.
enum Answers {
    /// A page. It may be kept, but must be asked again before it is shown: what is published is seen at once.
    static func page(
        _ page: some Page, _ inquiry: Inquiry, _ site: Site, status: HTTPResponse.Status = .ok,
        adding others: HTTPFields = [:]
    ) -> Response {
        let visit = inquiry.visit
        let document = site.document(page, for: visit)
        var headers: HTTPFields = [.contentType: "text/html; charset=utf-8", .vary: "Accept-Language"]
        headers[.contentLanguage] = visit.language.rawValue
        headers[.contentSecurityPolicy] = Security.policy(isEmbedded: visit.isEmbedded && page.canBeEmbedded)
        headers.append(contentsOf: others)
        guard status == .ok else {
            headers[.cacheControl] = "no-store"
            return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: document)))
        }
        return bytes(Array(document.utf8), headers: headers, tag: nil, inquiry)
    }

    /// Bytes with a tag; 304 without them if whoever asks has them already.
    static func bytes(
        _ bytes: some Collection<UInt8>, headers: HTTPFields, tag: String?, _ inquiry: Inquiry
    ) -> Response {
        var headers = headers
        let tag = "\"\(tag ?? EntityTag.of(bytes))\""
        headers[.eTag] = tag
        if headers[.cacheControl] == nil { headers[.cacheControl] = "public, no-cache" }
        if matches(inquiry.request.headers[.ifNoneMatch], tag) {
            headers[.contentType] = nil
            return Response(status: .notModified, headers: headers)
        }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// Somewhere else, for good.
    static func moved(to address: String) -> Response {
        Response(status: .movedPermanently, headers: [.location: address])
    }

    /// RFC 9110, §13.1.2: a list of tags, weak or not, or `*`.
    private static func matches(_ condition: String?, _ tag: String) -> Bool {
        guard let condition else { return false }
        return condition.split(separator: ",").contains { candidate in
            let plain = candidate.filter { !$0.isWhitespace }
            return plain == "*" || plain == tag || plain == "W/" + tag
        }
    }
}
