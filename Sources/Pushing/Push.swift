public import Catalog
import Exports
import Foundation
import Texts

/// Publishes datasets on data.gouv.fr: creates each of them once, and keeps it up to date under the same identifier
/// ever after.
///
/// The identifier is written down as soon as it is known. Should that not happen (a crash, a lost answer), the dataset
/// is found again by the name that it carries there (`extras`, `gabarit:remote_id`) before anything is created.
public struct Push: Sendable {
    private let platform: DataGouv
    private let memory: any PushMemory
    private let publisher: Publisher
    private let site: String
    private let organisation: String?

    /// - Parameters:
    ///   - memory: Where identifiers are written down.
    ///   - site: The address of the portal that publishes the datasets, without a slash at its end.
    ///   - organisation: The identifier of the organisation there; nil publishes in the name of the account.
    public init(
        platform: DataGouv, memory: any PushMemory, publisher: Publisher, site: String, organisation: String? = nil
    ) {
        self.platform = platform
        self.memory = memory
        self.publisher = publisher
        self.site = site
        self.organisation = organisation
    }

    /// Pushes datasets one after the other. One that fails does not keep the others back, unless the key or the site
    /// is what fails.
    ///
    /// - Parameters:
    ///   - files: The files of a dataset; where it is nil, those that its sheet lets expect.
    ///   - rehearsal: Only looks, and says what would be done.
    ///   - report: Is told each outcome at once.
    public func run(
        _ records: [DatasetRecord], files: ((DatasetRecord) -> [PublishedFile])? = nil, rehearsal: Bool = false,
        report: (PushOutcome) -> Void = { _ in }
    ) async -> [PushOutcome] {
        var outcomes: [PushOutcome] = []
        var shelf = RemoteShelf(platform: platform, organisation: organisation)
        for record in records {
            let sheet = DatasetSheet(
                record, publisher: publisher, site: site,
                files: files?(record) ?? Formats.published(record, site: site), organisation: organisation)
            let outcome = await push(sheet, &shelf, rehearsal)
            outcomes.append(outcome)
            report(outcome)
            if case .failed(let error) = outcome.kind, error.concernsAll { break }
        }
        return outcomes
    }

    /// Forgets the identifier of a dataset that was deleted there, so that another one is created.
    public func forget(_ record: DatasetRecord) throws {
        try memory.remember(nil, of: "\(site)/catalog/\(record.name)")
    }

    // MARK: - One dataset

    private func push(_ sheet: DatasetSheet, _ shelf: inout RemoteShelf, _ rehearsal: Bool) async -> PushOutcome {
        func outcome(_ kind: PushOutcome.Kind, _ changes: [Text] = [], _ page: String? = nil) -> PushOutcome {
            PushOutcome(
                name: sheet.name, title: sheet.title, kind: kind, changes: changes, isRehearsal: rehearsal, page: page)
        }
        do throws(PushError) {
            guard let current = try await find(sheet, &shelf) else {
                let changes = SheetChanges.all(sheet)
                if rehearsal { return outcome(.created(id: ""), changes) }
                let made = try await create(sheet, &shelf)
                return outcome(.created(id: made.id), changes, made.page)
            }
            if current.content["extras"]?["gabarit:digest"]?.text == sheet.digest {
                return outcome(.unchanged(id: current.id), [], current.page)
            }
            let changes = SheetChanges.between(current.content, sheet)
            if rehearsal { return outcome(.updated(id: current.id), changes, current.page) }
            let contact = try await contact()
            let after = try await send(sheet, over: current.content, contact) { (body) throws(PushError) in
                try await platform.put("datasets/\(current.id)", body)
            }
            return outcome(.updated(id: current.id), changes, RemoteDataset(after)?.page ?? current.page)
        } catch {
            return outcome(.failed(error))
        }
    }

    /// The dataset as it is there: by its identifier, else by the name that it carries.
    private func find(_ sheet: DatasetSheet, _ shelf: inout RemoteShelf) async throws(PushError) -> RemoteDataset? {
        if let id = memory.id(of: sheet.remoteID) {
            do throws(PushError) {
                let content = try await platform.get("datasets/\(id)")
                guard let known = RemoteDataset(content) else { throw .misunderstood("datasets/\(id)") }
                guard !known.isDeleted else { throw .deleted(id) }
                return known
            } catch .notFound {
                // It is gone without a trace: another one may carry our name.
            }
        }
        guard let id = try await shelf.id(of: sheet.remoteID) else { return nil }
        // It can be found again in the same way: not being able to write it down harms nobody here.
        try? memory.remember(id, of: sheet.remoteID)
        let content = try await platform.get("datasets/\(id)")
        guard let known = RemoteDataset(content) else { throw .misunderstood("datasets/\(id)") }
        return known
    }

    /// Creates a dataset. Where the answer is lost, it is looked for before it is created again.
    private func create(_ sheet: DatasetSheet, _ shelf: inout RemoteShelf) async throws(PushError) -> RemoteDataset {
        let contact = try await contact()
        var failure = PushError.unreachable("")
        for _ in 1...3 {
            do throws(PushError) {
                let content = try await send(sheet, over: nil, contact) { (body) throws(PushError) in
                    try await platform.post("datasets", body)
                }
                guard let made = RemoteDataset(content) else { throw .misunderstood("datasets") }
                try remember(made.id, sheet)
                return made
            } catch {
                guard error.isUncertain else { throw error }
                failure = error
            }
            shelf.lookAgain()
            if let id = try await shelf.id(of: sheet.remoteID) {
                try remember(id, sheet)
                return RemoteDataset(id: id, page: nil)
            }
        }
        throw failure
    }

    /// Sends a sheet; where its place is what is refused, says the place in another way.
    private func send(
        _ sheet: DatasetSheet, over current: JSONValue?, _ contact: String?,
        _ send: (JSONValue) async throws(PushError) -> JSONValue
    ) async throws(PushError) -> JSONValue {
        var failure = PushError.misunderstood("")
        for place in DatasetSheet.Place.allCases {
            do throws(PushError) {
                return try await send(sheet.body(place, over: current, contact: contact))
            } catch {
                guard case .refused(let words) = error, words.contains("spatial") else { throw error }
                failure = error
            }
        }
        throw failure
    }

    /// The contact point: the site gives the same one for the same words. A site without contact points has none.
    private func contact() async throws(PushError) -> String? {
        guard let email = Contact(name: publisher.shownName, email: publisher.email).email else { return nil }
        var body: [String: JSONValue] = [
            "name": .text(publisher.shownName), "email": .text(email), "role": .text("contact"),
        ]
        if let organisation { body["organization"] = .text(organisation) }
        do throws(PushError) {
            return try await platform.post("contacts", .object(body), mayRepeat: true)["id"]?.text
        } catch .notFound, .refused {
            return nil
        }
    }

    private func remember(_ id: String, _ sheet: DatasetSheet) throws(PushError) {
        do {
            try memory.remember(id, of: sheet.remoteID)
        } catch {
            throw .notRemembered(id: id, error.localizedDescription)
        }
    }
}

extension PushError {
    /// Whether every other dataset would fail in the same way.
    fileprivate var concernsAll: Bool {
        switch self {
        case .unprotected, .unreachable, .unknownKey, .tooOften: true
        default: false
        }
    }

    /// Whether the server may have done what it was asked.
    fileprivate var isUncertain: Bool {
        switch self {
        case .unreachable, .broken, .misunderstood: true
        default: false
        }
    }
}
