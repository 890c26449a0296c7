import Markup
import Tables

/// The elements of a small part and their places in its bytes, so that it can be changed without being rewritten.
struct XMLOutline {
    struct Attribute: Hashable {
        var name: String
        var value: String
    }

    struct Element {
        /// As written, with its prefix.
        var name: String
        var attributes: [Attribute]
        var parent: Int?
        /// The place of the opening tag.
        var tag: Range<Int>
        /// Where the closing tag begins; the end of the opening tag where that closes itself.
        var contentEnd: Int
        /// Where the element ends.
        var end: Int
        var closesItself: Bool

        /// The name without its prefix.
        var local: Substring { name.firstIndex(of: ":").map { name[name.index(after: $0)...] } ?? name[...] }

        /// The value of the attribute of this name, without regard to prefixes where `prefixed`.
        func value(_ attribute: String, prefixed: Bool = false) -> String? {
            attributes.first {
                prefixed ? $0.name.hasSuffix(":" + attribute) : $0.name == attribute
            }?.value
        }
    }

    let bytes: [UInt8]
    private(set) var elements: [Element] = []

    init(_ bytes: [UInt8]) throws(UnreadableFile) {
        let visitor = Visitor()
        try bytes.withUnsafeBufferPointer { (buffer) throws(UnreadableFile) in try scanXML(buffer, visitor) }
        guard !visitor.elements.isEmpty else { throw damagedWorkbook }
        self.bytes = bytes
        elements = visitor.elements
    }

    var root: Element { elements[0] }
    /// The prefix of the root with its colon, or nothing.
    var prefix: String { Spreadsheets.prefix(of: root.name) }

    /// The places of the elements of a name, anywhere.
    func all(_ local: String) -> [Int] { elements.indices.filter { elements[$0].local == local } }

    func first(_ local: String) -> Int? { elements.firstIndex { $0.local == local } }

    func children(of parent: Int) -> [Int] { elements.indices.filter { elements[$0].parent == parent } }

    /// What stands between the tags, as it is written.
    func content(of place: Int) -> String {
        let element = elements[place]
        return String(
            decoding: bytes[element.tag.upperBound..<max(element.tag.upperBound, element.contentEnd)], as: UTF8.self)
    }

    /// The opening tag with other attributes. `selfClosing` keeps it closed.
    static func tag(_ name: String, _ attributes: [Attribute], selfClosing: Bool) -> String {
        "<" + name + attributes.map { " \($0.name)=\"\(XMLText.attribute($0.value))\"" }.joined()
            + (selfClosing ? "/>" : ">")
    }

    /// The splice that adds content at the end of an element, opening it where it closes itself, and sets attributes.
    func appending(_ content: String, to place: Int, setting attributes: [String: String] = [:]) -> [Splice] {
        let element = elements[place]
        guard element.closesItself || !attributes.isEmpty else {
            return [Splice(element.contentEnd..<element.contentEnd, content)]
        }
        var changed = element.attributes
        for (name, value) in attributes {
            if let known = changed.firstIndex(where: { $0.name == name }) {
                changed[known].value = value
            } else {
                changed.append(Attribute(name: name, value: value))
            }
        }
        let opening = Self.tag(element.name, changed, selfClosing: false)
        if element.closesItself { return [Splice(element.tag, opening + content + "</\(element.name)>")] }
        return [Splice(element.tag, opening), Splice(element.contentEnd..<element.contentEnd, content)]
    }

    private final class Visitor: XMLVisitor {
        var elements: [Element] = []
        var stack: [Int] = []

        func open(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes, tag: Range<Int>) {
            elements.append(
                Element(
                    name: String(cString: name), attributes: list(attributes), parent: stack.last, tag: tag,
                    contentEnd: tag.upperBound, end: tag.upperBound, closesItself: false))
            stack.append(elements.count - 1)
        }

        func close(_ name: UnsafePointer<CChar>, tag: Range<Int>) {
            let place = stack.removeLast()
            elements[place].closesItself = tag.isEmpty
            guard !tag.isEmpty else { return }
            elements[place].contentEnd = tag.lowerBound
            elements[place].end = tag.upperBound
        }
    }
}
