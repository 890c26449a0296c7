public import Foundation

/// How a release came about.
public enum ReleaseKind: String, Sendable, Codable {
    /// A file was sent.
    case arrival
    /// An older state was made the current one again.
    case restoration
    /// Somebody said that nothing has changed.
    case confirmation
    /// Something was taken out of the past that should never have been published. The rows are the same.
    case erasure
}

/// What is about to be released: everything that is said about the rows, but not the rows.
public struct ReleaseDraft: Sendable {
    /// The name of the schema (`parcs-jardins`).
    public var schema: String
    /// The version of the schema.
    public var schemaVersion: String
    /// The commune that publishes.
    public var commune: Place
    /// When it is published.
    public var publishedAt: Date
    /// How many questions still wait for an answer.
    public var openQuestions: Int
    /// How many values still do not respect the schema.
    public var remainingErrors: Int
    /// How many cells were put right.
    public var repaired: Int
    /// How it came about.
    public var kind: ReleaseKind = .arrival
    /// Who released it, where that is known.
    public var agent = ""
    /// The name of the file that was sent.
    public var file = ""

    /// What would become a release again.
    public init(_ release: Release) {
        self.init(
            schema: release.schema, schemaVersion: release.schemaVersion, commune: release.commune,
            publishedAt: release.publishedAt, openQuestions: release.openQuestions,
            remainingErrors: release.remainingErrors, repaired: release.repaired)
        kind = release.kind
        agent = release.agent
        file = release.file
    }

    /// A draft. `publishedAt` is the caller's clock.
    public init(
        schema: String, schemaVersion: String, commune: Place, publishedAt: Date,
        openQuestions: Int = 0, remainingErrors: Int = 0, repaired: Int = 0
    ) {
        self.schema = schema
        self.schemaVersion = schemaVersion
        self.commune = commune
        self.publishedAt = publishedAt
        self.openQuestions = openQuestions
        self.remainingErrors = remainingErrors
        self.repaired = repaired
    }
}

/// One state of one dataset of one commune, published for good. A release never changes; a newer one takes its place.
public struct Release: Sendable, Identifiable, Hashable, Codable {
    /// Short, unique, and sorting by time of publication.
    public var id: String
    /// The name of the schema.
    public var schema: String
    /// The version of the schema.
    public var schemaVersion: String
    /// The commune that published.
    public var commune: Place
    /// When it was published.
    public var publishedAt: Date
    /// How many rows it holds.
    public var rowCount: Int
    /// How many questions still waited for an answer.
    public var openQuestions: Int
    /// How many values did not respect the schema.
    public var remainingErrors: Int
    /// How many cells were put right.
    public var repaired: Int
    /// How it came about.
    public var kind: ReleaseKind
    /// Who released it, where that is known. Not for the public.
    public var agent: String
    /// The name of the file that was sent. Not for the public.
    public var file: String

    /// The release that a draft becomes.
    public init(_ draft: ReleaseDraft, id: String, rowCount: Int) {
        self.id = id
        schema = draft.schema
        schemaVersion = draft.schemaVersion
        commune = draft.commune
        publishedAt = draft.publishedAt
        self.rowCount = rowCount
        openQuestions = draft.openQuestions
        remainingErrors = draft.remainingErrors
        repaired = draft.repaired
        kind = draft.kind
        agent = draft.agent
        file = draft.file
    }
}
