/// The part of the OpenAPI document.
enum CKANPaths {
    static let document = "{}"
}
