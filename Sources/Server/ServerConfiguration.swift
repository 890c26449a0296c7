public import Addresses
public import Catalog
public import Foundation

/// Where the server listens, and what it finds beside it.
public struct ServerConfiguration: Sendable {
    /// The address to listen at (`127.0.0.1`, `0.0.0.0`).
    public var host: String
    /// The port to listen at.
    public var port: Int
    /// The address under which people know the site (`https://donnees.example.fr`), without a slash at its end; nil
    /// takes it from each request.
    public var publicAddress: String?
    /// The folder with MapLibre GL JS (`maplibre-gl.js`, `maplibre-gl.css`); without it maps are drawings.
    public var assets: URL?
    /// The address base of the geocoder; without it the geocoder says that it has none.
    public var addresses: AddressIndex?
    /// What people said of the datasets that no model says.
    public var answers: MetadataAnswers
    /// Whether the pages are asked for to be copied as files: then they lead to nothing that only a server can give.
    var isCopied = false

    /// A configuration.
    public init(
        host: String = "127.0.0.1", port: Int = 8080, publicAddress: String? = nil,
        assets: URL? = ServerConfiguration.installedAssets(), addresses: AddressIndex? = nil,
        answers: MetadataAnswers = MetadataAnswers()
    ) {
        self.host = host
        self.port = port
        self.publicAddress = publicAddress
        self.assets = assets
        self.addresses = addresses
        self.answers = answers
    }

    /// The folder of the browser parts: `$GABARIT_ASSETS`, else `.assets` in the working folder or in a folder above
    /// the program.
    public static func installedAssets() -> URL? {
        let environment = ProcessInfo.processInfo.environment["GABARIT_ASSETS"].map { [URL(fileURLWithPath: $0)] } ?? []
        let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
        var above = [here]
        var folder = URL(fileURLWithPath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
        for _ in 0..<5 {
            folder = folder.deletingLastPathComponent()
            above.append(folder)
        }
        return
            (environment
            + above.map { $0.appendingPathComponent(".assets") }).flatMap {
                [$0, $0.appendingPathComponent("maplibre")]
            }.first { candidate in
                FileManager.default.fileExists(atPath: candidate.appendingPathComponent("maplibre-gl.js").path)
            }
    }
}
