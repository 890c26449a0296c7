import Spelling

/// Addresses of the web as people write them: without a scheme, with slips, with words around them.
struct WrittenWebAddress {
    /// The addresses, with their scheme.
    let addresses: [String]
    /// Whether there is only one, and nothing in it is left to choose.
    let isOne: Bool
    /// Whether nothing but marks was put right.
    let isSure: Bool

    init?(_ text: String) {
        let begun = SpacedMark.scheme.replaced(in: text, by: "")
        let closed = SpacedMark.slash.replaced(in: SpacedMark.point.replaced(in: begun, by: "."), by: "/")
        let line = Self.unwrapped(closed)
        if let whole = Self.whole(line) {
            (addresses, isOne, isSure) = ([whole.address], true, whole.isSure && closed == begun)
            return
        }
        let words = line.split { $0.isWhitespace || ";|<>\"".contains($0) }.map(String.init)
        let found = words.compactMap { Self.whole(Self.unwrapped($0)) }
        guard !found.isEmpty else { return nil }
        // A page whose name has spaces in it, or a remark behind the address: there is no telling.
        let isFollowed = found.count == 1 && words.count > 1 && Self.whole(Self.unwrapped(words[0])) != nil
        if isFollowed {
            let path = found[0].address + line.dropFirst(words[0].count).replacing(" ", with: "%20")
            (addresses, isOne, isSure) = ([path], false, false)
        } else {
            (addresses, isOne, isSure) = (found.map(\.address), found.count == 1, false)
        }
    }

    /// An address without the marks of a sentence behind it.
    static func withoutEnd(_ text: String) -> String {
        var text = text[...]
        while let last = text.last, ".,;:»>\"'”’".contains(last) { text.removeLast() }
        if text.last == ")", !text.contains("(") { text.removeLast() }
        return String(text)
    }

    /// Without the quotes and brackets around it.
    private static func unwrapped(_ text: String) -> String {
        var text = text.withoutOuterSpace[...]
        while let first = text.first, "<«\"“‘'([".contains(first) || first.isWhitespace { text.removeFirst() }
        return withoutEnd(String(text).withoutOuterSpace).withoutOuterSpace
    }

    /// White space beside a mark of an address, before its path begins, is none of it.
    private struct SpacedMark {
        let shape: Shape<(Substring, Substring, Substring)>
        func replaced(in text: String, by mark: String) -> String {
            guard let match = shape.wholeMatch(in: text), mark != "/" || whole(String(match.2)) == nil else {
                return text
            }
            return match.1 + mark + match.2
        }
        /// `https : // bron.fr`.
        static let scheme = SpacedMark(shape: Shape(/(?i)(https?\s*[:;]?\s*[\/\\]{1,3})\s+(\S.*)/))
        /// `https://www. bron.fr`, `www .bron.fr`.
        static let point = SpacedMark(shape: Shape(/(?i)((?:https?:\/\/)?www)(?:\s*\.\s+|\s+\.\s*)(\S+)/))
        /// `https://bron.fr /parcs`.
        static let slash = SpacedMark(shape: Shape(/(\S+\.[A-Za-z]{2,})(?:\s+\/\s*|\/\s+)(\S+)/))
    }

    private static func whole(_ text: String) -> (address: String, isSure: Bool)? {
        guard !text.contains("@") || text.contains("/") else { return nil }
        if let match = doubled.wholeMatch(in: text), !match.1.contains(where: \.isWhitespace) {
            return whole(String(match.1))
        }
        if let match = schemed.wholeMatch(in: text), let scheme = scheme(match.1) {
            guard let host = host(match.2) else { return nil }
            // Where one letter fell out of the scheme, another may have: only https is sure to be whole.
            return ("\(scheme.word)://\(host.text)", scheme.isExact && scheme.word == "https" && host.isWhole)
        }
        let bare = text.drop { ":/".contains($0) }
        guard let host = host(bare), isName(host.text) else { return nil }
        return ("https://" + host.text, false)
    }

    private static let doubled = Shape(/(?i)https?\s?:?\s?\/{1,2}\s?(https?\s?:?\s?\/{1,3}.+)/)
    private static let schemed = Shape(/([A-Za-z]{3,7})\s?(?:[:;.,]?\s?[\/\\]{1,3}|:)\s?([^\s\/\\].*)/)

    /// `http` or `https`, with a letter wrong or missing.
    private static func scheme(_ typed: Substring) -> (word: String, isExact: Bool)? {
        let word = typed.lowercased()
        if word == "http" || word == "https" { return (word, true) }
        guard word.utf8.count >= 3, word.contains("t") || word.contains("h"), word.contains("p") else { return nil }
        let near = ["https", "http"].filter { editDistance(word, $0, limit: 1) != nil }
        if near.isEmpty {
            // Two letters swapped and one lost are still the same word.
            guard word.allSatisfy({ "htps".contains($0) }), word.utf8.count >= 4 else { return nil }
            return (word.hasSuffix("s") ? "https" : "http", false)
        }
        return ((near.count == 2 ? (word.hasSuffix("s") ? "https" : "http") : near[0]), false)
    }

    /// The host and its path, commas in the host read as points.
    private static func host(_ text: Substring) -> (text: String, isWhole: Bool)? {
        guard !text.contains(where: \.isWhitespace) else { return nil }
        let end = text.firstIndex { "/?#".contains($0) } ?? text.endIndex
        var host = String(text[..<end])
        let typed = host
        host = host.replacing(",", with: ".").replacing("..", with: ".")
        if let match = wrongW.prefixMatch(in: host) { host = "www." + host.dropFirst(match.0.count) }
        guard named.fits(host) else { return nil }
        return (host + text[end...], host == typed)
    }

    private static let wrongW = Shape(/(?i)(?:ww|wwww|w{5}|vvv|wvw|wwv)\./)
    private static let named = Shape(/(?:[A-Za-zÀ-ÿ0-9_\-]+\.)+[A-Za-z]{2,}(?::[0-9]{2,5})?\.?/)

    /// A name of the web without a scheme: it begins with www, or ends as names in France do.
    private static func isName(_ text: String) -> Bool {
        let host = text.prefix { !"/?#:".contains($0) }.lowercased()
        guard let ending = host.split(separator: ".").last else { return false }
        return host.hasPrefix("www.") || endings.contains(String(ending))
    }

    private static let endings: Set<String> = [
        "fr", "com", "org", "net", "eu", "info", "be", "ch", "lu", "alsace", "bzh", "corsica", "paris", "re", "gp",
        "mq", "gf", "yt", "nc", "pf", "coop", "asso", "museum", "io", "city", "tel", "gouv", "app", "events",
    ]
}
