public import Addresses
import Mapping
import GeoFiles
public import Repairs
import Schemas
public import Tables
public import Territories
import Texts

/// Finds where each object of a table is.
///
/// A position that a person confirmed stands above all. Then come the positions that the sender gave: coordinates in
/// two columns, in one, or a geometry; they are checked against the commune, and what can only be a slip is mended.
/// Where there is none, the address is looked for in the address base, if there is one.
public struct Locating: Sendable {
    private let reference: Reference
    private let addresses: AddressIndex?
    private let confirmed: ConfirmedPositions

    /// Locating with what is known of the communes and of their addresses, and with what people confirmed.
    public init(
        reference: Reference, addresses: AddressIndex? = nil, confirmed: ConfirmedPositions = ConfirmedPositions()
    ) {
        self.reference = reference
        self.addresses = addresses
        self.confirmed = confirmed
    }

    /// A location for each row, in order; none at all when neither the schema nor the file knows of positions, and no
    /// address base could give any: a clean file of addresses alone has nothing to verify then.
    public func locations(of draft: Draft) -> [Location] {
        let fields = PlaceFields(draft.schema)
        let hasPositions = fields.hasPlaces || draft.mapped.table.geometries != nil || draft.mapped.place != nil
        guard hasPositions || addresses != nil && fields.hasAddresses else { return [] }
        let projector = Projector()
        let base = addresses.map { AddressLocating(index: $0, reference: reference, confirmed: confirmed) }
        return (0..<draft.mapped.rowCount).map { row in
            let query = fields.address(of: row, in: draft)
            if let confirmed = base?.confirmed(query, row: row) ?? confirmed.location(of: query, row: row) {
                return confirmed
            }
            if fields.isNowhere(row, in: draft) {
                return base?.location(of: fields.query(of: row, in: draft), words: query, row: row)
                    ?? Self.nowhere(row, query)
            }
            guard let given = given(row, fields, draft) else {
                return base?.location(of: fields.query(of: row, in: draft), words: query, row: row)
                    ?? Location(row: row, query: query, point: nil, status: .none, evidence: ["source": "address"])
            }
            let location = located(
                given, row: row, query: query, commune: fields.communeCode(of: row, in: draft), projector)
            return base?.compared(location, with: fields.query(of: row, in: draft)) ?? location
        }
    }

    /// Zero and zero lie in the sea off Africa: somebody filled in what he did not know.
    private static func nowhere(_ row: Int, _ query: String) -> Location {
        Location(
            row: row, query: query, point: nil, status: .none, evidence: ["source": "address", "mended": "zero"],
            remark: Text(
                fr: "0 et 0 ne sont pas une position : ces coordonnées ont été laissées vides.",
                en: "0 and 0 are no position: these coordinates were left empty."))
    }

    private func given(_ row: Int, _ fields: PlaceFields, _ draft: Draft) -> (point: Coordinate, source: String)? {
        if let shape = draft.mapped.table.geometries?[row], let point = shape.pointOnSurface {
            return (point, "geometry")
        }
        let point = fields.coordinates(of: row, in: draft) ?? draft.mapped.coordinates(row: row)
        return point.map { ($0, "columns") }
    }

    private func located(
        _ given: (point: Coordinate, source: String), row: Int, query: String, commune: String, _ projector: Projector
    ) -> Location {
        let position = GivenPosition(point: given.point, commune: commune, reference: reference, projector: projector)
        var evidence = ["source": given.source]
        evidence.merge(position.evidence) { first, _ in first }
        return Location(
            row: row, query: query, point: position.point, status: position.status, evidence: evidence,
            remark: position.remark)
    }
}
