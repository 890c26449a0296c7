import Foundation

/// A page of the portal, rewritten so that it stands as a file: its links lead from folder to folder, and what only a
/// server answers is gone.
struct StaticPage {
    /// The bytes of the file.
    private(set) var bytes: [UInt8] = []
    /// What else of the portal the page leads to, as the portal is asked for it; some more than once.
    private(set) var links: [String] = []
    private let own: StaticAddress
    private let home: StaticHome

    init(_ data: Data, at own: StaticAddress, _ home: StaticHome) {
        self.own = own
        self.home = home
        let source = Array(data)
        bytes.reserveCapacity(source.count)
        source.withUnsafeBufferPointer { rewrite($0) }
    }

    /// The beginnings of what is looked at, each by its first byte.
    private enum Sign {
        static let form = Array("<form ".utf8)
        static let formEnd = Array("</form>".utf8)
        static let data = Array("<script type=\"application/ld+json\">".utf8)
        static let script = Array("</script>".utf8)
        static let links = ["href=\"", "src=\""].map { Array($0.utf8) }
    }

    /// One pass: pages with a map have thousands of links.
    private mutating func rewrite(_ source: UnsafeBufferPointer<UInt8>) {
        var (place, isData) = (0, false)
        let address = Array(home.address.utf8) + [0x2F]
        while place < source.count {
            if source[place] == 0x3C {
                if source.holds(Sign.form, at: place) {
                    place = source.end(of: Sign.formEnd, after: place)
                    continue
                }
                if source.holds(Sign.data, at: place) { isData = true }
                if source.holds(Sign.script, at: place) { isData = false }
            } else if source[place] == 0x20, let begin = Sign.links.first(where: { source.holds($0, at: place + 1) }) {
                bytes += [0x20] + begin
                place += 1 + begin.count
                let end = source[place...].firstIndex(of: 0x22) ?? source.count
                write(String(decoding: source[place..<end], as: UTF8.self))
                place = end
                continue
            } else if isData, !home.isKnown, source.holds(address, at: place) {
                bytes += own.wayUp.utf8
                place += address.count
                continue
            }
            bytes.append(source[place])
            place += 1
        }
    }

    /// Writes the target of a link, seen from the page.
    private mutating func write(_ link: String) {
        var link = link
        if !home.isKnown, link.hasPrefix(home.address + "/") { link.removeFirst(home.address.count) }
        guard link.hasPrefix("/"), !link.hasPrefix("//") else {
            bytes += link.utf8
            return
        }
        let target = StaticAddress(link)
        if let target { links.append(target.asked) }
        let fragment = link.firstIndex(of: "#").map { String(link[$0...]) } ?? ""
        let path = target.map { $0.file + fragment } ?? link
        bytes += (own.wayUp + path.dropFirst()).utf8
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func holds(_ word: [UInt8], at place: Int) -> Bool {
        guard place + word.count <= count else { return false }
        for (offset, byte) in word.enumerated() where self[place + offset] != byte { return false }
        return true
    }

    /// The place after the next occurrence of a word; the end where there is none.
    fileprivate func end(of word: [UInt8], after place: Int) -> Int {
        var next = place
        while next < count, !holds(word, at: next) { next += 1 }
        return Swift.min(next + word.count, count)
    }
}
