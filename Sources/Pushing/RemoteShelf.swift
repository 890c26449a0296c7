/// A dataset as it stands on the site.
struct RemoteDataset {
    var id: String
    var page: String?
    var content = JSONValue.null

    init(id: String, page: String?) {
        self.id = id
        self.page = page
    }

    /// What the site says; nil where it is no dataset.
    init?(_ content: JSONValue) {
        guard let id = content["id"]?.text, Self.isIdentifier(id) else { return nil }
        self.init(id: id, page: content["page"]?.text)
        self.content = content
    }

    /// Whether it can stand in an address as it is.
    static func isIdentifier(_ text: String) -> Bool {
        1...100 ~= text.utf8.count
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
                default: false
                }
            }
    }

    var isDeleted: Bool { content["deleted"] != nil }
}

/// The datasets of an organisation, or of an account, on the site, by the names that they carry. They are listed at the
/// first need: once for all, unless somebody says that something may be new.
struct RemoteShelf {
    private let platform: DataGouv
    private let organisation: String?
    private var known: [String: String]?

    /// The most pages that are read: fifty thousand datasets.
    private static let pages = 500

    init(platform: DataGouv, organisation: String?) {
        self.platform = platform
        self.organisation = organisation
    }

    /// The identifier of the dataset that carries a name.
    mutating func id(of remoteID: String) async throws(PushError) -> String? {
        if let known { return known[remoteID] }
        let listed = try await list()
        known = listed
        return listed[remoteID]
    }

    /// Something may be new.
    mutating func lookAgain() { known = nil }

    private func list() async throws(PushError) -> [String: String] {
        var owner = ("organization", organisation ?? "")
        if organisation == nil {
            guard let me = try await platform.get("me")["id"]?.text else { throw .misunderstood("me") }
            owner = ("owner", me)
        }
        var found: [String: String] = [:]
        for number in 1...Self.pages {
            let page = try await platform.get("datasets", [owner, ("page", "\(number)"), ("page_size", "100")])
            guard page["data"] != nil else { throw .misunderstood("datasets") }
            for dataset in page["data"]?.items ?? [] {
                guard let id = dataset["id"]?.text, RemoteDataset.isIdentifier(id),
                    let name = dataset["extras"]?["gabarit:remote_id"]?.text,
                    dataset["deleted"] == nil
                else { continue }
                // Should two carry one name, the older identifier is ours in every run.
                found[name] = min(found[name] ?? id, id)
            }
            if page["next_page"] == nil { break }
        }
        return found
    }
}
