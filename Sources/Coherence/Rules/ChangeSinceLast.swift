import Schemas
import Spelling
import Tables
import Texts

extension CoherenceRule {
    /// What changed too much since the last release to be the life of the objects: a lost column, a unit, moved points.
    static let changeSinceLast = CoherenceRule(
        "change-since-last",
        Text(
            fr: "D'une publication à l'autre, les objets changent un peu, pas tous à la fois.",
            en: "From one release to the next objects change a little, not all at once.")
    ) { situation in
        guard let previous = situation.previous, previous.fields == situation.table.fields,
            let uid = situation.schema.fields.firstIndex(where: { $0.meaning == .uid })
        else { return [] }
        let pairs = pairs(previous, situation.table, uid)
        return fewerRows(situation, previous) + moved(situation, previous, pairs)
            + situation.schema.fields.indices.flatMap { field in
                emptied(situation, previous, pairs, field) + scaled(situation, previous, pairs, field)
                    + flipped(situation, previous, pairs, field)
            }
    }

    /// Fewer pairs say nothing.
    private static let fewest = 10

    /// The rows of the same object, before and now.
    private static func pairs(_ before: CleanTable, _ now: CleanTable, _ uid: Int) -> [(before: Int, now: Int)] {
        var known: [String: Int] = [:]
        for row in 0..<before.rowCount { known[before.columns[uid][row].text] = row }
        return (0..<now.rowCount).compactMap { row in
            let name = now.columns[uid][row].text
            return name.isEmpty ? nil : known[name].map { ($0, row) }
        }
    }

    /// A fifth less is a part of the file that was forgotten.
    private static func fewerRows(_ situation: Situation, _ previous: CleanTable) -> [Finding] {
        let lost = previous.rowCount - situation.table.rowCount
        guard lost * 5 > previous.rowCount, previous.rowCount >= 5 else { return [] }
        return [
            Finding(
                rule: "change-since-last", severity: .warning,
                text: Text(
                    fr: """
                        Le fichier a \(Text.rows(situation.table.rowCount).fr) ; la dernière publication en avait \
                        \(previous.rowCount). Est-il complet ?
                        """,
                    en: """
                        The file has \(Text.rows(situation.table.rowCount).en); the last release had \
                        \(previous.rowCount). Is it complete?
                        """))
        ]
    }

    /// More than a kilometre: no park does that.
    private static func moved(
        _ situation: Situation, _ previous: CleanTable, _ pairs: [(before: Int, now: Int)]
    ) -> [Finding] {
        let far = pairs.filter { pair in
            guard let then = previous.geometries[pair.before]?.pointOnSurface,
                let now = situation.table.geometries[pair.now]?.pointOnSurface
            else { return false }
            return then.metres(to: now) > 1000
        }
        guard !far.isEmpty else { return [] }
        return [
            Finding(
                rule: "change-since-last", severity: .warning, rows: situation.numbers(far.map(\.now)),
                text: Text(
                    fr: "Ces objets sont à plus d'un kilomètre de leur place dans la dernière publication.",
                    en: "These objects stand more than a kilometre from their place in the last release."))
        ]
    }

    private static func emptied(
        _ situation: Situation, _ previous: CleanTable, _ pairs: [(before: Int, now: Int)], _ field: Int
    ) -> [Finding] {
        let filled = pairs.filter { previous.columns[field][$0.before].kind != .blank }
        let lost = filled.filter { situation.table.columns[field][$0.now].kind == .blank }
        guard filled.count >= fewest, lost.count * 2 > filled.count else { return [] }
        return [
            remark(
                situation, field, lost,
                Text(
                    fr: "était rempli dans la dernière publication, et ne l'est plus",
                    en: "was filled in the last release, and is no more"))
        ]
    }

    /// Ten times more or less in a tenth of the rows, or in the whole: another unit.
    private static func scaled(
        _ situation: Situation, _ previous: CleanTable, _ pairs: [(before: Int, now: Int)], _ field: Int
    ) -> [Finding] {
        guard [.number, .integer].contains(situation.schema.fields[field].type),
            situation.schema.fields[field].meaning == nil
        else { return [] }
        let jumps = pairs.filter { pair in
            guard let then = Double(previous.columns[field][pair.before].text), then > 0,
                let now = Double(situation.table.columns[field][pair.now].text), now > 0
            else { return false }
            return now >= 10 * then || now * 10 <= then
        }
        guard !jumps.isEmpty else { return [] }
        return [
            remark(
                situation, field, jumps,
                Text(
                    fr: "est dix fois plus ou moins que dans la dernière publication",
                    en: "is ten times more or less than in the last release"))
        ]
    }

    private static func flipped(
        _ situation: Situation, _ previous: CleanTable, _ pairs: [(before: Int, now: Int)], _ field: Int
    ) -> [Finding] {
        guard situation.schema.fields[field].type == .boolean else { return [] }
        let both = pairs.filter {
            previous.columns[field][$0.before].kind != .blank
                && situation.table.columns[field][$0.now].kind != .blank
        }
        let changed = both.filter {
            previous.columns[field][$0.before].text != situation.table.columns[field][$0.now].text
        }
        guard both.count >= fewest, changed.count * 2 > both.count else { return [] }
        return [
            remark(
                situation, field, changed,
                Text(
                    fr: "dit le contraire de la dernière publication", en: "says the contrary of the last release"))
        ]
    }

    private static func remark(
        _ situation: Situation, _ field: Int, _ pairs: [(before: Int, now: Int)], _ words: Text
    ) -> Finding {
        let title = situation.schema.fields[field].title, count = Text.rows(pairs.count)
        return Finding(
            rule: "change-since-last", severity: .warning, rows: situation.numbers(pairs.map(\.now)),
            field: situation.schema.fields[field].name,
            text: Text(
                fr: "« \(title) » \(words.fr) (\(count.fr)). Est-ce voulu ?",
                en: "“\(title)” \(words.en) (\(count.en)). Is that meant?"))
    }
}
