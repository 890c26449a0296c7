import Foundation

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

/// Text as XML writes it, within an element or an attribute.
func escaped(_ words: String) -> String {
    var written = ""
    for scalar in words.unicodeScalars {
        switch scalar {
        case "&": written += "&amp;"
        case "<": written += "&lt;"
        case ">": written += "&gt;"
        case "\"": written += "&quot;"
        case "\r": written += "&#13;"
        default: written.unicodeScalars.append(scalar)
        }
    }
    return written
}

/// An attribute value: line ends would become spaces.
func escapedAttribute(_ words: String) -> String {
    escaped(words).replacingOccurrences(of: "\n", with: "&#10;").replacingOccurrences(of: "\t", with: "&#9;")
}

/// The text of a cell as XML writes it.
func escapedCell(_ words: String) -> String { escaped(escapingCodes(cellText(words))) }
