import Catalog
import Editions
import Foundation
import Schemas
import Tables

/// What a small territory publishes, in memory: three communes and three datasets, one with points, one without any
/// place, one with polygons. Every type of field stands somewhere in it, and empty cells do.
struct Example: Holdings {
    var publisher = Publisher(
        name: "Métropole d'Exemple",
        communes: [
            Place(code: "69029", name: "Bron"), Place(code: "69149", name: "Oullins-Pierre-Bénite"),
            Place(code: "69194", name: "Saint-Priest"),
        ],
        email: "donnees@exemple.fr")
    let records: [DatasetRecord]
    var tag = "example-1"
    private let editions: [String: Edition]

    /// The origin under which the tests ask.
    static let origin = "https://donnees.exemple.fr"

    init(with more: [Edition] = []) throws {
        let made =
            more + [
                try Self.edition(Self.parks, rows: Self.parkRows, shapes: [:]),
                try Self.edition(Self.grants, rows: Self.grantRows, shapes: [:]),
                try Self.edition(Self.zones, rows: Self.zoneRows, shapes: Self.squares),
            ]
        publisher.formerCodes = Self.formerCodes
        records = made.map(\.record).sorted { $0.schema.title < $1.schema.title }
        editions = Dictionary(uniqueKeysWithValues: made.map { ($0.name, $0) })
    }

    func structure(of name: String) -> PublicSchema? { editions[name]?.structure }
    func edition(of name: String) async throws -> Edition? { editions[name] }

    /// Every row of the parks was added, in their order; one that is gone was removed after.
    private var changes: [RowChange] {
        var all: [RowChange] = []
        for edition in editions.values.sorted(by: { $0.name < $1.name }) {
            for row in 0..<edition.rowCount {
                let release = edition.release(of: row)
                all.append(
                    RowChange(
                        cursor: Int64(all.count + 1), kind: .added, schema: edition.name, uid: edition.uids[row],
                        commune: release.commune.code, release: release.id, date: release.publishedAt,
                        values: Dictionary(
                            zip(edition.table.fields, edition.table.row(row)), uniquingKeysWith: { first, _ in first })
                    ))
            }
        }
        for kind in [RowChange.Kind.added, .removed] {
            all.append(
                RowChange(
                    cursor: Int64(all.count + 1), kind: kind, schema: "parcs-jardins", uid: "PAR-69029-099",
                    commune: "69029", release: "r-parcs-jardins-69029", date: Self.date,
                    values: kind == .added ? ["uid": "PAR-69029-099"] : [:]))
        }
        return all
    }

    func changes(_ query: ChangeQuery) async throws -> ChangePage {
        let wanted = changes.filter { change in
            change.cursor > query.cursor && (query.schema == nil || change.schema == query.schema)
                && query.communes?.contains(change.commune) ?? true
                && (query.release == nil || change.release == query.release)
        }
        let page = Array(wanted.prefix(max(0, query.limit)))
        return ChangePage(changes: page, next: page.last?.cursor ?? query.cursor, hasMore: wanted.count > page.count)
    }

    func life(of uid: String) async throws -> [RowChange] { changes.filter { $0.uid == uid } }

    func releases(_ query: ReleaseQuery) async throws -> [Release] {
        let all = records.flatMap(\.releases).filter { release in
            (query.schema == nil || release.schema == query.schema)
                && query.communes?.contains(release.commune.code) ?? true
        }
        return Array(all.sorted { $0.id > $1.id }.dropFirst(query.offset).prefix(query.limit))
    }

    // MARK: Making

    /// Pierre-Bénite became a part of Oullins-Pierre-Bénite.
    static let formerCodes = ["69152": "69149"]

    static let date = Date(timeIntervalSince1970: 1_700_000_000)

