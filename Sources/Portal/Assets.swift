public import Foundation

/// The files that pages need beside themselves: style, script, icon.
public enum Assets {
    /// The names of the files, and what they are.
    public static let mediaTypes = [
        "gabarit.css": "text/css; charset=utf-8", "map.js": "text/javascript; charset=utf-8",
        "icone.svg": "image/svg+xml",
    ]

    /// One of our own files; nil for any other name.
    public static func data(_ name: String) -> Data? {
        guard mediaTypes[name] != nil, let folder = Bundle.module.resourceURL else { return nil }
        return try? Data(contentsOf: folder.appendingPathComponent("Assets").appendingPathComponent(name))
    }
}
