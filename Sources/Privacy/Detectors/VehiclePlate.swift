import Spelling
import Texts

extension Detector {
    /// A French number plate since 2009 (`AB-123-CD`). I, O and U are never used, nor `SS`.
    static let vehiclePlate = Detector(
        "vehicle-plate",
        Text(fr: "plaques d'immatriculation", en: "number plates"),
        held: ["AB-123-CD", "véhicule FX 482 QT", "ab-123-cd garé"],
        innocent: ["AI-123-CD", "PAR-69029-001", "SS-123-AB", "AB-1234-CD", "ZA 123"],
        finds: { $0.digitCount >= 3 && shape.firstMatch(in: $0) != nil })

    private static let shape = Shape(
        /(?i)(?:^|[^\p{L}\p{N}\-])(?!SS)[A-HJ-NP-TV-Z]{2}([\s\-])\d{3}\1[A-HJ-NP-TV-Z]{2}(?![\p{L}\p{N}\-])/)
}
