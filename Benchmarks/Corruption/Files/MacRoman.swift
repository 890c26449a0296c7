/// The encoding of old Macs (what Foundation calls by this name on Linux is another one).
enum MacRoman {
    /// The signs of the bytes from 0x80 on.
    private static let signs = Array(
        ("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü"
            + "†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
            + "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ"
            + "‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ")
            .unicodeScalars)

    /// The byte of each sign.
    static let bytes: [Unicode.Scalar: UInt8] = Dictionary(
        uniqueKeysWithValues: signs.enumerated().map { ($1, UInt8($0 + 0x80)) })

    /// The text that bytes say in this encoding.
    static func text(of bytes: some Sequence<UInt8>) -> String {
        String(String.UnicodeScalarView(bytes.map { $0 < 0x80 ? Unicode.Scalar($0) : signs[Int($0) - 0x80] }))
    }
}
