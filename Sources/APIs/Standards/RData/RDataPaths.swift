/// The part of the OpenAPI document.
enum RDataPaths {
    static func document(_ roots: [String]) -> String { "{}" }
}
