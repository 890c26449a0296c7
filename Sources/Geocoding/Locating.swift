import Mapping
import GeoFiles
public import Repairs
import Schemas
public import Tables
public import Territories
import Texts

/// Finds where each object of a table is.
///
/// This first form knows the positions that the sender gave: coordinates in two columns, in one, or a geometry. It
/// checks them against the commune and mends what can only be a slip. Addresses without a position are told, so that
/// they can be located later.
public struct Locating: Sendable {
    private let reference: Reference

    /// Locating with what is known of the communes.
    public init(reference: Reference) { self.reference = reference }

    /// A location for each row, in order; none at all when neither the schema nor the file knows of positions: a clean
    /// file of addresses alone has nothing to verify.
    public func locations(of draft: Draft) -> [Location] {
        let fields = PlaceFields(draft.schema)
        guard fields.hasPlaces || draft.mapped.table.geometries != nil || draft.mapped.place != nil else { return [] }
        let projector = Projector()
        return (0..<draft.mapped.rowCount).map { row in
            let query = fields.address(of: row, in: draft)
            if fields.isNowhere(row, in: draft) { return Self.nowhere(row, query) }
            guard let given = given(row, fields, draft) else {
                return Location(row: row, query: query, point: nil, status: .none, evidence: ["source": "address"])
            }
            return located(given, row: row, query: query, commune: fields.communeCode(of: row, in: draft), projector)
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
