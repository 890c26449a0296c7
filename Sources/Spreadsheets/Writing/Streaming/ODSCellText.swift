import Markup

/// The cells of an ODS file: typed, and nothing of a text lost to XML.
enum ODSCellText {
    /// Adds a cell.
    static func write(_ value: UnsafeBufferPointer<UInt8>, isNumeric: Bool, to bytes: inout [UInt8]) {
        if value.isEmpty {
            bytes.write("<table:table-cell/>")
        } else if isNumeric, isSpreadsheetNumber(value) {
            bytes.write("<table:table-cell office:value-type=\"float\" office:value=\"")
            bytes.append(contentsOf: value)
            bytes.write("\"><text:p>")
            bytes.append(contentsOf: value)
            bytes.write("</text:p></table:table-cell>")
        } else {
            bytes.write("<table:table-cell office:value-type=\"string\">")
            write(paragraphs: value, to: &bytes)
            bytes.write("</table:table-cell>")
        }
    }

    /// A text as paragraphs: one for each line, with what XML would take away said in elements.
    static func write(paragraphs value: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        bytes.write("<text:p>")
        if value.isOnlySpacedPlainly {
            XMLText.write(value, to: &bytes)
        } else {
            var spaces = 0
            var isAtStart = true
            for scalar in String(decoding: value, as: UTF8.self).replacing("\r\n", with: "\n").unicodeScalars {
                if scalar == " " {
                    spaces += 1
                    continue
                }
                write(spaces: spaces, isAtEdge: isAtStart || scalar == "\n", to: &bytes)
                spaces = 0
                isAtStart = scalar == "\n" || scalar == "\r"
                switch scalar {
                case "\n", "\r": bytes.write("</text:p><text:p>")
                case "\t": bytes.write("<text:tab/>")
                default: if isXMLCharacter(scalar) { XMLText.write(scalar.utf8, to: &bytes) }
                }
            }
            write(spaces: spaces, isAtEdge: true, to: &bytes)
        }
        bytes.write("</text:p>")
    }

    /// One space between words stands for itself.
    private static func write(spaces: Int, isAtEdge: Bool, to bytes: inout [UInt8]) {
        guard spaces > 0 else { return }
        if !isAtEdge { bytes.append(0x20) }
        let more = isAtEdge ? spaces : spaces - 1
        guard more > 0 else { return }
        bytes.write("<text:s text:c=\"")
        bytes.write(more)
        bytes.write("\"/>")
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether spaces stand alone and between words, and nothing else in the text needs care.
    fileprivate var isOnlySpacedPlainly: Bool {
        var last: UInt8 = 0x20
        for byte in self {
            if byte < 0x20 || byte == 0xEF || (byte == 0x20 && last == 0x20) { return false }
            last = byte
        }
        return last != 0x20
    }
}
