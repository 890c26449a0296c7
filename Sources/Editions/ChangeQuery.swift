/// Which changes are asked for.
public struct ChangeQuery: Sendable, Hashable {
    /// Only what happened after it; 0 is the beginning.
    public var cursor: Int64
    /// The dataset; nil is all.
    public var schema: String?
    /// The codes of the communes that released; nil is all.
    public var communes: Set<String>?
    /// The release; nil is all.
    public var release: String?
    /// How many to give at most.
    public var limit: Int

    /// A question about changes.
    public init(
        since cursor: Int64 = 0, schema: String? = nil, communes: Set<String>? = nil, release: String? = nil,
        limit: Int
    ) {
        self.cursor = cursor
        self.schema = schema
        self.communes = communes
        self.release = release
        self.limit = limit
    }
}

/// Which releases are asked for, the newest first.
public struct ReleaseQuery: Sendable, Hashable {
    /// The dataset; nil is all.
    public var schema: String?
    /// The codes of the communes that released; nil is all.
    public var communes: Set<String>?
    /// How many to leave out at the beginning.
    public var offset: Int
    /// How many to give at most.
    public var limit: Int

    /// A question about releases.
    public init(schema: String? = nil, communes: Set<String>? = nil, offset: Int = 0, limit: Int) {
        self.schema = schema
        self.communes = communes
        self.offset = offset
        self.limit = limit
    }
}
