import Tables

/// The segments of lines, by longitude.
struct Segments {
    private struct Segment {
        var a: Coordinate
        var b: Coordinate
    }

    /// Each from west to east, the most western first.
    private let segments: [Segment]
    /// No segment is wider.
    private let widest: Double

    init(_ geometry: Geometry?) {
        let lines: [[Coordinate]] =
            switch geometry {
            case .lineString(let line): [line]
            case .multiLineString(let lines): lines
            default: []
            }
        var segments: [Segment] = []
        for line in lines {
            for (a, b) in zip(line, line.dropFirst()) where a != b {
                segments.append(Self.isBefore(a, b) ? Segment(a: a, b: b) : Segment(a: b, b: a))
            }
        }
        self.segments = segments.sorted { $0.a.longitude < $1.a.longitude }
        widest = segments.reduce(0) { max($0, $1.b.longitude - $1.a.longitude) }
    }

    private static func isBefore(_ a: Coordinate, _ b: Coordinate) -> Bool {
        (a.longitude, a.latitude) < (b.longitude, b.latitude)
    }

    /// Whether any two segments lie on each other for more than a point.
    func shareStretch(with others: Segments) -> Bool {
        segments.contains { segment in
            // Only segments that reach its longitudes.
            let west = segment.a.longitude - others.widest
            var (low, high) = (0, others.segments.count)
            while low < high {
                let middle = (low + high) / 2
                if others.segments[middle].a.longitude < west { low = middle + 1 } else { high = middle }
            }
            return others.segments[low...].prefix { $0.a.longitude <= segment.b.longitude }.contains { other in
                let start = Self.isBefore(segment.a, other.a) ? other.a : segment.a
                let end = Self.isBefore(segment.b, other.b) ? segment.b : other.b
                return Self.isBefore(start, end) && Orientation.of(segment.a, segment.b, other.a) == 0
                    && Orientation.of(segment.a, segment.b, other.b) == 0
            }
        }
    }
}
