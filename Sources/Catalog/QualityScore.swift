public import Foundation
public import Texts

/// The quality of the sheet of a dataset, as data.gouv.fr shows it to producers: nine points, each of them gained or
/// not, and how to gain those that are missing.
///
/// Source: `udata/core/dataset/models.py` of udata 17.18, `compute_quality`.
public struct QualityScore: Sendable, Hashable {
    /// One of the nine points, those that a producer gains most easily first.
    public enum Point: String, Sendable, CaseIterable {
        case licence, frequency, onTime, description, period, extent, openFormat, available, documented
    }

    /// The points that are gained.
    public var gained: Set<Point>

    /// The quality of a sheet at a moment.
    ///
    /// - Parameters:
    ///   - files: The files in which the dataset can be had.
    ///   - reachable: Whether all of them answer.
    public init(_ metadata: Metadata, files: [PublishedFile], reachable: Bool = true, now: Date) {
        let facts: [(Point, Bool)] = [
            (.licence, Licence.all.contains { $0.id == metadata.licence.id }),
            (.frequency, metadata.frequency != .unknown),
            (.onTime, Self.isOnTime(metadata, now)),
            (.description, metadata.description.fr.unicodeScalars.count > 100),
            (.period, metadata.period != nil),
            (.extent, metadata.extent != nil),
            (.openFormat, files.contains { !Self.closedFormats.contains($0.format) && !$0.format.isEmpty }),
            (.available, !files.isEmpty && reachable),
            (.documented, files.contains { !$0.purpose.fr.isBlank }),
        ]
        gained = Set(facts.filter(\.1).map(\.0))
    }

    /// How many points there are, of nine.
    public var points: Int { gained.count }

    /// The points that are missing, the easiest first.
    public var missing: [Point] { Point.allCases.filter { !gained.contains($0) } }

    /// The score in one sentence, with how to gain the next point.
    public var sentence: Text {
        let score = Text(
            fr: "Qualité de la fiche\u{00A0}: \(points) sur \(Point.allCases.count).",
            en: "Quality of the sheet: \(points) of \(Point.allCases.count).")
        return missing.first.map { score + $0.advice } ?? score
    }

    /// One day of grace, as data.gouv.fr gives: harvesting takes its time.
    private static func isOnTime(_ metadata: Metadata, _ now: Date) -> Bool {
        guard metadata.frequency != .unknown else { return false }
        guard let interval = metadata.frequency.interval else { return true }
        guard let modified = metadata.modified else { return false }
        return modified.timeIntervalSince(now) + interval >= -86_400
    }

    private static let closedFormats: Set = ["pdf", "doc", "docx", "word", "xls", "excel", "xlsx"]
}

extension QualityScore.Point {
    /// What is judged.
    public var title: Text {
        switch self {
        case .licence: Text(fr: "Licence", en: "Licence")
        case .frequency: Text(fr: "Rythme de mise à jour", en: "Rhythm of renewal")
        case .onTime: Text(fr: "Rythme respecté", en: "Rhythm kept")
        case .description: Text(fr: "Description", en: "Description")
        case .period: Text(fr: "Période couverte", en: "Period covered")
        case .extent: Text(fr: "Territoire couvert", en: "Area covered")
        case .openFormat: Text(fr: "Format ouvert", en: "Open format")
        case .available: Text(fr: "Fichiers disponibles", en: "Files available")
        case .documented: Text(fr: "Fichiers décrits", en: "Files described")
        }
    }

    /// How the point is gained.
    public var advice: Text {
        switch self {
        case .licence:
            Text(
                fr: "Choisissez une licence ouverte dans le modèle, par exemple la Licence Ouverte 2.0.",
                en: "Choose an open licence in the model, such as the Open Licence 2.0.")
        case .frequency:
            Text(
                fr: "Dites à quel rythme ces données sont renouvelées, par exemple chaque année.",
                en: "Say how often these data are renewed, such as every year.")
        case .onTime:
            Text(
                fr: "Renvoyez le fichier, ou confirmez que rien n'a changé\u{00A0}: la date promise est passée.",
                en: "Send the file again, or confirm that nothing changed: the promised date is past.")
        case .description:
            Text(
                fr: "Décrivez dans le modèle ce que contient le jeu de données, en une ou deux phrases.",
                en: "Describe in the model what the dataset holds, in a sentence or two.")
        case .period:
            Text(
                fr: "Publiez une première fois\u{00A0}: la période vient des dates des lignes ou de la publication.",
                en: "Publish once: the period comes from the dates of the rows, or from the release.")
        case .extent:
            Text(
                fr: "Donnez la position des objets, ou importez les contours des communes.",
                en: "Give the position of the objects, or import the outlines of the communes.")
        case .openFormat:
            Text(
                fr: "Proposez au moins un format ouvert, comme le CSV.",
                en: "Offer at least one open format, such as CSV.")
        case .available:
            Text(
                fr: "Vérifiez que tous les fichiers annoncés se téléchargent.",
                en: "Make sure that all the files that are announced can be downloaded.")
        case .documented:
            Text(
                fr: "Dites en une phrase à quoi sert au moins un des fichiers.",
                en: "Say in one sentence what at least one of the files is good for.")
        }
    }
}
