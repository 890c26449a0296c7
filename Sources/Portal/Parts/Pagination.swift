import Markup
import Texts

/// The way from one page of a list to another.
struct Pagination {
    /// The number of the page, from 1.
    let number: Int
    let pageCount: Int
    let visit: Visit
    /// Where the list stands on the page.
    var anchor = ""

    var html: HTML? {
        guard pageCount > 1 else { return nil }
        let numbers = shown.map(item)
        return """
            <nav class="pages" aria-label="\(visit(Words.pages))"><ul>
            \(step(to: number - 1, Words.previous, "←"))
            \(numbers)
            \(step(to: number + 1, Words.next, "→"))
            </ul></nav>
            """
    }

    /// The first, the last and those around this one; nil where some are left out.
    private var shown: [Int?] {
        let near = (1...pageCount).filter { $0 == 1 || $0 == pageCount || abs($0 - number) <= 1 }
        return near.enumerated().flatMap { place, item -> [Int?] in
            place > 0 && near[place - 1] < item - 1 ? [nil, item] : [item]
        }
    }

    private func item(_ item: Int?) -> HTML {
        guard let item else { return "<li aria-hidden=\"true\">…</li>" }
        let current: HTML = item == number ? " aria-current=\"page\"" : ""
        return """
            <li><a href="\(link: address(item))"\(current) aria-label="\(visit(Words.pageNumber(item)))">\(item)</a></li>
            """
    }

    private func step(to number: Int, _ name: Text, _ sign: String) -> HTML? {
        guard (1...pageCount).contains(number) else { return nil }
        return """
            <li><a href="\(link: address(number))" aria-label="\(visit(name))"><span aria-hidden="true">\(sign)</span></a></li>
            """
    }

    private func address(_ number: Int) -> String {
        visit.here(["page": number == 1 ? "" : String(number)]) + anchor
    }
}
