import Checks
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
            .init(day, "2019-12-30T23:00:00.000Z", .likely("2019-12-31")),
            .init(day, "2019-12-30T22:30:00Z", .ask(candidates: ["2019-12-31", "2019-12-30"])),
            .init(day, "2019-12-31T08:30:00Z", .certain("2019-12-31")),
            .init(day, "2019-12-31T00:00:00+01:00", .certain("2019-12-31")),
            .init(day, "2019/12/31", .certain("2019-12-31")),
            .init(day, "2019\u{2212}12\u{2212}31", .certain("2019-12-31")),
            .init(day, "2019 - 12 - 31", .certain("2019-12-31")),
            .init(day, "31\u{2011}12\u{2011}2019", .certain("2019-12-31")),
            .init(day, "17-mai-24", .likely("2024-05-17")),
            .init(day, "07-sept-16", .likely("2016-09-07")),
            .init(day, "2019.12.31", .certain("2019-12-31")),
            .init(day, "2019-1-5", .certain("2019-01-05")),
            .init(day, "2019-31-12", .likely("2019-12-31")),
            .init(day, "31 12 2019", .certain("2019-12-31")),
            .init(day, "31-12-2019", .certain("2019-12-31")),
            .init(day, "31/12/2019 à 10h30", .certain("2019-12-31")),
            .init(day, "31//12/2019", .certain("2019-12-31")),
            .init(day, "12 mars 19", .likely("2019-03-12")),
            .init(day, "12-mars-2019", .certain("2019-03-12")),
            .init(day, "31-déc-19", .likely("2019-12-31")),
            .init(day, "lundi 4 mai 2020", .certain("2020-05-04")),
            .init(day, "mardi 4 mai 2020", .likely("2020-05-04")),
            .init(day, "Le 4 mai 2020 à 10h", .certain("2020-05-04")),
            .init(day, "mar. 5 mai 2020", .certain("2020-05-05")),
            .init(day, "2 févier 2019", .likely("2019-02-02")),
            .init(day, "May 4, 2020", .certain("2020-05-04")),
            .init(day, "31 Dec 2019", .certain("2019-12-31")),
            .init(day, "déc-19", .ask(candidates: ["2019-12-01"])),
            .init(day, "mars 2020", .ask(candidates: ["2020-03-01"])),
            .init(day, "12 jui 2019", .ask(candidates: [])),
            .init(day, "31122019", .likely("2019-12-31")),
            .init(day, "20122019", .likely("2019-12-20")),
            .init(day, "19-12-31", .ask(candidates: ["2019-12-31", "1931-12-19"])),
            .init(day, "20-05-19", others: ["2019-12-31"], .ask(candidates: ["2020-05-19", "2019-05-20"])),
            .init(day, "10/01/23", others: ["2019-12-31"], .likely("2023-01-10")),
            .init(day, "05/06/70", .likely("1970-06-05")),
            .init(day, "31/12/19", .likely("2019-12-31")),
            .init(day, "20191231", .likely("2019-12-31")),
            .init(day, "01/02/2019", .likely("2019-02-01")),
            .init(day, "01/02/2019", others: ["25/02/2019"], .certain("2019-02-01")),
            .init(day, "01/02/2019", others: ["25/02/2019", "02/25/2019"], .likely("2019-02-01")),
            .init(day, "12/31/2019", .likely("2019-12-31")),
            .init(day, "01/02/2019", others: ["12/31/2019"], .likely("2019-01-02")),
            .init(day, "05/05/2019", .certain("2019-05-05")),
            .init(day, "43830.354", .likely("2019-12-31")),
            .init(day, Value("43830", kind: .number), .likely("2019-12-31")),
            .init(day, "31/02/2019", .ask(candidates: [])),
            .init(day, "2019-02-30", .ask(candidates: [])),
            .init(day, "0019-12-31", .ask(candidates: [])),
            .init(day, "courant 2019", .ask(candidates: [])),
        ],
        serves: { $0.type == .date && ["default", "any", "%Y-%m-%d"].contains($0.format) },
        prepare: { setting in
            let dates = FrenchDate(column: setting.values, year: setting.context.year)
            return { dates.read($0) ?? .ask(candidates: []) }
        })

    private static let day = Field("date", type: .date)
}
