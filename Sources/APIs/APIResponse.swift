/// The answer of an API.
public struct APIResponse: Sendable {
    /// The bytes of an answer: all at once, or piece by piece where there may be many.
    public enum Body: Sendable {
        case bytes([UInt8])
        /// Calls what it is given with each piece, in order; what that throws ends it.
        case stream(@Sendable (_ write: (UnsafeRawBufferPointer) throws -> Void) throws -> Void)
    }

    /// The status of HTTP.
    public var status: Int
    /// The media type, with its character set where it has one.
    public var mediaType: String
    /// Other headers.
    public var headers: [(name: String, value: String)]
    /// The bytes.
    public var body: Body
    /// A word that changes with the bytes, from which the server makes the `ETag`; nil lets it look at the bytes.
    public var tag: String?

    /// An answer.
    public init(
        status: Int = 200, mediaType: String, headers: [(name: String, value: String)] = [], body: Body,
        tag: String? = nil
    ) {
        self.status = status
        self.mediaType = mediaType
        self.headers = headers
        self.body = body
        self.tag = tag
    }

    /// An answer of some bytes.
    public static func bytes(
        _ bytes: [UInt8], _ mediaType: String, status: Int = 200, headers: [(name: String, value: String)] = []
    ) -> APIResponse {
        APIResponse(status: status, mediaType: mediaType, headers: headers, body: .bytes(bytes))
    }
}
