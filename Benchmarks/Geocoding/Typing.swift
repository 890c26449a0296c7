import Addresses
import Dispatch
import Tables

/// What somebody who types an address waits for: the completions after each stroke from the third on.
struct Typing {
    /// Microseconds of each stroke, in order of length.
    private(set) var strokes: [Double] = []

    /// Types the addresses of so many queries.
    init(_ queries: ArraySlice<AddressQuery>, in index: AddressIndex) {
        let completion = Completion(index)
        for query in queries {
            let text = query.address + (query.city.isEmpty ? "" : " " + query.city)
            guard text.count > 3 else { continue }
            for length in 3...text.count {
                let typed = String(text.prefix(length))
                strokes.append(microseconds { _ = completion.complete(typed) })
            }
        }
        strokes.sort()
    }

    /// The stroke that so large a share is quicker than.
    func quantile(_ share: Double) -> Double {
        strokes.isEmpty ? 0 : strokes[min(strokes.count - 1, Int(share * Double(strokes.count)))]
    }

    /// Of all strokes.
    var mean: Double { strokes.isEmpty ? 0 : strokes.reduce(0, +) / Double(strokes.count) }
}

/// How long it takes to tell the address of a place, in microseconds.
func reverseMicroseconds(_ places: ArraySlice<Coordinate>, in index: AddressIndex) -> Double {
    guard !places.isEmpty else { return 0 }
    let reverse = Reverse(index)
    return microseconds { for place in places { _ = reverse.nearest(to: place) } } / Double(places.count)
}

/// How long something takes.
func microseconds(_ work: () -> Void) -> Double {
    let start = DispatchTime.now().uptimeNanoseconds
    work()
    return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e3
}
