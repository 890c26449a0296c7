import Hummingbird

/// The address that a visitor used, if it can be one.
enum Origin {
    /// `http://host`, or nothing where the request names no host that could be one.
    static func of(_ request: Request) -> String {
        let host = request.head.authority ?? ""
        let isHost =
            !host.isEmpty
            && host.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || ".-:[]".utf8.contains(byte)
            }
        return isHost ? "http://\(host)" : ""
    }
}
