public import Addresses

/// Desks of one base for any number of threads: who needs one borrows it.
public final class AddressDesks: Sendable {
    /// The base that is asked.
    public let index: AddressIndex
    private let desks: Lending<AddressDesk>

    /// Desks of a base.
    public init(_ index: AddressIndex) {
        self.index = index
        let communes = SharedCommunes()
        desks = Lending { AddressDesk(index, communes) }
    }

    /// Lends a desk for as long as `body` takes.
    public func withDesk<Result>(_ body: (AddressDesk) throws -> Result) rethrows -> Result {
        try desks.with { try body($0) }
    }
}
