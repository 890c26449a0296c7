import Coherence
public import Foundation
import Geocoding
public import Intake
import Mapping
import Repairs
public import Review
public import Schemas
import Spreadsheets
public import Tables
import Templates
public import Territories
public import Validation

/// From a received file to a table that can be published, and what remains to be asked. This is the main story:
///
/// 1. **Intake** reads the file, whatever it is, into a table whose cells keep their address;
/// 2. answers that came back with it are taken into the book of decisions;
/// 3. **Mapping** says which column is which field;
/// 4. **Repairs** proposes, judged by **Checks**;
/// 5. **Geocoding** says where things are;
/// 6. **Review** applies and logs;
/// 7. **Coherence** says what rows, datasets and years do not agree on.
///
/// Nothing is written and nothing is asked of a network: values in, values out.
public struct Preparation: Sendable {
    /// The schema that the file answers.
    public let schema: Schema
    /// The commune that sent the file, if it is known.
    public let sender: Commune?
    private let world: World
    private let book: DecisionBook
    private let published: PublishedBeside
    private let validator: Validator?

    /// A preparation for files of a schema, beside what is published already. `validator` judges what comes out as
    /// any validator of the schema will.
    public init(
        schema: Schema, sender: Commune? = nil, world: World, book: DecisionBook = DecisionBook(),
        published: PublishedBeside = PublishedBeside(), validator: Validator? = nil
    ) {
        self.validator = validator
        self.schema = schema
        self.sender = sender
        self.world = world
        self.book = book
        self.published = published
    }

    /// What a preparation is doing, for those who wait.
    public enum Step: Sendable, Equatable {
        case reading
        case mapping(rows: Int)
        case repairing(field: Int, of: Int)
        case locating
        case reviewing
    }

    /// Prepares a file. `progress` is told of each step.
    public func prepare(fileAt url: URL, progress: (Step) -> Void = { _ in }) throws(UnreadableFile) -> Prepared {
        progress(.reading)
        return try prepare(
            intake(book).receive(fileAt: url), file: url.lastPathComponent, progress: progress)
    }

    private func intake(_ book: DecisionBook) -> Intake {
        Intake(schema: schema, headerRows: book.headerRows(schema: schema.name, commune: sender?.code))
    }

    /// Prepares what was received.
    public func prepare(
        _ received: Reception, file: String, progress: (Step) -> Void = { _ in }
    ) throws(UnreadableFile) -> Prepared {
        let back = try Answering(schema: schema, sender: sender, file: file, when: world.timestamp).read(received)
        let reception = back.reception
        var book = book
        book.add(back.decisions)

        progress(.mapping(rows: reception.table.rowCount))
        let columns = book.columns(schema: schema.name, commune: sender?.code)
        let mapped = Mapping(schema: schema, context: world.mappingContext(remembered: columns)).map(reception.table)

        let rows = RowSetting(
            reference: world.reference, scope: scope(of: mapped), sender: sender,
            memory: book.memory(schema: schema.name, commune: sender?.code),
            register: book.identifiers[schema.name] ?? UidRegister(), published: published.previous)
        let draft = Repairing(context: world.checkContext, rows: rows).draft(of: mapped) { field in
            progress(.repairing(field: field, of: schema.fields.count))
        }
        progress(.locating)
        let locating = Locating(
            reference: world.reference, addresses: world.addresses,
            confirmed: book.positions(schema: schema.name, commune: sender?.code))
        let locations = locating.locations(of: draft)
        progress(.reviewing)
        let reviewed = Review(
            of: draft, locations: locations, disclosures: book.disclosures(schema: schema.name, commune: sender?.code)
        ).apply(earlier: reception.findings + mapped.findings)
        let coherence = CoherenceRule.findings(in: published.situation(of: reviewed.clean, schema: schema))
        let conformity = validator.map { Conformity(validator: $0, schema: schema).judge(reviewed.clean) }
        book.identifiers[schema.name] = draft.register(after: rows.register)
        return Prepared(
            file: file, reception: reception, draft: draft,
            reviewed: reviewed.adding(coherence + (conformity?.findings ?? [])), book: book,
            answered: back.decisions.count, restored: back.restored, unfit: conformity?.rows ?? [])
    }

    /// The territory of the sender; without a sender, the one that the codes of the file agree on.
    private func scope(of mapped: MappedTable) -> Scope {
        if let sender { return world.reference.scope(of: sender) }
        var bodies: Set<String> = []
        for (index, field) in schema.fields.enumerated() where field.meaning == .communeCode {
            let cells = mapped.cells[index]
            for code in 0..<min(cells.distinctCount, 200) {
                guard let commune = world.reference.commune(code: cells.distinct(code).text) else { continue }
                bodies.insert(world.reference.parent(of: commune.code)?.epci?.code ?? "")
            }
        }
        if bodies.count == 1, let body = bodies.first, !body.isEmpty { return .epci(body) }
        return bodies.isEmpty ? world.reference.scope(of: nil) : .national
    }
}
