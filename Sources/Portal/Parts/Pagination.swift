import Markup
import Texts

/// The way from one page of a list to another.
struct Pagination {
    let listing: Listing
    let visit: Visit

    var html: HTML? {
        guard listing.pageCount > 1 else { return nil }
        let numbers = shown.map(item)
        return """
            <nav class="pages" aria-label="\(visit(Words.pages))"><ul>
            \(step(to: listing.number - 1, Words.previous, "←"))
            \(numbers)
            \(step(to: listing.number + 1, Words.next, "→"))
            </ul></nav>
            """
    }

    /// The first, the last and those around this one; nil where some are left out.
    private var shown: [Int?] {
        let near = (1...listing.pageCount).filter {
            $0 == 1 || $0 == listing.pageCount || abs($0 - listing.number) <= 1
        }
        return near.enumerated().flatMap { place, number -> [Int?] in
            place > 0 && near[place - 1] < number - 1 ? [nil, number] : [number]
        }
    }

    private func item(_ number: Int?) -> HTML {
        guard let number else { return "<li aria-hidden=\"true\">…</li>" }
        let current: HTML = number == listing.number ? " aria-current=\"page\"" : ""
        return """
            <li><a href="\(link: address(number))"\(current) aria-label="\(visit(Words.pageNumber(number)))">\(number)</a></li>
            """
    }

    private func step(to number: Int, _ name: Text, _ sign: String) -> HTML? {
        guard (1...listing.pageCount).contains(number) else { return nil }
        return """
            <li><a href="\(link: address(number))" aria-label="\(visit(name))"><span aria-hidden="true">\(sign)</span></a></li>
            """
    }

    private func address(_ number: Int) -> String {
        visit.here(["page": number == 1 ? "" : String(number)]) + "#liste"
    }
}
