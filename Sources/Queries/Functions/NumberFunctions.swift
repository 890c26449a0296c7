import Foundation

extension QueryFunction {
    /// Functions of numbers.
    static let numbers: [QueryFunction] = [
        number("abs", "The number without its sign.") { $0.magnitude },
        number("ceil", "The next whole number above.") { $0.rounded(.up) },
        number("floor", "The next whole number below.") { $0.rounded(.down) },
        number("round", "The nearest whole number; halves go away from zero.") { $0.rounded() },
        number("sqrt", "The square root.") { $0.squareRoot() },
    ]

    private static func number(
        _ name: String, _ purpose: String, _ work: @escaping @Sendable (Double) -> Double
    ) -> QueryFunction {
        QueryFunction(name, [.number], to: .number, purpose) { worths in
            guard case .number(let number) = worths[0] else { return .unknown }
            let result = work(number)
            return result.isFinite ? .number(result) : .unknown
        }
    }
}
