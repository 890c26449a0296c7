import Hummingbird
import Portal

/// Why there is no page or file, for people.
struct PageProblem: Error {
    var status: HTTPResponse.Status
    var page: MessagePage
    /// After how many seconds it may be asked for again; nil where that changes nothing.
    var retryAfter: Int?

    /// Too many ask for the past at a time.
    static let busy = PageProblem(status: .serviceUnavailable, page: .busy, retryAfter: 10)
}
