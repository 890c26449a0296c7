import ServiceLifecycle

/// Looks every second whether something was released, by this process or another: long editions are read anew before
/// anybody asks.
struct Lookout: Service {
    let library: Library

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                // Whoever asks next is told what is the matter.
                _ = try? await library.current()
                try await Task.sleep(for: .seconds(1))
            }
        }
    }
}
