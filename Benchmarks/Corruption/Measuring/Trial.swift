import Foundation
import Geocoding
import Intake
public import Pipeline
import Repairs
import Review
public import Schemas
import Tables
import Texts
import Territories

/// One file: written clean, corrupted, prepared, and compared with what it was.
public struct Trial: Sendable {
    private let schema: Schema
    private let rows: Int
    private let world: World

    /// A trial with files of so many rows.
    public init(schema: Schema, rows: Int, world: World) {
        self.schema = schema
        self.rows = rows
        self.world = world
    }

    /// Prepares a file with corruptions of one class, and adds what became of it to the score.
    public func run(_ corruption: Corruption, seed: UInt64, score: inout Score) throws {
        var chance = Chance(seed: seed, part: "\(schema.name) \(corruption.number)")
        var file = SentFile(CleanFile(of: schema, rows: rows, reference: world.reference, chance: &chance))
        let sender = senderCode(seed, corruption)
        corruption.corrupt(&file, &chance)
        try score.add(judged(file, corruption, sender: sender, seed))
    }

    /// What is wrong with clean files: nothing ought to be changed in them, asked about them or said against them.
    public func faultsOfCleanFile(seed: UInt64) throws -> [String] {
        var chance = Chance(seed: seed, part: "\(schema.name) clean")
        let clean = CleanFile(of: schema, rows: rows, reference: world.reference, chance: &chance)
        let prepared = try prepare(SentFile(clean), sender: clean.sending.sender)
        var faults = prepared.reviewed.changes.map { "\($0.field): \($0.before) → \($0.after) (\($0.rule))" }
        faults += prepared.reviewed.questions.map { "\($0.field): \($0.value): \($0.text.fr)" }
        faults += prepared.reviewed.findings.filter { $0.severity == .error }.map { "\($0.field ?? ""): \($0.text.fr)" }
        // Where a model has no position, each address is told to have none.
        let isLocated = schema.field(meaning: .longitude) != nil
        faults += prepared.reviewed.locations.filter { isLocated && $0.status != .accepted }.map {
            "place: \($0.remark?.fr ?? "")"
        }
        for (row, values) in clean.rows.enumerated() where prepared.reviewed.clean.row(row) != values {
            faults.append("row \(row): \(zip(values, prepared.reviewed.clean.row(row)).filter { $0 != $1 })")
        }
        return faults
    }

    private func senderCode(_ seed: UInt64, _ corruption: Corruption) -> String? {
        // The same chance again, so that the sender is that of the file.
        var chance = Chance(seed: seed, part: "\(schema.name) \(corruption.number)")
        return CleanFile(of: schema, rows: 0, reference: world.reference, chance: &chance).sending.sender
    }

    private func prepare(_ file: SentFile, sender: String?) throws -> Prepared {
        let folder = FileManager.default.temporaryDirectory.appending(path: "gabarit-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let url = folder.appending(path: file.name)
        try file.bytes.write(to: url)
        let commune = sender.flatMap { world.reference.commune(code: $0) }
        return try Preparation(schema: schema, sender: commune, world: world).prepare(fileAt: url)
    }

    private func judged(
        _ file: SentFile, _ corruption: Corruption, sender: String?, _ seed: UInt64
    ) throws -> FileJudgement {
        do {
            return FileJudgement(
                file: file, prepared: try prepare(file, sender: sender), corruption: corruption, seed: seed)
        } catch let fault as UnreadableFile {
            return FileJudgement(unreadable: file, because: fault.text.fr, corruption: corruption, seed: seed)
        }
    }
}
