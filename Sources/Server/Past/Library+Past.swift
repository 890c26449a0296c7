import Catalog
import Editions
import Foundation
import Hummingbird
import Portal
import Store

extension Library {
    /// What was published of a dataset at a moment. Throws what people are told where nothing was yet.
    nonisolated func state(
        of record: DatasetRecord, at moment: AskedMoment, for audience: Audience = .everybody
    ) async throws -> PastState {
        if let state = try await store.state(of: record.name, at: moment.date, for: audience, by: publisher.name) {
            return state
        }
        let first = record.firstPublished ?? moment.date
        throw PageProblem(status: .notFound, page: .notYet(moment.words, first: first))
    }
}

extension Inquiry {
    /// The headers of a page that shows the past; none for one that shows the present. `date` is when it became what
    /// it is.
    func pastHeaders(since date: Date?) -> HTTPFields {
        moment?.headers(since: date, of: request.uri.path) ?? [:]
    }
}
