public import Schemas

/// Who reads: how much of the rows it may see.
public enum Audience: Hashable, Sendable {
    /// Whoever comes by, without saying who.
    case everybody
    /// The agents of one commune: what is public, and all of their own commune but what a service keeps to itself.
    case commune(String)
    /// The agents of the territory: everything but what a commune or a service keeps to itself.
    case territory
    /// One service of one commune: what its commune sees, and what services keep to themselves.
    case service(commune: String)

    /// Whether it may see a value of a given visibility that belongs to a commune.
    public func maySee(_ visibility: Field.Visibility, of commune: String) -> Bool {
        switch (visibility, self) {
        case (.public, _): true
        case (.territory, .territory): true
        case (.territory, .commune(let mine)), (.territory, .service(let mine)): mine == commune
        case (.commune, .commune(let mine)), (.commune, .service(let mine)): mine == commune
        case (.service, .service(let mine)): mine == commune
        default: false
        }
    }
}
