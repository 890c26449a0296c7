import AddressAnswers
import Addresses
import Foundation
import Hummingbird
import Tables

/// The geocoder, in the shape of the national one: its clients work unchanged with another address.
struct GeocodingRoutes {
    /// The desks of the address base; nil where the server has none.
    let desks: AddressDesks?
    private let uploads = UploadGate(places: 2)

    init(base: AddressIndex?) { desks = base.map { AddressDesks($0) } }

    func add(to router: Router<BasicRequestContext>) {
        router.get("/geocodage/search") { request, _ in answer(request, search) }
        router.get("/geocodage/reverse") { request, _ in answer(request, reverse) }
        router.get("/geocodage/getCapabilities") { request, _ in
            GeocodingAnswers.json(GeocodingCapabilities.text)
        }
        let tables = desks.map { GeocodingTables(index: $0.index, gate: uploads) }
        router.post("/geocodage/search/csv") { request, _ in
            await tables?.answer(request, .search) ?? GeocodingAnswers.noBase(request)
        }
        router.post("/geocodage/reverse/csv") { request, _ in
            await tables?.answer(request, .reverse) ?? GeocodingAnswers.noBase(request)
        }
    }

    /// Whether something may be sent to a path.
    static func takesFiles(_ path: String) -> Bool {
        let plain = path.hasSuffix("/") ? String(path.dropLast()) : path
        return plain == "/geocodage/search/csv" || plain == "/geocodage/reverse/csv"
    }

    // MARK: One question

    private func answer(
        _ request: Request, _ body: (GeocodingInquiry, AddressDesk) throws(GeocodingRefusal) -> String
    ) -> Response {
        guard let desks else { return GeocodingAnswers.noBase(request) }
        let inquiry = GeocodingInquiry(request)
        return desks.withDesk { desk in
            do throws(GeocodingRefusal) {
                return GeocodingAnswers.json(try body(inquiry, desk))
            } catch {
                return GeocodingAnswers.refusal(error)
            }
        }
    }

    private func search(_ inquiry: GeocodingInquiry, _ desk: AddressDesk) throws(GeocodingRefusal) -> String {
        try inquiry.checkIndex()
        let text = try inquiry.query()
        let limit = try inquiry.limit(otherwise: 5)
        let center = try inquiry.place()
        let question = AddressQuestion(
            text, limit: limit, isBeginning: inquiry.isBeginning, filter: try inquiry.filter(), near: center)
        return GeocodeJSON(
            desk.answer(question), query: text, filters: inquiry.filters, center: center, limit: limit
        ).text(desk)
    }

    private func reverse(_ inquiry: GeocodingInquiry, _ desk: AddressDesk) throws(GeocodingRefusal) -> String {
        try inquiry.checkIndex()
        let limit = try inquiry.limit(otherwise: 1)
        guard let place = try inquiry.place() else { throw inquiry.missingPlace }
        let found = desk.nearest(to: place, limit: limit, filter: try inquiry.filter())
        return GeocodeJSON(
            AddressFindings(around: found), query: nil, filters: inquiry.filters, center: place, limit: limit
        ).text(desk)
    }
}
