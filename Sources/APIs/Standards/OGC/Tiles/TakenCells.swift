/// Which squares of a tile show something already.
struct TakenCells {
    let cell: Int
    private let side: Int
    private var taken: [Bool]

    init(cell: Int) {
        self.cell = cell
        side = cell == 0 ? 0 : (TileGrid.extent + 2 * TileGrid.margin) / cell + 1
        taken = Array(repeating: false, count: side * side)
    }

    /// Takes the square of a point; false if something stands there.
    mutating func take(_ point: GridPoint) -> Bool {
        guard cell > 0 else { return true }
        let (x, y) = ((point.x + TileGrid.margin) / cell, (point.y + TileGrid.margin) / cell)
        guard (0..<side).contains(x), (0..<side).contains(y), !taken[y * side + x] else { return false }
        taken[y * side + x] = true
        return true
    }
}
