import Spelling
import Texts

extension Detector {
    /// A password, a door code or a key for programs.
    static let secret = Detector(
        "secret",
        Text(fr: "mots de passe, codes d'accès ou clés", en: "passwords, door codes or keys"),
        held: [
            "digicode 1234A", "Code portail : 2580", "mot de passe = Bron69!", "code d'accès : 45B12", "mdp: azerty1",
            "https://agent:secret@ville.fr/photo.jpg", "https://ville.fr/f?token=a1b2c3d4e5f6",
            "AKIAIOSFODNN7EXAMPLE", "clé wifi : 8F3A77B1", "alarme code 9876",
        ],
        innocent: [
            "code postal 69500", "accès par digicode", "mot de passe à demander en mairie",
            "https://ville.fr/page?id=123", "code INSEE 69029", "portail 2", "code d'accès à demander",
        ],
        finds: { value in
            value.holds(oneOf: words) && keyed.firstMatch(in: value) != nil
                || value.utf8.count >= 16 && value.holds(oneOf: marks)
                    && shapes.contains { $0.firstMatch(in: value) != nil }
        })

    private static let words = ["code", "passe", "passw", "pwd", "mdp", "wi"].map { Array($0.utf8) }
    private static let marks = ["://", "akia", "gh", "sk-", "eyj", "private"].map { Array($0.utf8) }

    /// Words that announce a secret, then something with a digit in it.
    private static let keyed = Shape(
        /(?i)\b(?:digicode|mots?\s+de\s+passe|mdp|password|pwd|cl[ée]\s+wi-?fi|code\s+(?:d['’]\s*acc[èe]s|wi-?fi|portail|porte|portillon|alarme|entr[ée]e)|alarme\s+code)[\s:=\x{A0}]*(?=\S*\d)[\p{L}\d!@#$%*?\-_]{4,}/
    )

    private static let shapes = [
        Shape(/https?:\/\/[^\/\s:@]+:[^\/\s@]+@/),
        Shape(/(?i)[?&](?:token|api_?key|access_token|signature|sig|password|pwd|secret)=[^&\s]{6,}/),
        Shape(/AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|sk-[A-Za-z0-9_\-]{20,}/),
        Shape(/eyJ[A-Za-z0-9_\-]{10,}\.[A-Za-z0-9_\-]{10,}\.[A-Za-z0-9_\-]{5,}/),
        Shape(/-----BEGIN [A-Z ]*PRIVATE KEY/),
    ]
}
