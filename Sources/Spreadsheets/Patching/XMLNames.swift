import Foundation
import Markup

/// The prefix with its colon, or nothing: `x:row → x:`.
func prefix(of name: String) -> String {
    name.firstIndex(of: ":").map { String(name[...$0]) } ?? ""
}

/// The value of an attribute that has no prefix.
func attribute(_ name: StaticString, of attributes: XMLAttributes) -> UnsafePointer<CChar>? {
    var place = 0
    while let key = attributes[place] {
        let isFound = strcmp(key, UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
        if isFound { return attributes[place + 1] }
        place += 2
    }
    return nil
}

/// All attributes, in their order.
func list(_ attributes: XMLAttributes) -> [XMLOutline.Attribute] {
    var list: [XMLOutline.Attribute] = []
    var place = 0
    while let name = attributes[place], let value = attributes[place + 1] {
        list.append(.init(name: String(cString: name), value: String(cString: value)))
        place += 2
    }
    return list
}

/// The text of a cell as XML writes it.
func escapedCell(_ words: String) -> String { XMLText.escaped(escapingCodes(cellText(words))) }
