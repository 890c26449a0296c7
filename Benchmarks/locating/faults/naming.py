"""Words of the street that are missing, wrong, elsewhere, or another word for the same."""

import re

import french

from . import fault


@fault("article missing", "sense")
def article_missing(written, dice):
    kind, rest = french.split_type(written.street)
    link, name = french.split_links(rest)
    if not link or not kind:
        return False
    written.street = f"{kind} {name}"
    return True


@fault("article wrong", "sense")
def article_wrong(written, dice):
    kind, rest = french.split_type(written.street)
    link, name = french.split_links(rest)
    if not kind or not name[:1].isalpha():
        return False
    usual = ["de", "du", "des", "de la"] if link else ["de"]
    others = usual + ["de l'", "d'"] * (french.bare(name[0]).lower() in "aeiouyh")
    other = dice.choice([other for other in others if other != link.lower()])
    written.street = f"{kind} {other}{'' if other.endswith(chr(39)) else ' '}{name}"
    return True


@fault("first name as initial", "sense")
def first_name_initial(written, dice):
    return change_first_name(written, lambda name: name[0].upper() + dice.choice(["", "."]))


@fault("first name left out", "sense")
def first_name_left_out(written, dice):
    return change_first_name(written, lambda name: "")


def change_first_name(written, change):
    kind, rest = french.split_type(written.street)
    link, name = french.split_links(rest)
    words = name.split(" ")
    parts = words[0].lower().split("-")
    if not kind or len(words) < 2 or not all(part in french.FIRST_NAMES for part in parts):
        return False
    changed = " ".join(filter(None, [change(part) for part in parts]))
    written.street = " ".join(filter(None, [kind, link, changed, *words[1:]]))
    return True


@fault("title left out", "sense")
def title_left_out(written, dice):
    words = written.street.split(" ")
    for place, word in enumerate(words[1:], 1):
        bare = word.lower().removeprefix("l'").removeprefix("d'")
        if bare in french.TITLES and not bare.startswith("saint") and bare != "notre-dame" and place + 1 < len(words):
            del words[place]
            if french.folded(words[place - 1]) in french.SMALL:
                del words[place - 1]
            written.street = " ".join(words)
            return True
    return False


@fault("type left out", "sense")
def type_left_out(written, dice):
    kind, rest = french.split_type(written.street)
    if not kind or len(french.core(rest)) < 2:
        return False
    written.street = rest
    return True


@fault("type confused", "sense")
def type_confused(written, dice):
    """What people confuse in good faith; a dead end or a square is another place."""
    alike = ["Rue", "Avenue", "Boulevard", "Allée", "Chemin", "Route"]
    kind, rest = french.split_type(written.street)
    if kind not in alike:
        return False
    written.street = f"{dice.choice([other for other in alike[:3] if other != kind])} {rest}"
    return True


@fault("words turned round", "writing")
def turned_round(written, dice):
    """`MOULIN (CHEMIN DU)`, as lists sort them."""
    kind, rest = french.split_type(written.street)
    link, name = french.split_links(rest)
    if not kind:
        return False
    head = " ".join(filter(None, [kind, link]))
    written.street = dice.choice([f"{name} ({head})", f"{name}, {head}", f"{name} {head}"])
    return True


@fault("first name after", "sense")
def first_name_after(written, dice):
    """`rue Moulin Jean`."""
    kind, rest = french.split_type(written.street)
    link, name = french.split_links(rest)
    words = name.split(" ")
    if not kind or len(words) != 2 or words[0].lower() not in french.FIRST_NAMES:
        return False
    written.street = f"{kind} {words[1]} {words[0]}"
    return True


DATE = re.compile(r"\b(1er|[1-9]|[12]\d|3[01]) (" + "|".join(french.MONTHS) + r")( 1[89]\d\d| 2\d\d\d)?", re.I)


@fault("date written otherwise", "sense")
def date_otherwise(written, dice):
    found = DATE.search(written.street)
    if not found:
        return False
    day, month, year = found.group(1), found.group(2), (found.group(3) or "").strip()
    number = 1 if day == "1er" else int(day)
    words = french.NUMBERS[number] if 1 < number <= 20 else day
    short = french.MONTHS[month.lower()]
    forms = [f"{day} {short} {year}", f"{words} {month} {year}", f"{day}-{month}-{year}".strip("-"), f"{day} {month}{year}"]
    if year:
        forms += [f"{day} {month} {year[2:]}", f"{day} {short} {year[2:]}", f"{day} {month}"]
    form = dice.choice([form.strip() for form in forms if form.strip() != found.group(0)])
    written.street = written.street[:found.start()] + form + written.street[found.end():]
    return True


@fault("numeral written otherwise", "sense")
def numeral_otherwise(written, dice):
    words = written.street.split(" ")
    for place, word in enumerate(words[1:], 1):
        other = None
        if word in french.ROMAN[2:] and word != "V" or (word == "V" and place == len(words) - 1):
            other = str(french.ROMAN.index(word))
        elif word.isdigit() and 2 <= int(word) <= 16:
            other = french.NUMBERS[int(word)]
        elif (number := french.DIGITS.get(french.folded(word))) is not None:
            other = number
        elif word == "1er":
            other = dice.choice(["premier", "I"])
        elif word.lower() in ("premier", "première"):
            other = "1er"
        if other:
            words[place] = other
            written.street = " ".join(words)
            return True
    return False
