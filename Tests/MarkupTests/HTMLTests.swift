import Markup
import Testing

@Suite struct HTMLTests {
    @Test func dataNeverBecomesMarkup() {
        let data = #"<b onclick="x">O'Neil & fils"# + "\0"
        let page: HTML = "<p>\(data)</p>"
        #expect(page.text == "<p>&lt;b onclick=&quot;x&quot;&gt;O&#39;Neil &amp; fils\u{FFFD}</p>")
    }

    @Test(arguments: ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "//x\u{0}", "vbscript:x"])
    func aScriptIsNoAddress(_ address: String) {
        let link: HTML = "<a href=\"\(link: address)\">"
        #expect(link.text == (address.hasPrefix("/") ? "<a href=\"//x\u{FFFD}\">" : "<a href=\"#\">"))
    }

    @Test(arguments: ["/objets/x?a=1", "https://example.org/", "mailto:a@b.fr", "tel:+33478424242", "#haut"])
    func pagesAndMailAreAddresses(_ address: String) {
        #expect(("\(link: address)" as HTML).text == address)
    }

    @Test func aScriptIsNotEndedByItsData() {
        let page: HTML = "<script>\(script: #"{"a":"</script><!-- & "# + "\u{2028}\"}")</script>"
        #expect(page.text == #"<script>{"a":"\u003c/script\u003e\u003c!-- \u0026 \u2028"}</script>"#)
    }

    @Test func piecesAreJoined() {
        let pieces: [HTML] = ["<i>\("<")</i>", "b", .empty]
        #expect(pieces.joined(by: ", ").text == "<i>&lt;</i>, b, ")
        #expect(("<p>\(pieces)\(nil as HTML?)\(3)</p>" as HTML).text == "<p><i>&lt;</i>b3</p>")
    }
}
