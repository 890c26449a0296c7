import Catalog
import Editions
import Tables

/// Whether rows have a relation with a figure.
struct PlaceTest: RowTest {
    private let edition: Edition
    private let relation: ShapeRelation
    private let figure: Figure
    var cost: Int { 5 }
    var effort: Int { edition.places.effort + 200 * figure.cornerCount }

    init(_ edition: Edition, _ relation: ShapeRelation, _ figure: Figure) {
        self.edition = edition
        self.relation = relation
        self.figure = figure
    }

    func rows(where truth: Bool, among: RowSet?) -> RowSet {
        let places = edition.places
        // What lies beyond all boxes is disjoint, and has no other relation.
        let wantsNear = relation == .disjoint ? !truth : truth
        let near = relation == .disjoint ? ShapeRelation.intersects : relation
        var found = RowSet(rowCount: edition.rowCount)
        var doubtful = RowSet(rowCount: edition.rowCount)
        let surface = figure.surface
        places.visit(figure.boxes) { row, place in
            if let among, !among.contains(row) { return }
            if let place, let surface {
                if near.holds(surface.locate(place)) { found.insert(row) }
                return
            }
            let shape = place.map(Geometry.point) ?? edition.table.geometries[row]
            switch shape.flatMap({ figure.isSeen(by: $0, near) }) {
            case true: found.insert(row)
            case nil: doubtful.insert(row)
            default: break
            }
        }
        if wantsNear { return found }
        var others = places.known
        if let among { others.formIntersection(among) }
        others.subtract(found)
        others.subtract(doubtful)
        return others
    }
}
