import Crypto
import Foundation

/// What only one side knows.
enum Secret {
    /// Signs that nobody can guess, in Crockford's base 32.
    static func random(signs: Int) -> String {
        var source = SystemRandomNumberGenerator()
        return String((0..<signs).map { _ in alphabet[Int.random(in: 0..<32, using: &source)] })
    }

    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

    /// SHA-256, in hexadecimal. A secret of 200 random bits needs no salt and no slow hash.
    static func digest(_ secret: String) -> String { hexadecimal(SHA256.hash(data: Data(secret.utf8))) }

    /// HMAC-SHA-256 of a message, in hexadecimal.
    static func signature(of message: [UInt8], with secret: String) -> String {
        hexadecimal(HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: Data(secret.utf8))))
    }

    private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }
}
