extension Resolver {
    func like(_ sides: [FilterExpression]) throws(QueryError) -> Node {
        guard sides.count == 2 else { throw Self.count("like", 2, sides.count) }
        let (one, pattern) = (try value(sides[0]), try value(sides[1]))
        for side in [one, pattern] where side.kind.base != .text && side.kind.base != .any {
            throw QueryError("\(side.name) is \(side.kind.words): LIKE compares texts.")
        }
        guard case .text(let text) = pattern.node.constant else {
            return .call(
                { worths in
                    guard case .text(let pattern) = worths[1] else { return .unknown }
                    let like = LikePattern(pattern)
                    return Worth(Comparison.any(worths[0].items) { like.fits($0) })
                }, [one.node, pattern.node])
        }
        let like = LikePattern(text)
        if case .column(let column) = one.node, one.kind == .text {
            return .test(ColumnTest(edition, column, bytes: { like.fits($0) }))
        }
        if case .changed(let source) = one.node, one.kind == .text {
            let verdicts = edition.worths(source).map { worth in
                like.fits(worth).map { $0 ? UInt8(1) : 0 } ?? Verdicts.unknown
            }
            return .test(ColumnTest(edition, source.column, Verdicts(verdicts)))
        }
        return .call({ Worth(Comparison.any($0[0].items) { like.fits($0) }) }, [one.node])
    }
}

extension LikePattern {
    fileprivate func fits(_ worth: Worth) -> Bool? { if case .text(let text) = worth { fits(text) } else { nil } }
}
