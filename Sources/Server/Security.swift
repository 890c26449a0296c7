import Hummingbird

/// What browsers may do with our answers.
enum Security {
    /// Only our own style, script and data; no inline script; in the frame of another site only where it is meant.
    /// MapLibre starts its worker from a `blob:`.
    static func policy(isEmbedded: Bool) -> String {
        """
        default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data: blob:; connect-src 'self'; \
        worker-src blob:; child-src blob:; frame-src 'self'; form-action 'self'; base-uri 'none'; \
        frame-ancestors \(isEmbedded ? "*" : "'self'")
        """
    }

    /// Adds what every answer carries.
    static func protect(_ response: inout Response) {
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.referrerPolicy] = "strict-origin-when-cross-origin"
        response.headers[.permissionsPolicy] = "camera=(), microphone=(), payment=()"
        if response.headers[.contentSecurityPolicy] == nil {
            response.headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'"
        }
    }
}

extension HTTPFields.Element.Name {
    static let referrerPolicy = named("Referrer-Policy")
    static let permissionsPolicy = named("Permissions-Policy")
    /// When a state of the past became what it is, and which one is wanted (RFC 7089).
    static let mementoDatetime = named("Memento-Datetime")
    static let acceptDatetime = named("Accept-Datetime")
    static let link = named("Link")

    private static func named(_ words: String) -> HTTPFields.Element.Name {
        guard let name = HTTPFields.Element.Name(words) else { preconditionFailure("no header is called \(words)") }
        return name
    }
}
