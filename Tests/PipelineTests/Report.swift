/// `report.json` as the contract has it. What is not optional must be there, with this type.
struct Report: Decodable {
    var gabarit: String
    var schema: Model
    var file: File
    var columns: [Column]
    var repairs: [Repair]
    var questions: [Question]
    var findings: [Finding]
    var locations: [Location]
    var verdict: Verdict

    struct Model: Decodable { var name, version: String }

    struct File: Decodable {
        var name: String
        var sheet, encoding: String?
        var rows, columns: Int
    }

    struct Column: Decodable {
        enum Evidence: String, Decodable { case name, alias, content, remembered, none }
        var column, header: String
        var field: String?
        var evidence: Evidence
        var confidence: Double
    }

    struct Repair: Decodable {
        enum Degree: String, Decodable { case certain, likely }
        var row: Int
        var column: String?
        var field, before, after, rule: String
        var degree: Degree
    }

    struct Question: Decodable {
        var id, field, value, text: String
        var rows: [Int]
        var candidates: [String]
    }

    struct Finding: Decodable {
        enum Severity: String, Decodable { case error, warning, info }
        var row: Int?
        var column, field: String?
        var rule, text: String
        var severity: Severity
    }

    struct Location: Decodable {
        enum Precision: String, Decodable { case housenumber, street, locality, municipality }
        enum Status: String, Decodable { case accepted, doubt, none }
        var row: Int
        var query: String
        var label: String?
        var lon, lat: Double?
        var precision: Precision?
        var status: Status
        var evidence: [String: String]
        var candidates: [Candidate]?
    }

    struct Candidate: Decodable {
        var label: String
        var lon, lat: Double
    }

    struct Verdict: Decodable {
        var valid: Bool
        var rows, repaired, toVerify, questions: Int
        var text: String
    }
}
