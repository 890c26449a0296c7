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

    public func content(_ visit: Visit, _ site: Site) -> HTML {
        """
        <div class="message"><h1>\(visit(title))</h1><p class="lead">\(visit(lead))</p>
        <p><a href="\(link: visit.link(.home))">\(visit(Words.backHome))</a></p></div>
        """
    }
}
