import Foundation
import Tables
import Testing

@testable import Addresses

struct BuildingTests {
    @Test func theFullFormOfTheNationalBase() throws {
        let header =
            "id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;code_insee_ancienne_commune;"
            + "nom_ancienne_commune;x;y;lon;lat;type_position;alias;nom_ld;libelle_acheminement;nom_afnor;source_position;"
            + "source_nom_voie;certification_commune;cad_parcelles\n"
        let line =
            "69381_0055_00003_bis;69381_0055;3;bis;Rue Adamoli;69001;69381;Lyon;;;842644.61;6520899.59;4.8357081;"
            + "45.772784;entrée;;;LYON 01;RUE ADAMOLI;commune;commune;1;"
        let answer = try #require(
            Searcher(try index(header + line)).search(AddressQuery("3bis rue Adamoli 69001 Lyon")).answers.first)
        #expect(answer.place.identifier == "69381_0055_00003_bis")
        #expect(answer.place.houseNumber == "3 bis")
        #expect(abs(answer.place.point.longitude - 4.835708) < 0.000002)
    }

    @Test(arguments: [
        "cle_interop;commune_insee;voie_nom;numero;suffixe;commune_nom;position;long;lat;x;y;source;date_der_maj\n31591_xxxx_00009;31591;Rue des 3 Places;9;;Escoulis;entrée;1.028392;43.111637;539416.13;6225601.11;;2020-11-09",
        "id_ban_commune;id_ban_toponyme;id_ban_adresse;commune_insee;toponyme;numero;suffixe;commune_nom;position;long;lat;x;y;source;date_der_maj\n1;2;33333333-3333-4333-8333-333333333333;31591;Rue des 3 Places;9;;Escoulis;entrée;1.028392;43.111637;539416.13;6225601.11;;2020-11-09",
        "\"cle_interop\",\"commune_insee\",\"voie_nom\",\"numero\",\"suffixe\",\"commune_nom\",\"x\",\"y\"\n\"31591_xxxx_00009\",\"31591\",\"Rue des 3 Places\",9,,\"Escoulis\",539416.13,6225601.11",
    ])
    func theBasesOfCommunes(_ text: String) throws {
        let result = Searcher(try index(text)).search(AddressQuery("9 rue des trois places Escoulis"))
        let place = try #require(result.answers.first?.place)
        #expect(result.verdict == .accepted)
        #expect(place.label.hasPrefix("9 Rue des 3 Places"))
        #expect(abs(place.point.latitude - 43.111637) < 0.00001)
    }

    @Test(arguments: [
        "cle_interop;uid_adresse;voie_nom;numero;suffixe;commune_nom;position;x;y;long;lat;source;date_der_maj\n"
            + "31591_6956_00011;;Rue du Verdon;11;;Escoulis;Entrée;;;1.02;43.11;;2013.01.26",
        "cle_intero;uid_adress;voie_nom;numero;suffixe;commune_no;commune_in;position;x_l93;y_l93;long_wgs84;lat_wgs84\n"
            + "31591_6956_00011;;Rue du Verdon;11;;Escoulis;31591;Entrée;;;1.02;43.11",
    ])
    func olderBasesAndThoseOfShapefiles(_ text: String) throws {
        let place = try #require(
            Searcher(try index(text)).search(AddressQuery("11 rue du Verdon Escoulis")).answers.first?.place)
        #expect(place.communeCode == "31591")
        #expect(place.point == Coordinate(longitude: 1.02, latitude: 43.11))
    }

    @Test func ofSeveralPositionsTheDoorIsKept() throws {
        let header = "cle_interop;commune_insee;commune_nom;voie_nom;numero;suffixe;position;long;lat\n"
        let base = try index(
            header + "a;31591;Escoulis;Rue Haute;9;;parcelle;1.1;43.1\nb;31591;Escoulis;Rue Haute;9;;entrée;1.2;43.2")
        #expect(base.addressCount == 1)
        #expect(Searcher(base).search(AddressQuery("9 rue haute Escoulis")).answers.first?.place.point.longitude == 1.2)
    }

    @Test func namedPlacesAreKnown() throws {
        let base = try index(
            "id;nom_lieu_dit;code_postal;code_insee;nom_commune;x;y;lon;lat\n1;Parc de la Tête d'Or;69006;69386;Lyon;;;4.85;45.77"
        )
        let place = try #require(Searcher(base).search(AddressQuery("parc tete d'or 69006 Lyon")).answers.first?.place)
        #expect(place.kind == .locality)
        #expect(place.identifier == "1")
    }

    @Test func aBadLineIsCountedAndShown() throws {
        try withFolder { folder in
            let file = folder.appending(path: "ban.csv")
            let lines = [
                "1;9;;Rue Haute;31000;31591;Escoulis;1.1;43.1", "2;neuf;;Rue Haute;31000;31591;Escoulis;1.1;43.1",
                "3;9;;Rue Haute;31000;31591;Escoulis;;", "4;9;;;31000;31591;Escoulis;1.1;43.1",
                "5;9;;Rue;31000;;Escoulis;1;43", "6",
            ]
            try (shortHeader + lines.joined(separator: "\r\n")).write(to: file, atomically: true, encoding: .utf8)
            let builder = IndexBuilder(reference: nil)
            try builder.add(file)
            #expect(builder.addressCount == 1)
            #expect(builder.skipped.count == 5)
            #expect(builder.skipped.first.map(\.reason) == [.number, .position, .street, .commune, .commune])
            #expect(builder.skipped.first.map(\.number) == [3, 4, 5, 6, 7])
        }
    }

    @Test func aForeignFileIsRefused() throws {
        #expect(throws: AddressBaseError.foreign("0.csv")) { try index("nom;adresse\nParc;3 rue X") }
        #expect(throws: AddressBaseError.foreign("0.csv")) { try index("") }
    }

    @Test func aTruncatedArchiveIsRefusedAndTheOldIndexStays() throws {
        try withFolder { folder in
            let file = folder.appending(path: "ban.csv.gz")
            let text =
                shortHeader + (1...9999).map { "\($0);\($0);;Rue Haute;31000;31591;Escoulis;1.\($0);43.1\n" }.joined()
            try Data(text.utf8).write(to: folder.appending(path: "ban.csv"))
            let gzip = Process()
            gzip.executableURL = URL(filePath: "/usr/bin/env")
            gzip.arguments = ["gzip", "-k", folder.appending(path: "ban.csv").path]
            try gzip.run()
            gzip.waitUntilExit()
            let whole = try Data(contentsOf: file)
            let builder = IndexBuilder(reference: nil)
            try builder.add(file)
            #expect(builder.addressCount == 9999)
            try whole.prefix(whole.count / 2).write(to: file)
            #expect(throws: AddressBaseError.truncated("ban.csv.gz")) { try IndexBuilder(reference: nil).add(file) }
        }
    }

    @Test func aFileThatIsNoIndexIsRefused() throws {
        try withFolder { folder in
            let file = folder.appending(path: "base.index")
            #expect(throws: AddressBaseError.missing("base.index")) { try AddressIndex(fileAt: file) }
            try Data("GABADR02".utf8).write(to: file)
            #expect(throws: AddressBaseError.notAnIndex("base.index")) { try AddressIndex(fileAt: file) }
            let builder = IndexBuilder(reference: nil)
            let source = folder.appending(path: "ban.csv")
            try (shortHeader + "1;9;;Rue Haute;31000;31591;Escoulis;1.1;43.1").write(
                to: source, atomically: true, encoding: .utf8)
            try builder.add(source)
            try builder.write(to: file)
            #expect(try AddressIndex(fileAt: file).about.sources == ["ban.csv"])
            try Data(contentsOf: file).dropLast(9).write(to: file)
            #expect(throws: AddressBaseError.truncated("base.index")) { try AddressIndex(fileAt: file) }
        }
    }

    @Test func aStoppedBuildLeavesNothing() throws {
        try withFolder { folder in
            let source = folder.appending(path: "ban.csv")
            let lines = String(repeating: "1;9;;Rue Haute;31000;31591;Escoulis;1.1;43.1\n", count: 300_000)
            try (shortHeader + lines).write(to: source, atomically: true, encoding: .utf8)
            #expect(throws: AddressBaseError.cancelled) {
                try IndexBuilder(reference: nil).add(source) { _ in false }
            }
        }
    }

    @Test func namesWithAMistakenEncodingAreMended() throws {
        let base = try index(shortHeader + "1;9;;Rue CÃ©sar Delaine;93140;93010;Bondy;2.48;48.9")
        #expect(
            Searcher(base).search(AddressQuery("9 rue César Delaine 93140 Bondy")).answers.first?.place.street
                == "Rue César Delaine")
    }

    @Test func aNumberWithItsSuffixInOneColumn() throws {
        let base = try index(shortHeader + "1;27bis;;Passage Mermet;69001;69381;Lyon;4.83;45.77")
        #expect(
            Searcher(base).search(AddressQuery("27 bis passage Mermet 69001 Lyon")).answers.first?.place.houseNumber
                == "27 bis")
    }
}
