import Markup
import Texts

/// The search box: a plain form.
struct SearchForm {
    let words: String
    let visit: Visit

    var html: HTML {
        """
        <form class="search" role="search" action="\(link: Address.search.path)" method="get">
        <label for="q">\(visit(Words.searchLabel))</label>
        <div><input type="search" id="q" name="q" value="\(words)" maxlength="100" autocomplete="off">
        <button type="submit">\(visit(Words.search))</button></div>
        \(KeptParameters(visit: visit).html)
        </form>
        """
    }
}

/// What a form must not forget: the language, the moment of the past, and that the page stands in a frame.
struct KeptParameters {
    let visit: Visit

    var html: HTML {
        let language: HTML? =
            visit.hasChosenLanguage ? "<input type=\"hidden\" name=\"lang\" value=\"\(visit.language.rawValue)\">" : nil
        let moment: HTML? = visit.moment.map { moment in
            "<input type=\"hidden\" name=\"\(PastMoment.parameter)\" value=\"\(moment.asked)\">"
        }
        let embed: HTML? = visit.isEmbedded ? "<input type=\"hidden\" name=\"embed\" value=\"1\">" : nil
        return "\(language)\(moment)\(embed)"
    }
}
