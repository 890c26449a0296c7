import Editions
import Schemas
import Testing

@Suite struct AudienceTests {
    /// Who sees a value of Bron, by visibility.
    @Test(arguments: [
        (Audience.everybody, [Field.Visibility.public]),
        (.commune("69029"), [.public, .commune, .territory]),
        (.commune("69123"), [.public]),
        (.territory, [.public, .territory]),
        (.service(commune: "69029"), [.public, .commune, .territory, .service]),
        (.service(commune: "69123"), [.public]),
    ])
    func eachSeesItsOwn(audience: Audience, seen: [Field.Visibility]) {
        for visibility in [Field.Visibility.public, .commune, .territory, .service] {
            #expect(audience.maySee(visibility, of: "69029") == seen.contains(visibility), "\(visibility)")
        }
    }
}
