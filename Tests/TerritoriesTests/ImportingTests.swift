import Foundation
import Tables
import Territories
import Testing

@Suite("Official files about communes")
struct ImportingTests {
    @Test func aListOfCommunesReplacesTheOldOne() throws {
        try withFiles([
            "communes.csv": """
            TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT
            COM,01001,84,01,01D,012,5,ABERGEMENT CLEMENCIAT,Abergement-Clémenciat,L'Abergement-Clémenciat,0108,
            COM,69123,84,69,69M,691,0,LYON,Lyon,Lyon,6999,
            ARM,69381,84,69,69M,691,0,LYON 1ER,Lyon 1er Arrondissement,Lyon 1er Arrondissement,6999,69123
            COM,16204,75,16,16D,162,0,BELLEVIGNE,Bellevigne,Bellevigne,1604,
            COMD,16129,,,,,1,ERAVILLE,Éraville,Éraville,,16204
            """,
            "mouvements.csv": """
            MOD,DATE_EFF,TYPECOM_AV,COM_AV,TNCC_AV,NCC_AV,NCCENR_AV,LIBELLE_AV,TYPECOM_AP,COM_AP,TNCC_AP,NCC_AP,NCCENR_AP,LIBELLE_AP
            32,2017-01-01,COM,16129,1,ERAVILLE,Éraville,Éraville,COM,16204,0,BELLEVIGNE,Bellevigne,Bellevigne
            32,2017-01-01,COM,16204,1,MALAVILLE,Malaville,Malaville,COM,16204,0,BELLEVIGNE,Bellevigne,Bellevigne
            21,1999-01-01,COM,16204,1,MALAVILLE,Malaville,Malaville,COM,01001,0,X,X,L'Abergement-Clémenciat
            """,
            "laposte.csv": """
            "code_commune_insee","nom_de_la_commune","code_postal","libelle_d_acheminement","ligne_5","_geopoint","latitude","longitude"
            "01001","L ABERGEMENT CLEMENCIAT","01400","L ABERGEMENT CLEMENCIAT",,"46.15,4.93","46.15","4.93"
            "69381","LYON 01","69001","LYON",,"45.77,4.82","45.77","4.82"
            "16204","BELLEVIGNE","16120","BELLEVIGNE","ERAVILLE","45.5,-0.02","45.5","-0.02"
            """,
        ]) { files, folder in
            let summary = try Reference.importing(files: files, into: folder.appending(path: "reference"))
            #expect(summary.communes == 3)
            let reference = Reference.load(dataFolder: folder)
            #expect(reference.origin == .imported)
            #expect(reference.commune(code: "69029") == nil)
            #expect(reference.commune(code: "01001")?.name == "L'Abergement-Clémenciat")
            #expect(reference.commune(code: "01001")?.center == Coordinate(longitude: 4.93, latitude: 46.15))
            #expect(reference.commune(code: "69123")?.postcodes.contains("69001") == true)
            #expect(reference.commune(code: "16129")?.kind == .former(into: "16204", since: "2017-01-01"))
            #expect(reference.commune(code: "16129")?.postcodes == ["16120"])
            #expect(reference.match(name: "Malaville").commune?.code == "16204")
            #expect(reference.match(name: "ABERGEMENT CLEMENCIAT (L')").commune?.code == "01001")
        }
    }

    @Test func theOldBaseOfPostcodesIsUnderstood() throws {
        var bytes = Data("code commune INSEE;nom de la commune;code postal;libell".utf8)
        bytes.append(0xE9)
        bytes.append(Data(" d'acheminement\n69029;BRON;69555;BRON\n".utf8))
        try withFolder { folder in
            let file = folder.appending(path: "laposte.csv")
            try bytes.write(to: file)
            _ = try Reference.importing(files: [file], into: folder.appending(path: "reference"))
            #expect(Reference.load(dataFolder: folder).commune(code: "69029")?.postcodes == ["69500", "69555"])
        }
    }

    @Test func bordersTellWhereACommuneIs() throws {
        func square(_ west: Double, _ code: String) -> String {
            """
            {"type":"Feature","properties":{"INSEE_COM":"\(code)","nom":"x"},"geometry":{"type":"Polygon","coordinates":
            [[[\(west),45.7],[\(west + 0.02),45.7],[\(west + 0.02),45.72],[\(west),45.72],[\(west),45.7]]]}}
            """
        }
        let text =
            "{\"type\":\"FeatureCollection\",\"features\":["
            + [square(4.80, "69149"), square(4.82, "69152"), square(4.9, "69029")].joined(separator: ",") + "]}"
        try withFiles(["contours.geojson": text]) { files, folder in
            let summary = try Reference.importing(files: files, into: folder.appending(path: "reference"))
            #expect(summary.contours == 2)
            let reference = Reference.load(dataFolder: folder)
            let inPierreBenite = Coordinate(longitude: 4.83, latitude: 45.71)
            #expect(reference.contours.contains(inPierreBenite, code: "69149") == true)
            #expect(reference.contours.contains(inPierreBenite, code: "69029") == false)
            #expect(reference.contours.contains(inPierreBenite, code: "69123") == nil)
            #expect(reference.canContain(inPierreBenite, code: "69152") == true)
            #expect(reference.canContain(Coordinate(longitude: 4.899, latitude: 45.71), code: "69029") == true)
            #expect(reference.canContain(Coordinate(longitude: 4.89, latitude: 45.71), code: "69029") == false)
            #expect(reference.canContain(Coordinate(longitude: 5.9, latitude: 45.71), code: "69266") == false)
            #expect(reference.contours.outline(of: "69149")?.geoJSON.hasPrefix("{\"type\":\"MultiPolygon\"") == true)
        }
    }

    @Test func aForeignFileIsRefusedAndNothingIsWritten() throws {
        try withFiles(["budget.csv": "chapitre;montant\n1;2\n"]) { files, folder in
            #expect(throws: UnusableReference.self) {
                try Reference.importing(files: files, into: folder.appending(path: "reference"))
            }
            #expect(Reference.load(dataFolder: folder).origin == .builtIn)
        }
    }

    @Test func theInstalledTableCompletesTheShippedOne() throws {
        try withFolder { folder in
            let table = folder.appending(path: "reference/communes.csv")
            try FileManager.default.createDirectory(
                at: table.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data("code;nom;statut\n69029;Bron?;commune\n35238;Rennes;commune\n".utf8).write(to: table)
            let reference = Reference.load(dataFolder: nil, assetsFolder: folder)
            #expect(reference.origin == .installed)
            #expect(reference.commune(code: "35238")?.department == "35")
            #expect(reference.commune(code: "69029")?.name == "Bron")
        }
    }

    private func withFiles(_ texts: [String: String], _ body: ([URL], URL) throws -> Void) throws {
        try withFolder { folder in
            let files = try texts.map { name, text in
                let file = folder.appending(path: name)
                try Data(text.utf8).write(to: file)
                return file
            }
            try body(files, folder)
        }
    }
}

func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
}
