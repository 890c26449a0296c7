import Markup
import Texts

/// Says that a page shows the past, and leads back to today.
struct PastNote {
    let visit: Visit

    var html: HTML? {
        visit.moment.map { moment in
            """
            <p class="past" role="note"><strong>\(visit(Words.pastNote(moment.words)))</strong>
            <a href="\(link: visit.here([PastMoment.parameter: ""]))">\(visit(Words.seeToday))</a></p>
            """
        }
    }
}
