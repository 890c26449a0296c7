import AddressAnswers
import Addresses
import Foundation
import Synchronization
import Testing
import Texts

/// A small base, made for each test.
func smallBase() throws -> AddressIndex {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gabarit-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("ban.csv")
    try Data(
        """
        id;numero;rep;nom_voie;code_postal;code_insee;nom_commune;lon;lat
        94076_0001_00017;17;;Allée des Plantes;94800;94076;Villejuif;2.353234;48.78663
        94076_0001_00019;19;;Allée des Plantes;94800;94076;Villejuif;2.353334;48.78673
        94076_0002_00012_bis;12;bis;Rue Jules Auffret;94800;94076;Villejuif;2.35;48.79
        94016_0001_00003;3;;Rue des Lilas;94230;94016;Cachan;2.33;48.79
        69383_0001_00005;5;;Rue Moncey;69003;69383;Lyon 3e Arrondissement;4.8469;45.7597
        """.utf8
    ).write(to: file)
    let builder = IndexBuilder(reference: nil)
    try builder.add(file)
    let index = folder.appendingPathComponent("base.index")
    try builder.write(to: index)
    return try AddressIndex(fileAt: index)
}

/// What comes out for a table.
func located(_ table: AddressTable, workers: Int = 2) throws -> String {
    let bytes = Mutex<[UInt8]>([])
    try TableLocating(table, smallBase(), workers: workers).run { piece, _ in
        bytes.withLock { $0 += piece }
        return true
    }
    return String(decoding: bytes.withLock { $0 }, as: UTF8.self)
}

