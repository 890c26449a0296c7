import Foundation

@testable import Addresses

/// A folder of its own for a test, removed at its end.
func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "gabarit-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
}

let shortHeader = "id;numero;rep;nom_voie;code_postal;code_insee;nom_commune;lon;lat\n"

/// A base of the lines of files, given with their headers.
func index(_ files: String...) throws -> AddressIndex {
    try withFolder { folder in
        let builder = IndexBuilder(reference: nil)
        for (number, text) in files.enumerated() {
            let file = folder.appending(path: "\(number).csv")
            try text.write(to: file, atomically: true, encoding: .utf8)
            try builder.add(file)
        }
        let index = folder.appending(path: "base.index")
        try builder.write(to: index)
        return try AddressIndex(fileAt: index)
    }
}

/// A searcher of a small base: `number|suffix|street|postcode|code|commune|lon|lat`, one line each.
func searcher(_ lines: String) throws -> Searcher {
    let rows = lines.split(separator: "\n").enumerated().map { number, line in
        "\(number);" + line.split(separator: "|", omittingEmptySubsequences: false).joined(separator: ";")
    }
    return Searcher(try index(shortHeader + rows.joined(separator: "\n")))
}

/// Some streets of two communes of the Val-de-Marne and of Lyon, with what tells them apart.
func town() throws -> Searcher {
    try searcher(
        """
        17||Allée des Plantes|94800|94076|Villejuif|2.353234|48.78663
        19||Allée des Plantes|94800|94076|Villejuif|2.353434|48.78673
        23||Allée des Plantes|94800|94076|Villejuif|2.353834|48.78693
        12|bis|Rue Jules Auffret|94800|94076|Villejuif|2.35|48.79
        14||Rue Jules Auffret|94800|94076|Villejuif|2.3502|48.7901
        5||Rue du Docteur Roux|94800|94076|Villejuif|2.36|48.791
        8||Avenue de la République|94800|94076|Villejuif|2.361|48.792
        3||Rue du 8 Mai 1945|94800|94076|Villejuif|2.362|48.793
        4||Rue Henri IV|94800|94076|Villejuif|2.363|48.794
        9||Rue Marin|94800|94076|Villejuif|2.364|48.795
        7||Impasse Albert Legrand|94230|94016|Cachan|2.331|48.79
        10||Rue Albert Legrand|94230|94016|Cachan|2.332|48.791
        2||Avenue Louis Nicolas Mabille|94230|94016|Cachan|2.333|48.792
        6||Rue de la République|94230|94016|Cachan|2.334|48.793
        9||Rue Martin|94230|94016|Cachan|2.335|48.794
        3||Rue Adamoli|69001|69381|Lyon|4.8357|45.7728
        15||Rue du Lac|69003|69383|Lyon|4.85|45.76
        1||Quai de la Marne|94210|94068|Saint-Maur-des-Fossés|2.49|48.80
        """)
}
