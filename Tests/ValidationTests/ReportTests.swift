import Foundation
import Testing
import Texts
import Validation

struct ReportTests {
    private let schema = """
        {"fields":[{"name":"n","type":"number"},{"name":"d","type":"date"},{"name":"b","type":"boolean",\
        "trueValues":["oui"],"falseValues":["non"]},{"name":"p","example":"AB","constraints":{"pattern":"[A-Z]+"}},\
        {"name":"e","constraints":{"enum":["x","y"]}}]}
        """

    @Test func messagesAreValidatas() {
        #expect(
            messages("n;d;b;p;e\n1,5;31/12/2019;o;a;z\nx;demain;oui;A;x\n", schema) == [
                "Le séparateur décimal à utiliser est le point («&#160;1.5&#160;»)",
                "La forme attendue est `2019-12-31` (`aaaa-mm-jj`)",
                "Les valeurs acceptées sont `oui` (vrai) et `non` (faux)",
                """
                a ne respecte pas le motif imposé

                **Exemple valide** :
                AB

                **Détails techniques** : la valeur doit respecter l'expression régulière `[A-Z]+`)
                """,
                "Les valeurs autorisées sont :\n- x\n- y",
                "La valeur ne doit comporter que des chiffres et le point comme séparateur décimal",
                "La date doit être écrite sous la forme `aaaa-mm-jj`",
            ])
    }

    @Test func theReportHasValidatasShape() throws {
        nonisolated(unsafe) var json = Data()
        try verdict("n;d;b;p;e\nx;;;;\n", schema).writeJSON { json.append(contentsOf: $0) }
        let report = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
        #expect(report["valid"] as? Bool == false)
        let stats = try #require(report["stats"] as? [String: Any])
        #expect(Set(stats.keys) == ["errors", "warnings", "seconds", "fields", "rows", "rows_processed"])
        #expect(stats["rows"] as? Int == 1)
        #expect(stats["fields"] as? Int == 5)
        let error = try #require((report["errors"] as? [[String: Any]])?.first)
        #expect(error["title"] as? String == "Format de nombre incorrect")
        #expect(error["type"] as? String == "type-error")
        #expect(error["tags"] as? [String] == ["#table", "#row", "#cell"])
        #expect(error["rowNumber"] as? Int == 2)
        #expect(error["fieldName"] as? String == "n")
        #expect(error["fieldNumber"] as? Int == 1)
        #expect(error["cell"] as? String == "x")
    }

    @Test func peopleSeeOneLineForOneCause() {
        let lines = verdict("n;d;b;p;e\nx;;;;\ny;;;;\nx;;;;\nx;;;;\n1;;;;\n", schema).summary()
        #expect(
            lines.map(\.fr) == [
                """
                n : format de nombre incorrect « x » — La valeur ne doit comporter que des chiffres et le point comme \
                séparateur décimal (3 fois : lignes 2, 4, 5)
                """,
                """
                n : format de nombre incorrect « y » — La valeur ne doit comporter que des chiffres et le point comme \
                séparateur décimal (ligne 3)
                """,
                "4 erreurs.",
            ])
        #expect(lines.last?.en == "4 errors.")
        #expect(verdict("n;d;b;p;e\n1;;;;\n", schema).summary().map(\.fr) == ["Tout est bon."])
    }

    /// Cells are read again from the file when faults are told: quotes, short rows and parts change nothing.
    @Test func everyFaultTellsItsOwnCell() {
        let schema = #"{"fields":[{"name":"a","constraints":{"required":true}},{"name":"n","type":"integer"}]}"#
        let rows = (0..<60_000).map { $0 % 3 == 0 ? "x,\"\($0)\"\"?\"\n" : $0 % 3 == 1 ? ",\($0)\n" : "y,\($0),z\n" }
        let faults = verdict("a,n\n" + rows.joined(), schema).allFaults
        #expect(faults.count == 60_000)
        let wrong = faults.filter { fault in
            let number = (fault.rowNumber ?? 0) - 2
            let cell = number % 3 == 0 ? "\(number)\"?" : number % 3 == 1 ? "" : "z"
            return fault.cell != cell
        }
        #expect(wrong.isEmpty)
    }
}
