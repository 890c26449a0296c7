import Schemas
import Tables
import Texts

extension Repair {
    /// Dates as people write them, to `2019-12-31`.
    static let date = Repair(
        "date",
        Text(fr: "Écrit les dates 2019-12-31.", en: "Writes dates as 2019-12-31."),
        examples: [
            .init(day, "31/12/2019", .certain("2019-12-31")),
            .init(day, "31.12.2019", .certain("2019-12-31")),
            .init(day, "31/12/2019 08:30", .certain("2019-12-31")),
            .init(day, "1er janvier 2019", .certain("2019-01-01")),
            .init(day, "mardi 31 déc. 2019", .certain("2019-12-31")),
            .init(day, Value("2019-12-31T00:00:00", kind: .date), .certain("2019-12-31")),
            .init(day, "2019-12-30T23:00:00.000Z", .ask(candidates: ["2019-12-30"])),
            .init(day, "31/12/19", .likely("2019-12-31")),
            .init(day, "20191231", .likely("2019-12-31")),
            .init(day, "01/02/2019", .likely("2019-02-01")),
            .init(day, "01/02/2019", others: ["25/02/2019"], .certain("2019-02-01")),
            .init(day, "01/02/2019", others: ["25/02/2019", "02/25/2019"], .likely("2019-02-01")),
            .init(day, "12/31/2019", .likely("2019-12-31")),
            .init(day, Value("43830", kind: .number), .likely("2019-12-31")),
            .init(day, "31/02/2019", .ask(candidates: [])),
            .init(day, "2019-02-30", .ask(candidates: [])),
            .init(day, "0019-12-31", .ask(candidates: [])),
            .init(day, "courant 2019", .ask(candidates: [])),
        ],
        serves: { $0.type == .date && ["default", "any", "%Y-%m-%d"].contains($0.format) },
        prepare: { setting in
            let dates = FrenchDate(column: setting.values)
            return { dates.read($0) ?? .ask(candidates: []) }
        })

    private static let day = Field("date", type: .date)
}
