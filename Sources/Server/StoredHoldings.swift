public import Catalog
public import Editions
public import Store

/// What a store holds for an audience, for whoever needs no server.
public func holdings(
    of store: ReleaseStore, publisher: Publisher, answers: MetadataAnswers = MetadataAnswers(),
    for audience: Audience = .everybody
) async throws -> any Holdings {
    try await Library(store: store, publisher: publisher, answers: answers, hasInteractiveMap: false)
        .current(for: audience)
}
