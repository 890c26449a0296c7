#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The name of an element without its prefix: which prefix a program chooses says nothing (`row`, `x:row`).
struct XMLName {
    private let start: UnsafePointer<CChar>
    private let count: Int

    init(_ qualified: UnsafePointer<CChar>) {
        var start = qualified
        var end = qualified
        while end.pointee != 0 {
            if end.pointee == 0x3A { start = end + 1 }
            end += 1
        }
        self.start = start
        count = end - start
    }

    /// Whether this is the given name. Lets a name be used in `switch`.
    static func ~= (expected: StaticString, name: XMLName) -> Bool {
        expected.utf8CodeUnitCount == name.count && memcmp(expected.utf8Start, name.start, name.count) == 0
    }
}

/// An element that opens: its name and its attributes, valid until the reader returns.
struct XMLElement {
    let name: XMLName
    private let attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>

    init(name: XMLName, attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
        self.name = name
        self.attributes = attributes
    }

    /// Calls `body` with the full name and the value of each attribute, in their order.
    @inline(__always)
    func forEachAttribute(_ body: (UnsafePointer<CChar>, UnsafePointer<CChar>) -> Void) {
        var pair = attributes
        while let name = pair[0], let value = pair[1] {
            body(name, value)
            pair += 2
        }
    }

    /// The value of an attribute, by its name without prefix.
    subscript(name: StaticString) -> String? {
        find { name ~= XMLName($0) }
    }

    /// The value of an attribute, by its name with prefix.
    func qualified(_ name: StaticString) -> String? {
        find { strcmp(UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self), $0) == 0 }
    }

    /// The value of an attribute that counts or numbers something.
    func integer(_ name: StaticString) -> Int? {
        self[name].flatMap { Int($0) }
    }

    /// Whether an attribute says yes.
    func flag(_ name: StaticString) -> Bool {
        self[name].map { $0 == "1" || $0 == "true" } ?? false
    }

    private func find(_ matches: (UnsafePointer<CChar>) -> Bool) -> String? {
        var found: String?
        forEachAttribute { name, value in
            if found == nil, matches(name) { found = String(cString: value) }
        }
        return found
    }
}
