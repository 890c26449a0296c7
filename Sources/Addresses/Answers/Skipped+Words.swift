public import Texts

extension Skipped.Line {
    /// Where the line is and what is wrong with it, for people.
    public var sentence: Text {
        Text(fr: "\(file), ligne \(number) : \(reason.text.fr)", en: "\(file), line \(number): \(reason.text.en)")
    }
}

extension Skipped.Reason {
    /// What is wrong with a line, for people.
    public var text: Text {
        switch self {
        case .commune:
            Text(fr: "pas de code Insee de commune à 5 caractères", en: "no INSEE code of a commune in 5 signs")
        case .street: Text(fr: "pas de nom de voie ni de lieu-dit", en: "no name of a street or place")
        case .number: Text(fr: "le numéro n'est pas un nombre entier", en: "the number is no whole number")
        case .position:
            Text(fr: "pas de position (lon et lat, ou x et y)", en: "no position (lon and lat, or x and y)")
        }
    }
}