    /// An edition of rows, which belong to the communes of their field `code_insee`.
    static func edition(
        _ document: String, rows: [[String]], shapes: [Int: Geometry], publisher: String = "Métropole d'Exemple"
    ) throws -> Edition {
        let structure = try PublicSchema(document: Data(document.utf8))
        let schema = structure.schema
        let fields = schema.fields.map(\.name)
        let names = ["69029": "Bron", "69149": "Oullins-Pierre-Bénite", "69194": "Saint-Priest"]
        let place = fields.firstIndex(of: "code_insee") ?? 0
        let rows = rows.sorted { (names[$0[place]] ?? "") < (names[$1[place]] ?? "") }
        let codes = rows.map { $0[place] }
        let releases = Set(codes).map { code in
            Release(
                ReleaseDraft(
                    schema: schema.name, schemaVersion: schema.version,
                    commune: Place(code: code, name: names[code] ?? code), publishedAt: date),
                id: "r-\(schema.name)-\(code)", rowCount: codes.filter { $0 == code }.count)
        }
        let record = DatasetRecord(schema: schema, publisher: publisher, releases: releases)
        let order = record.releases.map(\.commune.code)
        let table = CleanTable(
            fields: fields, columns: fields.indices.map { column in Cells(rows.map { Value($0[column]) }) },
            rowNumbers: rows.indices.map { $0 + 2 }, geometries: rows.indices.map { shapes[$0] })
        var edition = Edition(
            record: record, structure: structure, tag: "\(schema.name)-1", table: table, uids: rows.map { $0[0] },
            owners: codes.map { UInt32(order.firstIndex(of: $0) ?? 0) },
            changedAt: rows.indices.map { 1_700_000_000 + Int64($0) })
        edition.formerCodes = formerCodes
        return edition
    }
}

// MARK: - The datasets

extension Example {
    /// Points by two fields of coordinates.
    static let parks = """
        {"name": "parcs-jardins", "title": "Parcs et jardins", "version": "1.2.0", "primaryKey": "uid",
         "description": "Les parcs « ouverts » & les jardins.", "gabarit": {"trigram": "PAR", "licence": "etalab-2.0",
         "frequency": "ANNUAL", "keywords": ["parc", "jardin"], "theme": "ENVI", "nouns": ["parc", "parcs"]},
         "fields": [
            {"name": "uid", "title": "Identifiant", "type": "string", "constraints": {"required": true, "unique": true},
             "gabarit": {"meaning": "uid"}},
            {"name": "nom", "title": "Nom", "description": "Nom usuel.", "type": "string",
             "gabarit": {"meaning": "name"}},
            {"name": "commune", "title": "Commune", "type": "string", "gabarit": {"meaning": "commune-name"}},
            {"name": "code_insee", "title": "Code Insee", "type": "string", "gabarit": {"meaning": "commune-code"}},
            {"name": "type", "title": "Type", "type": "string", "constraints": {"enum": ["parc", "jardin", "square"]}},
            {"name": "surface", "title": "Surface", "type": "number", "gabarit": {"unit": "m²"}},
            {"name": "annee", "title": "Année d'ouverture", "type": "year"},
            {"name": "nb_bancs", "title": "Bancs", "type": "integer"},
            {"name": "chiens", "title": "Chiens admis", "type": "boolean"},
            {"name": "equipements", "title": "Équipements", "type": "string", "gabarit": {"separator": "|"}},
            {"name": "maj", "title": "Mis à jour", "type": "date"},
            {"name": "releve", "title": "Relevé", "type": "datetime"},
            {"name": "lon", "title": "Longitude", "type": "number", "gabarit": {"meaning": "longitude"}},
            {"name": "lat", "title": "Latitude", "type": "number", "gabarit": {"meaning": "latitude"}}
         ]}
        """

