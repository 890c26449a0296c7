import Spreadsheets
import Texts

extension QuestionsSheet {
    static let number = Text(fr: "N°", en: "No.")
    static let place = Text(fr: "Où", en: "Where")
    static let received = Text(fr: "Valeur reçue", en: "Value received")
    static let question = Text(fr: "Question", en: "Question")
    static let answer = Text(fr: "Votre réponse", en: "Your answer")

    var title: Text {
        rows.isEmpty
            ? Text(fr: "Plus aucune question", en: "No more questions")
            : .count(rows.count, fr: ("question", "questions"), en: ("question", "questions"))
    }

    static let advice = Text(
        fr: """
            Répondez dans les cases jaunes : choisissez dans la liste ou écrivez votre réponse. Vous ne savez pas ? \
            Laissez vide. Puis renvoyez ce fichier.
            """,
        en: """
            Answer in the yellow cells: choose from the list or write your answer. You do not know? Leave it empty. \
            Then send this file back.
            """)

    static let nothingToDo = Text(
        fr: "Tout a trouvé sa réponse, merci. Il n'y a rien à faire dans cette feuille.",
        en: "Everything has its answer, thank you. There is nothing to do in this sheet.")

    static let hint = Text(
        fr: "Choisissez dans la liste, ou écrivez votre réponse. Vous ne savez pas ? Laissez vide.",
        en: "Choose from the list, or write your answer. You do not know? Leave it empty.")

    /// What the colours mean in the sheets of the sender.
    static let colours: [(CellEdit.Highlight, Text)] = [
        (.certain, Text(fr: "En vert : réparé, rien à faire", en: "Green: repaired, nothing to do")),
        (.likely, Text(fr: "En bleu : à confirmer ici", en: "Blue: to be confirmed here")),
        (.question, Text(fr: "En jaune : une réponse est attendue", en: "Yellow: an answer is awaited")),
    ]
}
