/// The part of the OpenAPI document.
enum ExplorePaths {
    static let document = "{}"
}
