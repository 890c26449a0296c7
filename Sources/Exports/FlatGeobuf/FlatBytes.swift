/// A FlatBuffer (flatbuffers.dev, *internals*) that is written from its beginning to its end: a table first, then what
/// it points to. Places are counted from the first byte, and numbers stand at multiples of their size.
struct FlatBytes {
    private(set) var bytes: [UInt8] = []

    /// Where the next byte goes.
    var place: Int { bytes.count }

    mutating func align(_ size: Int) { while bytes.count % size != 0 { bytes.append(0) } }

    mutating func add(_ number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func add(_ number: Double) { add(number.bitPattern) }

    mutating func add(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

    /// Puts a number where there was another one.
    mutating func set(_ number: some FixedWidthInteger, at place: Int) {
        Swift.withUnsafeBytes(of: number.littleEndian) { raw in
            for (offset, byte) in raw.enumerated() { bytes[place + offset] = byte }
        }
    }

    /// Adds a table: for each field its size in bytes, zero where it is absent. Returns where the table is, and where
    /// its fields are.
    mutating func addTable(_ sizes: [Int]) -> (table: Int, fields: [Int]) {
        align(2)
        let list = place
        var offsets = sizes.map { _ in 0 }
        var end = 4
        for size in [8, 4, 2, 1] {
            for (field, own) in sizes.enumerated() where own == size {
                end = (end + size - 1) / size * size
                offsets[field] = end
                end += size
            }
        }
        add(UInt16(4 + 2 * sizes.count))
        add(UInt16(end))
        for offset in offsets { add(UInt16(offset)) }
        align(8)
        let table = place
        add(Int32(table - list))
        while place < table + end { bytes.append(0) }
        return (table, offsets.map { table + $0 })
    }

    /// Lets a field point to where the next thing begins.
    mutating func point(_ field: Int, to target: Int) { set(UInt32(target - field), at: field) }

    /// Adds a text that a field points to.
    mutating func addText(_ text: String, for field: Int) {
        align(4)
        point(field, to: place)
        add(UInt32(text.utf8.count))
        add(text.utf8)
        bytes.append(0)
    }

    /// Adds numbers of eight bytes that a field points to.
    mutating func addDoubles(_ numbers: some Collection<Double>, for field: Int) {
        while (place + 4) % 8 != 0 { bytes.append(0) }
        point(field, to: place)
        add(UInt32(numbers.count))
        for number in numbers { add(number) }
    }

    /// Adds numbers of four bytes that a field points to.
    mutating func addNumbers(_ numbers: [UInt32], for field: Int) {
        align(4)
        point(field, to: place)
        add(UInt32(numbers.count))
        for number in numbers { add(number) }
    }

    /// Adds room for places of tables, to which a field points; returns where they go.
    mutating func addPlaces(_ count: Int, for field: Int) -> [Int] {
        align(4)
        point(field, to: place)
        add(UInt32(count))
        let places = (0..<count).map { place + 4 * $0 }
        for _ in 0..<count { add(UInt32(0)) }
        return places
    }
}
