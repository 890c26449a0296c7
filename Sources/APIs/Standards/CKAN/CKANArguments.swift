import Foundation

/// The arguments of an action: the parameters of the address, or what was posted, as JSON or as a form.
struct CKANArguments: Sendable {
    private var values: [String: JSON] = [:]

    /// No arguments.
    static let none = CKANArguments()

    private init() {}

    init(_ request: APIRequest) throws(CKANError) {
        for (name, value) in request.parameters { add(name, value) }
        guard request.method == .post,
            let first = request.body.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) })
        else { return }
        if Self.isForm(request, first) {
            addForm(String(decoding: request.body, as: UTF8.self))
            return
        }
        guard let document = JSON(reading: request.body) else {
            throw .badRequest("JSON Error: Error decoding JSON data.")
        }
        guard case .object(let members) = document else {
            throw .badRequest("JSON Error: Request data JSON decoded but it needs to be a dictionary.")
        }
        for member in members { values[member.name] = member.value }
    }

    /// Whether the body is a form: as it is said, or where nothing is. curl says so of everything that it was not told
    /// to call otherwise, so that what looks like JSON is JSON.
    private static func isForm(_ request: APIRequest, _ first: UInt8) -> Bool {
        let type = request.contentType.lowercased()
        guard type.isEmpty || type.hasPrefix("application/x-www-form-urlencoded") else { return false }
        let isJSON = [0x7B, 0x5B, 0x22, 0x2D].contains(first) || first &- 0x30 < 10
        let name = request.body.prefix { $0 != 0x3D }
        return !isJSON && !name.isEmpty && name.count < request.body.count && name.allSatisfy(isOfName)
    }

    /// The bytes of the names of arguments: `facet.field`, `all_fields`.
    private static func isOfName(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
            || [0x2E, 0x5F, 0x2D].contains(byte)
    }

    /// A name that comes twice has a list of values.
    private mutating func add(_ name: String, _ value: String) {
        switch values[name] {
        case nil: values[name] = .text(value)
        case .array(let items)?: values[name] = .array(items + [.text(value)])
        case let one?: values[name] = .array([one, .text(value)])
        }
    }

    private mutating func addForm(_ text: String) {
        for pair in text.split(separator: "&").prefix(1000) {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let decoded = parts.map { part in
                let spaced = part.split(separator: "+", omittingEmptySubsequences: false).joined(separator: " ")
                return spaced.removingPercentEncoding ?? spaced
            }
            add(decoded[0], decoded.count > 1 ? decoded[1] : "")
        }
    }

    // MARK: Reading

    /// An argument; nil where it is missing or null.
    subscript(name: String) -> JSON? {
        if case .null? = values[name] { return nil }
        return values[name]
    }

    /// A text; nil where it is missing.
    func text(_ name: String) throws(CKANError) -> String? {
        switch self[name] {
        case nil: return nil
        case .text(let text)?: return text
        case .integer(let number)?: return String(number)
        case .number(let number)?: return JSON.plain(number)
        case .boolean(let truth)?: return truth ? "true" : "false"
        case .array(let items)?:
            // The last one of several counts, as in a form.
            guard case .text(let text)? = items.last else { throw .validation([(name, "Must be a string")]) }
            return text
        default: throw .validation([(name, "Must be a string")])
        }
    }

    /// A text that must be there.
    func required(_ name: String) throws(CKANError) -> String {
        guard let text = try text(name), !text.isEmpty else { throw .validation([(name, "Missing value")]) }
        return text
    }

    /// A whole number; nil where it is missing or empty. Several are none.
    func whole(_ name: String) throws(CKANError) -> Int? {
        if case .array? = self[name] { throw .validation([(name, "Invalid integer")]) }
        guard let text = try text(name), !text.isEmpty else { return nil }
        guard let number = Int(clamping: text) else { throw .validation([(name, "Invalid integer")]) }
        return number
    }

    /// A whole number from zero, at most `greatest`.
    func count(_ name: String, usual: Int, greatest: Int = .max) throws(CKANError) -> Int {
        guard let number = try whole(name) else { return usual }
        guard number >= 0 else { throw .validation([(name, "Must be a natural number")]) }
        return min(number, greatest)
    }

    /// A truth value, in any of the ways that CKAN takes.
    func truth(_ name: String, usual: Bool = false) throws(CKANError) -> Bool {
        if case .array? = self[name] { throw .validation([(name, "Must be a boolean value")]) }
        guard let text = try text(name), !text.isEmpty else { return usual }
        switch text.lowercased() {
        case "true", "yes", "t", "y", "1", "on": return true
        case "false", "no", "f", "n", "0", "off": return false
        default: throw .validation([(name, "Must be a boolean value")])
        }
    }

    /// Several words: a list, a JSON list in a text, or words with commas between them.
    func words(_ name: String) throws(CKANError) -> [String]? {
        guard let value = self[name] else { return nil }
        if case .array(let items) = value { return try Self.words(items, name) }
        guard let text = try text(name), !text.isEmpty else { return nil }
        if text.hasPrefix("[") {
            guard case .array(let items)? = JSON(reading: Array(text.utf8)) else {
                throw .validation([(name, "Could not parse as valid JSON")])
            }
            return try Self.words(items, name)
        }
        return text.split(separator: ",").map { String($0).trimmingCharacters(in: .whitespaces) }
    }

    /// Several words where CKAN takes nothing but a list: one, or JSON of one in a text.
    func list(_ name: String) throws(CKANError) -> [String]? {
        if case .text(let text)? = self[name], !text.isEmpty, !text.hasPrefix("[") {
            throw .validation([(name, "Could not parse as valid JSON")])
        }
        return try words(name)
    }

    private static func words(_ items: [JSON], _ name: String) throws(CKANError) -> [String] {
        var words: [String] = []
        for item in items {
            guard case .text(let text) = item else { throw .validation([(name, "Must be a list of strings")]) }
            words.append(text)
        }
        return words
    }

    /// An object, or a JSON object in a text.
    func object(_ name: String) throws(CKANError) -> [JSON.Member]? {
        switch self[name] {
        case nil: return nil
        case .object(let members)?: return members
        case .text(let text)?:
            if text.isEmpty { return nil }
            guard case .object(let members)? = JSON(reading: Array(text.utf8)) else {
                throw .validation([(name, "Cannot parse JSON")])
            }
            return members
        default: throw .validation([(name, "Not a dict")])
        }
    }
}