    static let parkRows = [
        [
            "PAR-69029-001", "Parc du Fort", "Bron", "69029", "parc", "85000", "1982", "40", "true", "jeux|toilettes",
            "2023-05-02", "2023-05-02T08:30:00Z", "4.9123", "45.7312",
        ],
        [
            "PAR-69029-002", "Étang des Brosses", "Bron", "69029", "parc", "9000.5", "", "4", "false", "jeux",
            "2022-11-30", "", "4.9231", "45.7401",
        ],
        [
            "PAR-69029-003", "Square \"Jean Moulin\"", "Bron", "69029", "square", "", "2001", "", "", "", "", "", "",
            "",
        ],
        [
            "PAR-69149-001", "Parc Chabrières", "Oullins-Pierre-Bénite", "69149", "parc", "31000", "1970", "25",
            "true", "jeux|eau|toilettes", "2023-01-15", "2023-01-15T17:00:00+01:00", "4.8051", "45.7140",
        ],
        [
            "PAR-69149-002", "Jardin de l'Île", "Oullins-Pierre-Bénite", "69149", "jardin", "1200", "2015", "6",
            "false", "eau", "2021-07-14", "2021-07-14T06:00:00Z", "4.8190", "45.7055",
        ],
        [
            "PAR-69194-001", "Square des Orpailleurs", "Saint-Priest", "69194", "square", "800", "2010", "3", "false",
            "jeux", "2023-09-01", "2023-09-01T10:15:30Z", "4.9480", "45.6970",
        ],
        [
            "PAR-69194-002", "Parc du Château", "Saint-Priest", "69194", "parc", "120000", "1950", "80", "true",
            "jeux|toilettes|eau", "2020-02-29", "", "4.9440", "45.6960",
        ],
    ]

    /// No place at all.
    static let grants = """
        {"name": "subventions", "title": "Subventions", "version": "2.1.0", "description": "Les subventions versées.",
         "gabarit": {"licence": "etalab-2.0", "keywords": ["budget"], "theme": "GOVE"},
         "fields": [
            {"name": "id", "title": "Identifiant", "type": "string", "gabarit": {"meaning": "uid"}},
            {"name": "code_insee", "title": "Code Insee", "type": "string", "gabarit": {"meaning": "commune-code"}},
            {"name": "beneficiaire", "title": "Bénéficiaire", "type": "string", "gabarit": {"meaning": "name"}},
            {"name": "montant", "title": "Montant", "type": "number", "gabarit": {"unit": "€"}},
            {"name": "date_convention", "title": "Date de la convention", "type": "date"},
            {"name": "en_nature", "title": "En nature", "type": "boolean"}
         ]}
        """

    static let grantRows = [
        ["SUB-69029-001", "69029", "Club d'aviron", "1500", "2023-03-01", "false"],
        ["SUB-69029-002", "69029", "École de musique", "20000.50", "2022-03-01", "false"],
        ["SUB-69194-001", "69194", "Les Amis des arbres", "", "2023-06-15", "true"],
    ]

    /// Polygons beside the fields.
    static let zones = """
        {"name": "zones-calmes", "title": "Zones calmes", "version": "1.0.0", "description": "",
         "gabarit": {"licence": "ODbL-1.0", "theme": "ENVI"},
         "fields": [
            {"name": "uid", "title": "Identifiant", "type": "string", "gabarit": {"meaning": "uid"}},
            {"name": "code_insee", "title": "Code Insee", "type": "string", "gabarit": {"meaning": "commune-code"}},
            {"name": "libelle", "title": "Libellé", "type": "string", "gabarit": {"meaning": "name"}},
            {"name": "niveau", "title": "Niveau", "type": "integer"}
         ]}
        """

    static let zoneRows = [
        ["ZON-69029-001", "69029", "Autour du Fort", "1"],
        ["ZON-69194-001", "69194", "Le Château", "2"],
    ]

    /// A square of a hundredth of a degree for each zone.
    static let squares: [Int: Geometry] = [0: square(4.90, 45.73), 1: square(4.94, 45.69)]

    private static func square(_ west: Double, _ south: Double) -> Geometry {
        .polygon([
            [
                Coordinate(longitude: west, latitude: south), Coordinate(longitude: west + 0.01, latitude: south),
                Coordinate(longitude: west + 0.01, latitude: south + 0.01),
                Coordinate(longitude: west, latitude: south + 0.01), Coordinate(longitude: west, latitude: south),
            ]
        ])
    }
}
