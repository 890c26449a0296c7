"""Words that are shortened, glued or split: nothing is lost."""

import french

from . import fault


@fault("type shortened", "writing")
def type_shortened(written, dice):
    kind, rest = french.split_type(written.street)
    if not kind or (shorts := [s for s in french.TYPES[kind.lower()] if s != french.bare(kind).upper()]) == []:
        return False
    short = dice.choice(shorts)
    written.street = f"{dice.choice([short, short, short.lower(), short.capitalize()])} {rest}"
    return True


@fault("title shortened", "writing")
def title_shortened(written, dice):
    words = written.street.replace("Saint-", "Saint ").replace("Sainte-", "Sainte ").split(" ")
    for place, word in enumerate(words):
        start = next((mark for mark in ("l'", "d'", "L'", "D'") if word.startswith(mark)), "")
        shorts = french.TITLES.get(word[len(start):].lower())
        if place and place + 1 < len(words) and shorts and (usable := [s for s in shorts if s != french.bare(word).upper()]):
            words[place] = start + dice.choice(usable)
            written.street = " ".join(words)
            return True
    return False


@fault("words glued", "writing")
def words_glued(written, dice):
    """`jean-jaures`, `delattre`, `StMaur`."""
    kind, rest = french.split_type(written.street)
    words = rest.split(" ")
    small = [place for place, word in enumerate(words[:-1]) if french.folded(word) in ("de", "la", "le", "du", "saint")]
    if not kind or len(words) < 2:
        return False
    if small and dice.random() < 0.6 and not (len(words) == 2 and small == [0]):
        place = dice.choice(small)
        words[place:place + 2] = [words[place] + words[place + 1].lower()]
    else:
        place = dice.randrange(len(words) - 1)
        if french.folded(words[place]) in french.SMALL:
            return False
        words[place:place + 2] = [words[place] + "-" + words[place + 1]]
    written.street = f"{kind} {' '.join(words)}"
    return True


@fault("words split", "writing")
def words_split(written, dice):
    """`d Estienne d Orves`, `Jean Jacques`, `La fontaine`: apostrophes and hyphens become spaces or nothing."""
    for mark in ("-", "'"):
        if mark in written.street:
            written.street = written.street.replace(mark, dice.choice([" ", " ", "", " - "] if mark == "-" else [" ", "", "’", "' "]))
            return True
    return False
