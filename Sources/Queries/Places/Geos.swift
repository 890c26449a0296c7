import CGEOS
import Tables

/// The relations between shapes, by GEOS. One for each question: its handles may not be shared between threads.
final class Geos {
    let context: GEOSContextHandle_t

    init() {
        guard let context = GEOS_init_r() else { preconditionFailure("GEOS has no memory") }
        self.context = context
    }

    deinit { GEOS_finish_r(context) }

    /// One shape of GEOS's, freed when nobody holds it any more.
    final class Shape {
        let geos: Geos
        let pointer: OpaquePointer
        /// What it was made of; nil where GEOS made it.
        private let geometry: Geometry?
        private var preparedPointer: OpaquePointer?

        init?(_ geos: Geos, _ pointer: OpaquePointer?, of geometry: Geometry? = nil) {
            guard let pointer else { return nil }
            self.geos = geos
            self.pointer = pointer
            self.geometry = geometry
        }

        deinit {
            if let preparedPointer { GEOSPreparedGeom_destroy_r(geos.context, preparedPointer) }
            GEOSGeom_destroy_r(geos.context, pointer)
        }

        /// The segments of its lines.
        private(set) lazy var segments = Segments(geometry)

        /// The same with its segments indexed, for many comparisons.
        var prepared: OpaquePointer? {
            if preparedPointer == nil { preparedPointer = GEOSPrepare_r(geos.context, pointer) }
            return preparedPointer
        }

        var isEmpty: Bool { GEOSisEmpty_r(geos.context, pointer) == 1 }
        /// 0 for points, 1 for lines, 2 for surfaces.
        var dimension: Int { Int(GEOSGeom_getDimensions_r(geos.context, pointer)) }
    }

    /// A shape of ours as one of GEOS's; nil where GEOS takes it for none (a ring of three positions).
    func shape(_ geometry: Geometry) -> Shape? { Shape(self, make(geometry), of: geometry) }
}

// MARK: - Making shapes

extension Geos {
    private func make(_ geometry: Geometry) -> OpaquePointer? {
        switch geometry {
        case .point(let place): GEOSGeom_createPointFromXY_r(context, place.longitude, place.latitude)
        case .multiPoint(let places):
            collection(GEOS_MULTIPOINT, places) {
                GEOSGeom_createPointFromXY_r(context, $0.longitude, $0.latitude)
            }
        case .lineString(let line): self.line(line)
        case .multiLineString(let lines): collection(GEOS_MULTILINESTRING, lines, line)
        case .polygon(let rings): polygon(rings)
        case .multiPolygon(let polygons): collection(GEOS_MULTIPOLYGON, polygons, polygon)
        }
    }

    private func line(_ places: [Coordinate]) -> OpaquePointer? {
        sequence(places).flatMap { GEOSGeom_createLineString_r(context, $0) }
    }

    private func polygon(_ rings: [[Coordinate]]) -> OpaquePointer? {
        var made: [OpaquePointer?] = []
        for ring in rings {
            guard let sequence = ring.closedRing.flatMap(sequence),
                let pointer = GEOSGeom_createLinearRing_r(context, sequence)
            else {
                destroy(made)
                return nil
            }
            made.append(pointer)
        }
        guard let outer = made.first else { return nil }
        var holes = Array(made.dropFirst())
        return GEOSGeom_createPolygon_r(context, outer, &holes, UInt32(holes.count))
    }

    /// Several shapes as one. GEOS takes the parts over.
    private func collection<Part>(
        _ type: GEOSGeomTypes, _ parts: [Part], _ make: (Part) -> OpaquePointer?
    ) -> OpaquePointer? {
        var made: [OpaquePointer?] = []
        for part in parts {
            guard let pointer = make(part) else {
                destroy(made)
                return nil
            }
            made.append(pointer)
        }
        return GEOSGeom_createCollection_r(context, Int32(type.rawValue), &made, UInt32(made.count))
    }

    private func sequence(_ places: [Coordinate]) -> OpaquePointer? {
        guard places.allSatisfy({ $0.longitude.isFinite && $0.latitude.isFinite }) else { return nil }
        // A coordinate is two doubles, longitude first: what GEOS copies.
        return places.withUnsafeBytes { bytes in
            guard let start = bytes.bindMemory(to: Double.self).baseAddress else { return nil }
            return GEOSCoordSeq_copyFromBuffer_r(context, start, UInt32(places.count), 0, 0)
        }
    }

    private func destroy(_ made: [OpaquePointer?]) {
        for pointer in made { GEOSGeom_destroy_r(context, pointer) }
    }
}
