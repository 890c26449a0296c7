import Tables

/// On which side of a line a point is, decided exactly (after Shewchuk, *Adaptive Precision Floating-Point Arithmetic
/// and Fast Robust Geometric Predicates*, 1997).
enum Orientation {
    /// 1 where the point is left of the line from `a` to `b`, -1 where it is right, 0 where it is on it.
    static func of(_ a: Coordinate, _ b: Coordinate, _ point: Coordinate) -> Int {
        let left = (a.longitude - point.longitude) * (b.latitude - point.latitude)
        let right = (a.latitude - point.latitude) * (b.longitude - point.longitude)
        let determinant = left - right
        // No rounding error of the three operations is larger.
        let error = 3.330_669_073_875_472e-16 * (left.magnitude + right.magnitude)
        if determinant > error { return 1 }
        if -determinant > error { return -1 }
        if left == 0, right == 0, error == 0, (a == point || b == point) { return 0 }
        return exact(a, b, point)
    }

    /// The sign of the sum of six products, each split into two numbers without an error.
    private static func exact(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate) -> Int {
        var sum: [Double] = []
        for (one, two) in [
            (a.longitude, b.latitude), (-a.longitude, c.latitude), (-c.longitude, b.latitude),
            (-a.latitude, b.longitude), (a.latitude, c.longitude), (c.latitude, b.longitude),
        ] {
            let product = one * two
            grow(&sum, by: (-product).addingProduct(one, two))
            grow(&sum, by: product)
        }
        // The parts do not overlap, the greatest is the last: its sign is that of the sum.
        let sign = sum.last { $0 != 0 } ?? 0
        return sign > 0 ? 1 : sign < 0 ? -1 : 0
    }

    /// Adds a number to a sum that is kept without rounding.
    private static func grow(_ sum: inout [Double], by number: Double) {
        var carried = number
        for place in sum.indices {
            let total = carried + sum[place]
            let virtual = total - carried
            sum[place] = (carried - (total - virtual)) + (sum[place] - virtual)
            carried = total
        }
        sum.append(carried)
    }
}
