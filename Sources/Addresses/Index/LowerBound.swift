extension UnsafeBufferPointer {
    /// The first place at which a sorted run is no more before what is looked for.
    @inline(__always)
    func lowerBound(_ isBefore: (Element) -> Bool) -> Int {
        var low = 0, high = count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