@Suite struct TableTests {
    @Test func addsTheResultColumns() throws {
        var table = try AddressTable(Data("nom;adresse;cp;ville\nÉcole;17 all. des plantes;94800;VILLEJUIF\n".utf8))
        try table.ask(.init())
        let lines = try located(table).split(separator: "\n")
        #expect(
            lines[0]
                == "nom;adresse;cp;ville;result_status;result_label;result_score;result_type;result_id;result_housenumber;result_street;result_postcode;result_city;result_citycode;longitude;latitude"
        )
        #expect(
            lines[1].hasPrefix(
                "École;17 all. des plantes;94800;VILLEJUIF;accepted;17 Allée des Plantes 94800 Villejuif;"))
        #expect(
            lines[1].hasSuffix(
                ";housenumber;94076_0001_00017;17;Allée des Plantes;94800;Villejuif;94076;2.353234;48.78663"))
    }

    @Test(arguments: [
        ("adresse;cp;ville", "adresse|cp ville"),
        ("Numéro;Voie;Code postal;Commune", "Numéro Voie|Code postal Commune"),
        ("nomVoie;codeInsee", "nomVoie|codeInsee"), ("id;adresse_mail;Adresse postale;CP", "Adresse postale|CP"),
        ("libellé;lieu", "libellé lieu|"),
        ("code_commune;nom_commune;libelle_voie", "libelle_voie|nom_commune code_commune"),
        ("adresse;complement_adresse;code_postal;ville", "adresse|code_postal ville"),
    ])
    func recognisesColumnsByTheirNames(header: String, expected: String) throws {
        var table = try AddressTable(Data((header + "\n" + header.replacing(#/[^;]+/#, with: "x") + "\n").utf8))
        try table.ask(.init())
        let parts = expected.split(separator: "|", omittingEmptySubsequences: false).map { names in
            names.split(separator: " ").map(String.init)
        }
        for name in parts.joined() { #expect(table.reading.fr.contains(name), "\(table.reading.fr)") }
    }

    @Test func aColumnThatDoesNotExistIsToldWithThoseThatDo() throws {
        var table = try AddressTable(Data("adresse;cp\nx;1\n".utf8))
        #expect(throws: UnusableAddressTable.self) { try table.ask(.init(columns: ["rue"])) }
    }

    @Test func oneColumnWithCommasIsOneColumn() throws {
        var table = try AddressTable(
            Data("adresse\n\"17 allée des plantes, 94800 Villejuif\"\n3 rue des Lilas, 94230 Cachan\n".utf8))
        try table.ask(.init())
        let lines = try located(table).split(separator: "\n")
        #expect(lines[1].contains(",accepted,"))
        #expect(lines[2].hasPrefix("\"3 rue des Lilas, 94230 Cachan\",accepted,3 Rue des Lilas 94230 Cachan,"))
    }

    @Test func positionsOfTheSenderAreKept() throws {
        var table = try AddressTable(Data("adresse,longitude,latitude\n3 rue des Lilas 94230 Cachan,1,2\n".utf8))
        try table.ask(.init())
        let lines = try located(table).split(separator: "\n")
        #expect(lines[0].hasSuffix("result_longitude,result_latitude"))
        #expect(lines[1].hasPrefix("3 rue des Lilas 94230 Cachan,1,2,accepted"))
    }

    @Test func whatAPersonConfirmedIsNotWrittenOver() throws {
        let sent = """
            adresse,result_status,result_label,longitude,latitude
            3 rue des Lilas 94230 Cachan,confirmé,Portail du parc,2.5,48.5
            3 rue des Lilas 94230 Cachan,doubt,Ailleurs,2.5,48.5

            """
        var table = try AddressTable(Data(sent.utf8))
        try table.ask(.init())
        let lines = try located(table).split(separator: "\n")
        #expect(lines[0].hasPrefix("adresse,result_status,result_label,result_score,"))
        #expect(lines[1] == "3 rue des Lilas 94230 Cachan,confirmé,Portail du parc,,,,,,,,,2.5,48.5")
        #expect(lines[2].hasPrefix("3 rue des Lilas 94230 Cachan,accepted,3 Rue des Lilas 94230 Cachan,"))
        #expect(lines[2].hasSuffix(",2.33,48.79"))
    }

    @Test func quotesLongRowsAndShortRowsAreKept() throws {
        var table = try AddressTable(
            Data("note;adresse;cp\n\"a \"\"b\"\"; c\";3 rue des Lilas;94230;plus\ncourt\n\n".utf8))
        try table.ask(.init())
        let lines = try located(table).split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[1].hasPrefix("\"a \"\"b\"\"; c\";3 rue des Lilas;94230;"))
        #expect(lines[1].hasSuffix(";plus"))
        #expect(lines[2].hasPrefix("court;;;none;"))
    }

    @Test func rowsKeepTheirOrderWhateverTheThreads() throws {
        var rows = "numero;adresse\n"
        for number in 0..<30_000 { rows += "\(number);\(17 + 2 * (number % 2)) allee des plantes 94800 Villejuif\n" }
        var table = try AddressTable(Data(rows.utf8))
        try table.ask(.init(columns: ["adresse"]))
        let numbers = try located(table, workers: 4).split(separator: "\n").dropFirst().map { line in
            Int(line.prefix { $0 != ";" })
        }
        #expect(numbers == Array(0..<30_000))
    }

    @Test func reverseAddsTheNearestAddress() throws {
        var table = try AddressTable(Data("nom,lat,lon\na,48.7866,2.3532\nb,,\nc,0,0\n".utf8))
        try table.askAround()
        let lines = try located(table).split(separator: "\n")
        #expect(lines[1].hasPrefix("a,48.7866,2.3532,48.78663,2.353234,17 Allée des Plantes 94800 Villejuif,"))
        #expect(lines[2] == "b,,,,,,,,,,,,,")
        #expect(lines[3].hasPrefix("c,0,0,,,,"))
    }
}

@Suite struct ResumingTests {
    /// The file is stopped after each block and gone on with: what comes out is the same.
    @Test func goesOnWhereItStopped() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gabarit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var rows = "numero;adresse\n"
        for number in 0..<20_000 { rows += "\(number);\(17 + 2 * (number % 3)) allee des plantes 94800 Villejuif\n" }
        var table = try AddressTable(Data(rows.utf8))
        try table.ask(.init(columns: ["adresse"]))
        let whole = try located(table)
        let place = folder.appendingPathComponent("out.csv")
        let locating = TableLocating(table, try smallBase(), workers: 2)
        var runs = 0
        while !FileManager.default.fileExists(atPath: place.path), runs < 50 {
            runs += 1
            let file = try UnfinishedFile(for: place, signature: "same")
            let isDone = Mutex(true)
            try locating.run(skipping: file.blocksBefore) { bytes, step in
                try file.append(bytes, step)
                isDone.withLock { $0 = step.share >= 1 }
                return false
            }
            if isDone.withLock({ $0 }) || file.counts.rows == 20_000 { try file.finish() }
        }
        #expect(runs > 2)
        #expect(try String(contentsOf: place, encoding: .utf8) == whole)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out.csv"])
    }

    @Test func otherWorkBeginsAnew() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gabarit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let place = folder.appendingPathComponent("out.csv")
        try UnfinishedFile(for: place, signature: "one").append(Array("a\n".utf8), step(block: 0))
        #expect(try UnfinishedFile(for: place, signature: "one").blocksBefore == 1)
        #expect(try UnfinishedFile(for: place, signature: "two").blocksBefore == 0)
    }

    private func step(block: Int) -> TableLocating.Step {
        TableLocating.Step(block: block, counts: LocatedCounts(), share: 0)
    }
}
