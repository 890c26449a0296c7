import Queries
import Testing

@Suite struct EvaluationTests {
    @Test(
        arguments: [
            ("nom = 'Île Barbe'", [4]), ("nom <> 'Île Barbe'", [0, 1, 2, 3, 5]),
            ("NOT nom = 'Île Barbe'", [0, 1, 2, 3, 5]),
            ("surface > 400", [0, 2, 3]), ("surface >= 400", [0, 1, 2, 3]), ("400 < surface", [0, 2, 3]),
            ("surface BETWEEN 400 AND 4000", [1, 3]), ("surface NOT BETWEEN 400 AND 4000", [0, 2, 5]),
            ("surface = 12.5", [5]), ("surface = '12.5'", [5]), ("surface IN (400, 12.5)", [1, 5]),
            ("surface NOT IN (400, 12.5)", [0, 2, 3]), ("surface IS NULL", [4, 6]),
            ("surface IS NOT NULL", [0, 1, 2, 3, 5]),
            ("clos = TRUE", [0, 1]), ("clos", [0, 1]), ("NOT clos", [2, 4, 5]), ("clos = 'oui'", [0, 1]),
            ("clos <> TRUE", [2, 4, 5]), ("annee >= 1987", [1, 2, 5]), ("nom IN ('Square Jussieu', 'rien')", [3]),
            ("nom LIKE 'Parc%'", [0]), ("nom LIKE '%a%_'", [0, 1, 2, 3, 4, 5]), ("nom LIKE '%100\\%'", [5]),
            ("nom LIKE '_le Barbe'", [4]), ("nom LIKE ''", []), ("nom LIKE '%'", [0, 1, 2, 3, 4, 5]),
            ("CASEI(nom) LIKE CASEI('PARC%')", [0, 2]), ("ACCENTI(nom) LIKE 'Ile%'", [4]),
            ("CASEI(ACCENTI(nom)) = ACCENTI(CASEI('ÉTANG 100%'))", [5]),
            ("CASEI(nom) IN (CASEI('JARDIN ROSA MIR'))", [1]), ("nom < 'Parc'", [1]),
            ("jeux = 'manège'", [0, 2]), ("jeux <> 'manège'", [3, 5]), ("jeux LIKE 'b%'", [0, 3]),
            ("jeux IN ('skate', 'pêche')", [2, 5]), ("CASEI(jeux) = 'manège'", [0, 2]),
            ("A_CONTAINS(jeux, ('manège', 'skate'))", [2]),
            ("A_CONTAINEDBY(jeux, ('manège','skate','pêche'))", [2, 5]),
            ("A_EQUALS(jeux, ('manège','skate'))", [2]), ("A_OVERLAPS(jeux, ('barque','pêche'))", [0, 5]),
            ("A_OVERLAPS(('barque','pêche'), jeux)", [0, 5]), ("A_EQUALS(('skate','manège'), jeux)", [2]),
            ("surface + 0 > annee", [0, 2]), ("surface > annee", [0, 2]), ("surface / 0 = 1", []),
            ("surface * 2 - 800 = 0", [1]), ("surface DIV 1000 = 4", [3]), ("surface % 1000 = 400", [1]),
            ("2 ^ 3 = 8 AND surface ^ 2 = 160000", [1]), ("-surface < -4000", [0, 2]), ("prix + 0.1 <= 0.3", [0, 3]),
            ("ouverture > DATE('1987-06-01')", [2, 5]), ("ouverture >= '1987-06-01'", [1, 2, 5]),
            ("maj = DATE('2024-05-01')", [0, 1]), ("maj < TIMESTAMP('2024-05-01T08:00:00Z')", [2, 5]),
            ("maj = TIMESTAMP('2024-04-30T10:00:00Z')", [2]), ("maj <= DATE('2024-05-01')", [0, 1, 2, 5]),
            ("T_AFTER(maj, DATE('2024-04-30'))", [0, 1]),
            ("T_DURING(ouverture, INTERVAL('1980-01-01','2000-01-01'))", [1]),
            ("T_INTERSECTS(maj, INTERVAL('2024-05-01','..'))", [0, 1]),
            ("T_BEFORE(ouverture, DATE('1902-01-15'))", [0]),
            ("T_EQUALS(ouverture, DATE('2020-02-29'))", [5]),
            ("T_CONTAINS(INTERVAL(ouverture, maj), INTERVAL('2015-01-01','2020-01-01'))", [0, 1, 2]),
            ("T_STARTS(INTERVAL(ouverture, ouverture), INTERVAL('2014-09-01','..'))", [2]),
            ("year(ouverture) = 2014", [2]), ("month(ouverture) IN (2, 9)", [2, 5]), ("hour(maj) = 10", [2, 5]),
            ("weekday(ouverture) = 5", [5]), ("length(nom) = 9", [4]), ("upper(nom) = 'PARC BLANDAN'", [2]),
            ("startswith(nom, 'ile')", [4]), ("search('barbe')", [4]), ("search('parc OR')", [0]),
            ("search('par')", [0, 2]),
            ("suggest('tet par')", [0]), ("search('tet par')", []), ("search(nom, 'manege')", []),
            ("search('manege')", [0, 2]),
            ("NOT search('parc')", [1, 3, 4, 5, 6]),
            ("uid = 'ESS-3'", [3]), ("uid IN ('ESS-3', 'ESS-0')", [0, 3]), ("uid LIKE '%-6'", [6]),
            ("NOT uid = 'ESS-3'", [0, 1, 2, 4, 5, 6]),
            ("geometry IS NULL", [5, 6]), ("S_INTERSECTS(geometry, BBOX(4.83, 45.74, 4.86, 45.76))", [2, 3]),
            ("S_WITHIN(geom, POLYGON((4.85 45.7, 4.86 45.7, 4.86 45.8, 4.85 45.8, 4.85 45.7)))", [0, 2]),
            ("S_DISJOINT(geometry, BBOX(4.83, 45.74, 4.86, 45.76))", [0, 1, 4]),
            ("NOT S_INTERSECTS(geometry, BBOX(4.83, 45.74, 4.86, 45.76))", [0, 1, 4]),
            ("NOT S_DISJOINT(geometry, BBOX(4.83, 45.74, 4.86, 45.76))", [2, 3]),
            ("S_EQUALS(geometry, POINT(4.828 45.776))", [1]),
            ("S_CONTAINS(BBOX(4.83, 45.74, 4.86, 45.76), geometry)", [2, 3]),
            ("within_distance(geometry, POINT(4.84 45.757), 100)", [3]),
            ("distance(geometry, POINT(4.84 45.757)) < 100", [3]),
            ("in_bbox(geometry, 45.74, 4.83, 45.76, 4.86)", [2, 3]),
            ("S_CROSSES(LINESTRING(0 0, 2 2), POLYGON((1 0, 3 0, 3 3, 1 3, 1 0))) AND clos", [0, 1]),
            ("(S_INTERSECTS(geometry, BBOX(4.83, 45.74, 4.86, 45.76))) = clos", [4]),
            ("(surface IS NULL) = TRUE", [4, 6]), ("TRUE", [0, 1, 2, 3, 4, 5, 6]), ("FALSE OR NOT TRUE", []),
            ("surface > 1 AND (clos OR annee = 2014) AND NOT nom LIKE 'J%'", [0, 2]), ("surface < 0 OR clos", [0, 1]),
            ("NOT (surface > 400 AND clos)", [1, 2, 4, 5]), ("NOT (surface > 400 OR clos)", [5]),
        ] as [(String, [Int])])
    func trueIn(_ filter: String, _ rows: [Int]) throws {
        #expect(try Sample.parks.rows(where: filter) == rows)
    }

