import Foundation
import Hummingbird
import Portal
import Tables
import Texts

/// The answers of the geocoder, with the headers that its clients in browsers need.
enum GeocodingAnswers {
    static func json(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [
                .contentType: "application/json; charset=utf-8", .accessControlAllowOrigin: "*",
                .cacheControl: status == .ok ? "public, max-age=60" : "no-store",
            ], body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    /// `{"code":400,"message":"…","detail":["…"]}`
    static func refusal(_ refusal: GeocodingRefusal) -> Response {
        var bytes: [UInt8] = []
        var json = JSONWriter { bytes += $0 }
        // Nothing is thrown: the bytes go to memory.
        try? json.object { json in
            try json.write("code", refusal.status.code)
            try json.write("message", refusal.message)
            if !refusal.details.isEmpty {
                try json.array("detail") { json in
                    for detail in refusal.details { try json.write(nil, detail) }
                }
            }
        }
        try? json.finish()
        return self.json(String(decoding: bytes, as: UTF8.self), status: refusal.status)
    }

    /// The server was started without an address base.
    static func noBase(_ request: Request) -> Response {
        let sentence = Text(
            fr: """
                Ce serveur n'a pas de base d'adresses. Construisez-la avec « gabarit addresses build », puis relancez-le.
                """,
            en: "This server has no address base. Build one with “gabarit addresses build”, then start it again.")
        let language = Inquiry(request).visit.language
        return refusal(GeocodingRefusal(status: .serviceUnavailable, message: sentence.in(language)))
    }

    /// Too many files at once: the national geocoder says 429, and its clients wait as they are told.
    static func busy(_ request: Request) -> Response {
        let sentence = Text(
            fr: "Trop de fichiers à la fois : réessayez dans quelques secondes.",
            en: "Too many files at once: try again in some seconds.")
        var response = refusal(
            GeocodingRefusal(status: .tooManyRequests, message: sentence.in(Inquiry(request).visit.language)))
        response.headers[.retryAfter] = "5"
        return response
    }

    /// A file, named after the one that was sent.
    static func table(_ bytes: [UInt8], named name: String, encoding: String) -> Response {
        let stem = name.lowercased().hasSuffix(".csv") ? String(name.dropLast(4)) : name
        let plain = String(stem.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_. ".contains($0)) ? $0 : "_" })
        let full = stem.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? plain
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=\(encoding)", .accessControlAllowOrigin: "*",
                .accessControlExposeHeaders: "Content-Disposition", .cacheControl: "no-store",
                .contentDisposition:
                    "attachment; filename=\"\(plain).geocoded.csv\"; filename*=UTF-8''\(full).geocoded.csv",
            ], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
