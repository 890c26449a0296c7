public import Foundation
public import Markup
public import Texts

/// A page that says one thing: something is not there, or went wrong. Never how, nor where in the code.
public struct MessagePage: Page {
    public let title: Text
    let lead: Text

    /// There is nothing at this address.
    public static let notFound = MessagePage(title: Words.notFoundTitle, lead: Words.notFoundLead)
    /// The address can be read but not written to.
    public static let notAllowed = MessagePage(title: Words.notAllowedTitle, lead: Words.notAllowedLead)
    /// The request is not understood.
    public static let badRequest = MessagePage(title: Words.badRequestTitle, lead: Words.badRequestLead)
    /// Something failed on our side.
    public static let failure = MessagePage(title: Words.failureTitle, lead: Words.failureLead)

    /// What `au` says is neither a day nor an instant.
    public static let badMoment = MessagePage(title: Words.momentTitle, lead: Words.momentLead)
    /// The day that is asked for has not come yet.
    public static let future = MessagePage(title: Words.futureTitle, lead: Words.futureLead)
    /// The states of the past are asked for by too many at a time.
    public static let busy = MessagePage(title: Words.busyTitle, lead: Words.busyLead)

    /// Nothing of a dataset was published yet at a moment; its first release came later.
    public static func notYet(_ moment: PastMoment, first: Date) -> MessagePage {
        MessagePage(title: Words.notYetTitle, lead: Words.notYetLead(moment.words, first: Written.day(first)))
    }

    /// An object was not published at a moment.
    public static func notThen(_ moment: PastMoment) -> MessagePage {
        MessagePage(title: Words.notThenTitle, lead: Words.notThenLead(moment.words))
    }

    public func content(_ visit: Visit, _ site: Site) -> HTML {
        """
        <div class="message"><h1>\(visit(title))</h1><p class="lead">\(visit(lead))</p>
        <p><a href="\(link: visit.link(.home))">\(visit(Words.backHome))</a></p></div>
        """
    }
}