    @Test(arguments: [
        "rien = 1", "nom > 5", "nom = 5 OR surface = 'x'", "surface LIKE 'x'", "ouverture = 'hier'", "ouverture > 5",
        "geometry = 'x'", "geometry > 5", "S_WITHIN(nom, BBOX(1,2,3,4))", "S_WITHIN(geometry)",
        "T_AFTER(nom, DATE('2020-01-01'))",
        "T_AFTER(ouverture)", "rien(nom) = 1", "length(nom, nom) = 1", "length(surface) = 1", "nom", "surface", "'x'",
        "1",
        "NOT nom", "clos > 'x'", "jeux + 1 = 2", "nom + 1 = 2", "surface = geometry", "A_CONTAINS(geometry, ('x'))",
        "search(surface)",
        "search()", "within_distance(geometry, BBOX(1,2,3,4), 10)", "surface = nom", "surface IN ('a')", "nom AND clos",
        "year(nom) = 1", "CASEI(surface) = 'x'",
    ])
    func isNoQuestion(_ filter: String) throws {
        let expression = try CQL2.text(filter)
        #expect(throws: QueryError.self, "\(filter)") { try Sample.parks.truth(of: expression) }
    }

    @Test func anEmptyEditionAnswers() throws {
        let edition = try Sample.edition(fields: [("nom", #""type":"string""#), ("n", #""type":"number""#)], rows: [])
        for filter in [
            "nom = 'x'", "NOT search('x')", "S_INTERSECTS(geometry, POINT(1 2))", "n > 1 OR nom IS NULL", "TRUE",
            "uid = 'x'",
        ] {
            #expect(try edition.rows(where: filter) == [])
        }
        #expect(
            try edition.select(Query(sort: [SortKey(property: "nom")], offset: 5, limit: 5))
                == Selection(rows: [], matched: 0))
        #expect(
            try edition.groups(by: [], measures: [.count, .sum(.property("n"))]) == [
                Group(keys: [], measures: [.number(0), .null], count: 0)
            ])
        #expect(try edition.groups(by: [.value(.property("nom"))], measures: [.count]).isEmpty)
    }
}
