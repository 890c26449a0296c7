import Tables

// Rows and cells as all programs write them: `<row r="2"><c r="A2" s="1" t="s"><v>12</v></c></row>`. Whatever else
// XML allows is left to expat, item by item.
extension SheetCells {
    /// Reads as many rows and cells as are whole and plain. True where the rows are over.
    mutating func readPlain(_ xml: inout PlainXML) throws(UnreadableFile) -> Bool {
        while true {
            xml.skipBlanks()
            let item = xml.place
            guard xml[0] == 0x3C else { return false }
            if isInRow {
                if xml[1] == 0x63 {
                    if try readCell(&xml) { continue }
                } else if xml.skip("</row>") {
                    isInRow = false
                    continue
                }
            } else {
                if xml.skip("<row") {
                    if try readRow(&xml) { continue }
                } else if xml.skip("</sheetData>") {
                    xml.place = item
                    return true
                }
            }
            xml.place = item
            return false
        }
    }

    private mutating func readRow(_ xml: inout PlainXML) throws(UnreadableFile) -> Bool {
        var number: Int?
        var isHidden = false
        let tag = xml.readAttributes { name, value in
            switch name.count {
            case 1 where name[0] == UInt8(ascii: "r"):
                number = value.wholeNumber
                return number != nil
            case 2 where name.elementsEqual("ht".utf8):
                isHidden = isHidden || Double(String(decoding: value, as: UTF8.self)) == 0
            case 6 where name.elementsEqual("hidden".utf8):
                isHidden = isHidden || value.elementsEqual("1".utf8) || value.elementsEqual("true".utf8)
            default: return !Self.endsLikeRowAttribute(name)
            }
            return true
        }
        guard tag.isRead else { return false }
        try openRow(number, isHidden: isHidden)
        isInRow = !tag.isEmpty
        return true
    }

    /// A prefix changes nothing to the meaning of an attribute; expat reads those.
    private static func endsLikeRowAttribute(_ name: UnsafeRawBufferPointer) -> Bool {
        guard let colon = name.lastIndex(of: 0x3A) else { return false }
        let rest = name[(colon + 1)...]
        return ["r", "ht", "hidden"].contains { rest.elementsEqual($0.utf8) }
    }

    /// Reads a cell, from its `<c`; false if it is not whole or not plain, and then nothing has changed.
    @inline(__always)
    private mutating func readCell(_ xml: inout PlainXML) throws(UnreadableFile) -> Bool {
        xml.place &+= 2
        guard let (tag, isEmpty) = CellTag.read(from: &xml) else { return false }
        var content = PlainXML.Content.here(UnsafeRawBufferPointer(start: nil, count: 0))
        var hasValue = false
        var hasFormula = false
        while !isEmpty {
            xml.skipBlanks()
            guard xml[0] == 0x3C else { return false }
            let isRead: Bool
            switch xml[1] {
            case UInt8(ascii: "v"):
                guard !hasValue, tag.type != .inline else { return false }
                isRead = Self.readElement(&xml, "<v", "</v>", into: &content)
                hasValue = true
            case UInt8(ascii: "f"):
                var formula = content
                isRead = Self.readElement(&xml, "<f", "</f>", into: &formula)
                hasFormula = true
            case UInt8(ascii: "i"):
                guard !hasValue, tag.type == .inline, xml.skip("<is>") else { return false }
                isRead = Self.readElement(&xml, "<t", "</t>", into: &content) && xml.skip("</is>")
                hasValue = true
            default:
                guard xml.skip("</c>") else { return false }
                try add(tag, content, hasValue: hasValue, hasFormula: hasFormula)
                return true
            }
            guard isRead else { return false }
        }
        try open(tag)
        return true
    }

    private mutating func add(
        _ tag: CellTag, _ content: PlainXML.Content, hasValue: Bool, hasFormula: Bool
    ) throws(UnreadableFile) {
        try open(tag)
        switch content {
        case .here(let bytes): try close(tag, content: bytes, hasValue: hasValue, hasFormula: hasFormula)
        case .rewritten(let text):
            try text.withUnsafeBufferPointer { (bytes) throws(UnreadableFile) in
                try close(tag, content: UnsafeRawBufferPointer(bytes), hasValue: hasValue, hasFormula: hasFormula)
            }
        }
    }

    /// Reads an element that holds only text.
    @inline(__always)
    private static func readElement(
        _ xml: inout PlainXML, _ open: StaticString, _ close: StaticString, into content: inout PlainXML.Content
    ) -> Bool {
        guard xml.skip(open) else { return false }
        if xml[0] == 0x3E {
            xml.place &+= 1
        } else {
            let tag = xml.skipAttributes()
            guard tag.isRead else { return false }
            if tag.isEmpty { return true }
        }
        guard let text = xml.readText() else { return false }
        content = text
        return xml.skip(close)
    }
}

extension CellTag {
    /// Reads the tag of a cell, from behind its name, and whether it has no content.
    @inline(__always)
    static func read(from xml: inout PlainXML) -> (tag: CellTag, isEmpty: Bool)? {
        var tag = CellTag()
        while xml[0] == 0x20, xml[2] == 0x3D, xml[3] == 0x22 {
            let name = xml[1]
            xml.place &+= 4
            switch name {
            case UInt8(ascii: "r"): guard tag.readAddress(&xml) else { return nil }
            case UInt8(ascii: "s"):
                guard let style = xml.readDigits() else { return nil }
                tag.style = style
            case UInt8(ascii: "t"):
                tag.type = Self.content(xml[0], xml[1] == 0x22 ? 0 : xml[1])
                while xml[0] &- 0x61 < 26 || xml[0] &- 0x41 < 26 { xml.place &+= 1 }
            default: return nil
            }
            guard xml[0] == 0x22 else { return nil }
            xml.place &+= 1
        }
        if xml[0] == 0x3E {
            xml.place &+= 1
            return (tag, false)
        }
        // What else a tag may say does not matter here.
        let rest = xml.readAttributes { name, _ in name.count > 1 }
        return rest.isRead ? (tag, rest.isEmpty) : nil
    }

    @inline(__always)
    private mutating func readAddress(_ xml: inout PlainXML) -> Bool {
        var letters = 0
        let start = xml.place
        while (xml[0] | 0x20) &- 0x61 < 26 {
            letters = letters &* 26 &+ Int((xml[0] | 0x20) &- 0x60)
            xml.place &+= 1
        }
        guard xml.place > start, xml.place < start &+ 4, let number = xml.readDigits(), number > 0 else { return false }
        column = letters - 1
        row = number
        return true
    }
}

extension PlainXML {
    /// Reads a whole number of at most nine digits.
    @inline(__always)
    mutating func readDigits() -> Int? {
        let start = place
        var number = 0
        while self[0] &- 0x30 <= 9 {
            number = number &* 10 &+ Int(self[0] &- 0x30)
            place &+= 1
        }
        return place > start && place < start &+ 10 ? number : nil
    }
}
