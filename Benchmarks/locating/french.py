"""Words of French addresses: how they are folded to be compared, and what their parts are called."""

import functools
import unicodedata

# Kinds of ways, and how people and administrations shorten them. The first is what the post writes.
TYPES = {
    "allée": ["ALL", "AL", "ALLEE"], "allées": ["ALL", "ALLEES"], "avenue": ["AV", "AVE", "AVEN", "AV."],
    "boulevard": ["BD", "BLD", "BLVD", "BVD", "BOUL", "BD."], "carrefour": ["CAR", "CARR"], "chaussée": ["CHS"],
    "chemin": ["CHE", "CH", "CHEM", "CHM"], "cité": ["CITE"], "clos": ["CLOS"], "cour": ["COUR"], "cours": ["CRS"],
    "domaine": ["DOM"], "esplanade": ["ESP"], "faubourg": ["FG", "FBG"], "galerie": ["GAL"], "hameau": ["HAM"],
    "impasse": ["IMP", "IMPAS"], "lotissement": ["LOT"], "montée": ["MTE"], "parc": ["PARC"], "passage": ["PAS", "PASS"],
    "place": ["PL", "PLA", "PL."], "placette": ["PLT"], "promenade": ["PROM"], "quai": ["QU", "QUAI"],
    "quartier": ["QUA", "QRT"], "résidence": ["RES"], "rond-point": ["RPT", "RD PT", "ROND POINT"],
    "route": ["RTE", "RT"], "rue": ["R", "R.", "RUE"], "ruelle": ["RLE"], "sente": ["SEN"], "sentier": ["SEN", "SENT"],
    "square": ["SQ", "SQU"], "traverse": ["TRA"], "venelle": ["VEN"], "villa": ["VLA"], "voie": ["VOI", "VOIE"],
    "zone": ["ZONE"],
}

TITLES = {
    "abbé": ["ABBE", "ABB"], "adjudant": ["ADJ"], "amiral": ["AMIRAL", "AM"], "aspirant": ["ASP"], "capitaine": ["CAP", "CNE"],
    "cardinal": ["CARD"], "colonel": ["COL"], "commandant": ["CDT", "CDT.", "CMDT"], "comte": ["CTE"],
    "docteur": ["DR", "DR.", "DOCT"], "général": ["GAL", "GEN", "GÉN.", "GL"], "ingénieur": ["ING"], "lieutenant": ["LT", "LTN"],
    "maréchal": ["MAL", "MAR", "MARECH"], "notre-dame": ["ND", "N D", "NOTRE DAME"], "pasteur": ["PAST"], "président": ["PDT", "PRES", "PT"],
    "professeur": ["PR", "PROF", "PR."], "saint": ["ST", "ST."], "sainte": ["STE", "STE."], "sergent": ["SGT"],
}

LINKS = ["de la", "de l'", "de", "du", "des", "d'", "la", "le", "les", "l'", "aux", "au", "à la", "à l'", "à"]
SMALL = {"de", "du", "des", "la", "le", "les", "l", "d", "a", "au", "aux", "et"}

FIRST_NAMES = set("""
    adrien aimé alain albert alexandre alexis alfred alice alphonse ambroise anatole andré anne antoine antonin aristide
    arthur auguste benjamin benoît bernard berthe blaise camille céline charles christian christophe claude colette
    clément daniel danielle david denis edgar édith edmond édouard élisa élise élie émile emma ernest étienne eugène
    eugénie fernand ferdinand florence florent francis françois frédéric gabriel gaston geneviève georges gérard germain
    germaine gilbert gilles guillaume guy gustave hector hélène henri honoré hubert irène isabelle jack jacques jean
    jeanne joachim joseph joséphine jules julien juliette karl laurent léo léon léonard léopold louis louise lucie lucien
    lucienne madeleine marc marcel marcelin marguerite maria marie marius martin maryse mathilde maurice max maxime
    michel mathieu nelson nicolas octave olympe oscar pablo pascal paul paulette philippe pierre prosper raoul raymond
    rené renée robert roger roland rolland romain rosa rosalie sébastien simone suzanne sylvain théodore théophile
    thérèse thomas tristan valentin victor vincent voltairine walter yves yvonne
""".split())

NUMBERS = ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
           "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf", "vingt"]
ROMAN = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI"]
MONTHS = {"janvier": "janv", "février": "fev", "mars": "mars", "avril": "avr", "mai": "mai", "juin": "juin",
          "juillet": "juil", "août": "aout", "septembre": "sept", "octobre": "oct", "novembre": "nov", "décembre": "dec"}


def bare(text):
    """Without accents and ligatures; case and punctuation stay."""
    text = text.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae").replace("’", "'")
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


def repaired(text):
    """`Allée` for `AllÃ©e`: some bases were read in the wrong encoding once. Apostrophes are straight."""
    try:
        text = text.encode("cp1252").decode("utf-8") if "Ã" in text or "â€" in text else text
    except UnicodeError:
        pass
    return text.replace("’", "'")


@functools.lru_cache(maxsize=1 << 16)
def folded(text):
    """Small letters and digits, words apart by one space: what two writings of one name have in common."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in bare(repaired(text)).lower()).split())


def core(text):
    """The words that tell one name from another."""
    return [word for word in folded(text).split() if word not in SMALL]


def key(text):
    """What names of one street have in common when the base writes it in two ways: no articles, numbers as digits."""
    return " ".join(DIGITS.get(word, word) for word in core(text))


def split_type(street):
    """`Rue`, `du Moulin`; nothing and the whole when the first word is no kind of way."""
    first, _, rest = street.partition(" ")
    return (first, rest) if first.lower() in TYPES and rest else ("", street)


def split_links(rest):
    """`du`, `Moulin`: the small words before a name, and the name."""
    for link in sorted(LINKS, key=len, reverse=True):
        closed = link if link.endswith("'") else link + " "
        if rest.lower().replace("’", "'").startswith(closed):
            return rest[:len(closed)].strip(), rest[len(closed):]
    return "", rest


@functools.lru_cache(maxsize=1 << 16)
def pairs(text):
    padded = f" {text} "
    return frozenset(padded[place:place + 2] for place in range(len(padded) - 1))


def likeness(one, other):
    """0 to 1: the pairs of letters that two folded texts share."""
    first, second = pairs(one), pairs(other)
    return 2 * len(first & second) / (len(first) + len(second))


DIGITS = {folded(word): str(number) for number, word in enumerate(NUMBERS) if number > 1 and "-" not in word}
