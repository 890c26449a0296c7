public import Editions

/// One standard way to ask for what is published. To add one, make a folder in `Standards/` and name it in
/// ``APIs/all``.
///
/// An API answers every request: a wrong one with the status and the problem document of its standard. It throws only
/// where the store fails.
public protocol PublicAPI: Sendable {
    /// The paths under which it answers (`ogc`, `api/explore/v2.1`), without slashes at their ends. A request is given
    /// to the API with the longest root that begins its path.
    var roots: [String] { get }

    /// Whether questions may be posted to it too, and not only read.
    var takesPosts: Bool { get }

    /// Whether its answers say how long files are, which is known only once they were written.
    var tellsOfFiles: Bool { get }

    /// Its part of the OpenAPI document: path templates from the site's root (`/ogc/collections`) and what they take
    /// and give, as JSON text of an OpenAPI 3.0 *paths* object. Nothing in it refers to another document.
    func paths(_ holdings: any Holdings) -> String

    /// Answers a request. `root` is the one of ``roots`` under which it came.
    func answer(_ request: APIRequest, root: String, from holdings: any Holdings) async throws -> APIResponse
}

extension PublicAPI {
    /// Most are only read.
    public var takesPosts: Bool { false }
    /// Most speak of rows.
    public var tellsOfFiles: Bool { false }
}

/// The list of the APIs.
public enum APIs {
    /// The APIs under which the data can be read.
    public static let all: [any PublicAPI] = [
        OGCAPI(), ExploreAPI(), CKANAPI(), RDataAPI(), DCATCatalogue(), SiteMap(), ChangesAPI(), AtomFeed(),
        APIDocument(),
    ]
}
