import Foundation

/// The calculations, by their CQL2 names. What has no result (a division by zero) is unknown.
enum Arithmetic: String, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case dividedBy = "/"
    /// What remains of a division; it has the sign of the dividend.
    case remainder = "%"
    /// A division without what remains: towards zero.
    case wholeDivision = "div"
    case power = "^"

    /// The result; not a number where there is none.
    func callAsFunction(_ one: Double, _ two: Double) -> Double {
        let result =
            switch self {
            case .plus: one + two
            case .minus: one - two
            case .times: one * two
            case .dividedBy: one / two
            case .remainder: one.truncatingRemainder(dividingBy: two)
            case .wholeDivision: (one / two).rounded(.towardZero)
            case .power: pow(one, two)
            }
        return result.isFinite ? result : .nan
    }
}

extension Resolver {
    func arithmetic(_ arithmetic: Arithmetic, _ sides: [FilterExpression]) throws(QueryError) -> Typed {
        if arithmetic == .minus, sides.count == 1 {
            return try self.arithmetic(.times, [.number(-1), sides[0]])
        }
        guard sides.count == 2 else { throw Self.count(arithmetic.rawValue, 2, sides.count) }
        var nodes: [Node] = []
        for side in sides {
            let typed = try coerced(try value(side), to: .number)
            guard !typed.kind.isList else {
                throw QueryError("\(typed.name) is a list, which cannot be calculated with.")
            }
            nodes.append(typed.node)
        }
        let name = "the result of “\(arithmetic.rawValue)”"
        if case .number(let one) = nodes[0].constant, case .number(let two) = nodes[1].constant {
            let result = arithmetic(one, two)
            return Typed(node: .constant(result.isNaN ? .unknown : .number(result)), kind: .number, name: name)
        }
        return Typed(node: .arithmetic(arithmetic, nodes[0], nodes[1]), kind: .number, name: name)
    }
}
