#if PostgreSQL
    /// Who waits, and what stops the waiting.
    struct Caller<Item: Sendable> {
        let continuation: CheckedContinuation<Item?, any Error>
        var clock: Task<Void, any Error>?

        func admit(_ item: Item?) {
            clock?.cancel()
            continuation.resume(returning: item)
        }

        func refuse(_ reason: any Error) {
            clock?.cancel()
            continuation.resume(throwing: reason)
        }
    }

    /// The callers in the order in which they came, and the things.
    struct Line<Item: Sendable> {
        enum Answer { case have(Item), make, wait, closed }

        let capacity: Int
        var made = 0
        var free: [Item] = []
        var isClosed = false
        var waiting: [Int: Caller<Item>] = [:]
        private var tickets = 0
        /// Tickets in the order of their coming, from `head`; who left is skipped.
        private var order: [Int] = []
        private var head = 0

        init(capacity: Int) { self.capacity = capacity }

        mutating func ticket() -> Int {
            tickets += 1
            return tickets
        }

        mutating func join(_ caller: Caller<Item>, _ ticket: Int) -> Answer {
            if let item = free.popLast() { return .have(item) }
            if made < capacity, !isClosed {
                made += 1
                return .make
            }
            waiting[ticket] = caller
            order.append(ticket)
            return .wait
        }

        /// The one who waits longest.
        private mutating func serve() -> Caller<Item>? {
            while head < order.count {
                head += 1
                if let first = waiting.removeValue(forKey: order[head - 1]) {
                    if head > 1000 {
                        order.removeFirst(head)
                        head = 0
                    }
                    return first
                }
            }
            order = []
            head = 0
            return nil
        }

        mutating func take(back item: Item) -> Caller<Item>? {
            let next = serve()
            if next == nil { free.append(item) }
            return next
        }

        mutating func giveUpMaking() -> Caller<Item>? {
            let next = serve()
            if next == nil { made -= 1 }
            return next
        }

        mutating func close() -> (free: [Item], inUse: Int, left: [Caller<Item>]) {
            defer {
                (free, waiting, order, head, made, isClosed) = ([], [:], [], 0, 0, true)
            }
            return (free, made - free.count, Array(waiting.values))
        }
    }
#endif
