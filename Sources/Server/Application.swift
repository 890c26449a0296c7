import APIs
import Access
public import Catalog
import Foundation
public import Hummingbird
public import Logging
import Portal
import ServiceLifecycle
public import Store

/// The portal of a territory as an application that answers to HTTP.
public func application(
    store: ReleaseStore, publisher: Publisher, configuration: ServerConfiguration,
    onReady: @escaping @Sendable () async -> Void = {}, onPort: @escaping @Sendable (Int) -> Void = { _ in },
    logger: Logger? = nil
) -> some ApplicationProtocol {
    application(
        store: store, publisher: publisher, configuration: configuration, apis: APIs.all, onReady: onReady,
        onPort: onPort, logger: logger)
}

/// The same, with some of the APIs.
func application(
    store: ReleaseStore, publisher: Publisher, configuration: ServerConfiguration, apis: [any PublicAPI],
    onReady: @escaping @Sendable () async -> Void = {}, onPort: @escaping @Sendable (Int) -> Void,
    logger: Logger?
) -> some ApplicationProtocol {
    let library = Library(
        store: store, publisher: publisher, answers: configuration.answers,
        hasInteractiveMap: configuration.assets != nil, hasPast: !configuration.isCopied)
    let tokens = AccessTokens(in: store.database)
    let log = AccessLog(tokens: tokens)
    let visitors = Visitors(tokens: tokens, log: log)
    let router = Router(context: BasicRequestContext.self, options: [.autoGenerateHeadEndpoints])
    router.add(middleware: PublicFace(library: library))
    router.add(
        middleware: APIRoutes(
            library: library, visitors: visitors, apis: apis, publicAddress: configuration.publicAddress))
    StatusRoutes().add(to: router)
    AssetRoutes(folder: configuration.assets, publisher: publisher).add(to: router)
    FileRoutes(library: library, visitors: visitors).add(to: router)
    GeocodingRoutes(base: configuration.addresses).add(to: router)
    PageRoutes(library: library, publicAddress: configuration.publicAddress).add(to: router)
    ObjectRoutes(library: library).add(to: router)
    VersionRoutes(library: library).add(to: router)
    var services: [any Service] = [Lookout(library: library)]
    // Whoever copies the portal into files tells nobody of changes.
    if !configuration.isCopied {
        services.append(Messenger(library: library, webhooks: Webhooks(in: store.database), log: log))
    }
    return Application(
        router: router,
        configuration: ApplicationConfiguration(
            address: .hostname(configuration.host, port: configuration.port), serverName: nil),
        services: services,
        onServerRunning: { channel in
            onPort(channel.localAddress?.port ?? configuration.port)
            await onReady()
        }, logger: logger)
}

/// Serves the portal until the process is asked to stop (SIGTERM, SIGINT); requests under way are finished.
/// `onReady` is called once the port is open.
public func serve(
    store: ReleaseStore, publisher: Publisher, configuration: ServerConfiguration,
    onReady: @escaping @Sendable () async -> Void = {}
) async throws {
    try await application(store: store, publisher: publisher, configuration: configuration, onReady: onReady)
        .runService()
}
