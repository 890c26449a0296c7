/// Numbers that street names write in letters, in Roman figures or in Arabic ones: under one word, the figures.
enum Numerals {
    /// The figures, and what is written for them. Not the Roman figures of one letter, which are initials, nor `sept`
    /// and `neuf` in figures of a date only: a `Rue Neuve` is no `Rue 9`.
    static let cardinals = """
        2: deux ii
        3: trois iii
        4: quatre iv
        5: cinq
        6: six vi
        7: sept vii
        8: huit viii
        9: ix
        10: dix
        11: onze xi
        12: douze xii
        13: treize xiii
        14: quatorze xiv
        15: quinze xv
        16: seize xvi
        17: xvii
        18: xviii
        19: xix
        20: vingt xx
        21: xxi
        22: xxii
        23: xxiii
        30: trente
        40: quarante
        50: cinquante
        60: soixante
        100: cent
        1000: mille
        """

    /// The ordinals: `1er` and `1re` are one word, for people mix them.
    static let ordinals = """
        1er: premier premiere 1ere 1re 1e ier 1eme
        2e: deuxieme 2eme 2nd 2nde second seconde iie 2d 2de
        3e: troisieme 3eme iiie
        4e: quatrieme 4eme ive
        5e: cinquieme 5eme
        6e: sixieme 6eme
        7e: septieme 7eme viie
        8e: huitieme 8eme viiie
        9e: neuvieme 9eme ixe
        10e: dixieme 10eme
        11e: onzieme 11eme xie
        12e: douzieme 12eme xiie
        13e: treizieme 13eme xiiie
        14e: quatorzieme 14eme xive
        15e: quinzieme 15eme xve
        16e: seizieme 16eme xvie
        17e: 17eme xviie
        18e: 18eme xviiie
        19e: 19eme xixe
        20e: vingtieme 20eme xxe
        """
}
