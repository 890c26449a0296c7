extension UnsafeBufferPointer {
    /// The first place at which a sorted run is no more before what is looked for.
    @inline(__always)
    func lowerBound(in range: Range<Int>? = nil, _ isBefore: (Element) -> Bool) -> Int {
        var low = range?.lowerBound ?? 0, high = range?.upperBound ?? count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
