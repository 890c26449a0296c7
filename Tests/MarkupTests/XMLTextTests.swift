import Markup
import Testing

@Suite struct XMLTextTests {
    @Test func signsAndLineEndsAreKept() {
        #expect(XMLText.escaped("a<b>&\"c\"'\t\r\nÉ") == "a&lt;b&gt;&amp;&quot;c&quot;'\t&#13;\nÉ")
        #expect(XMLText.attribute("\"\t\r\n") == "&quot;&#9;&#13;&#10;")
    }

    @Test func whatXMLCannotHoldIsLeftOut() {
        #expect(XMLText.escaped("a\u{0}b\u{1F}c\u{FFFE}d\u{FFFF}e") == "abcde")
        #expect(XMLText.allowed("a\u{0}b\n\u{FFFF}c") == "ab\nc")
    }

    @Test func charactersThatEndLikeTheForbiddenOnesStay() {
        let text = "\u{BE}\u{BF}\u{3F}\u{FFFD}\u{FFBF}\u{1F37F}ｾ"
        #expect(XMLText.escaped(text) == text)
    }
}
