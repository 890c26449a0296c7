"""Communes and postcodes as they are written."""

import french

from . import fault


def others_start(written, words):
    """Whether another commune of the base could be meant by these words."""
    start = french.folded(" ".join(words)).split()
    return any(code != written.address.citycode and french.folded(city).split()[:len(start)] == start
               for code, city in written.base.cities.items())


@fault("commune shortened", "commune")
def commune_shortened(written, dice):
    """`VITRY S/SEINE`, `ST MAUR`, `KREMLIN BICETRE`."""
    city = written.city.replace("-", " ")
    forms = []
    lower = city.lower()
    for long, shorts in ((" sur ", [" S/", " s/ ", " S ", " /"]), (" sous ", [" S/S ", " ss ", " S/"])):
        if long in lower:
            place = lower.index(long)
            forms += [city[:place] + short + city[place + len(long):] for short in shorts]
    for long, short in (("Saint ", "ST "), ("Sainte ", "STE "), ("Saint ", "St-"), ("Saint ", "St. ")):
        if long in city:
            forms.append(city.replace(long, short))
    words = city.split(" ")
    head = 2 if words[0] in ("Saint", "Sainte", "Le", "La", "Les") else 1
    if len(words) > head and not others_start(written, words[:head]):
        forms.append(" ".join(words[:head]).replace("Saint ", dice.choice(["Saint ", "ST "])))
    if words[0] in ("Le", "La", "Les"):
        forms.append(" ".join(words[1:]))
    if city.startswith("L'"):
        forms += [city[2:], "L " + city[2:], "L" + city[2:]]
    if not forms:
        return False
    written.city = dice.choice(forms)
    return True


@fault("commune misspelled", "commune")
def commune_misspelled(written, dice):
    if len(written.city) < 6:
        return False
    place = dice.randrange(1, len(written.city) - 1)
    city = written.city
    if not city[place].isalpha() or not city[place + 1].isalpha():
        return False
    changed = dice.choice([city[:place] + city[place + 1:], city[:place] + city[place] + city[place:],
                           city[:place] + city[place + 1] + city[place] + city[place + 2:]])
    if french.folded(changed) == french.folded(city):
        return False
    written.city = changed
    return True


@fault("wrong postcode", "commune")
def wrong_postcode(written, dice):
    """Another postcode of the département or one digit wrong; where it leads, no such street may be."""
    own = written.base.postcodes_of[written.address.citycode]
    if dice.random() < 0.5:
        postcode = dice.choice([p for p in sorted(written.base.postcodes) if p not in own and p[:2] == written.postcode[:2]] or own)
    else:
        place = dice.randrange(2, 5)
        postcode = written.postcode[:place] + dice.choice("0123456789") + written.postcode[place + 1:]
    if postcode in own or any(similar_street(written, code) for code in written.base.postcodes.get(postcode, ())):
        return False
    written.postcode = postcode
    return True


def similar_street(written, citycode):
    wanted = set(french.core(french.split_type(written.address.street)[1]))
    return any(wanted & set(french.core(french.split_type(street.name)[1])) for street in written.base.communes[citycode])


@fault("commune missing", "commune")
def commune_missing(written, dice):
    """Only the postcode says where; it may serve several communes, one of which has such a street."""
    if any(similar_street(written, code) for code in written.base.postcodes[written.postcode] - {written.address.citycode}):
        return False
    written.city = ""
    return True


@fault("postcode missing", "commune")
def postcode_missing(written, dice):
    written.postcode = ""
    return True


@fault("postcode glued", "commune")
def postcode_glued(written, dice):
    written.glued = True
    return True


@fault("postcode of CEDEX", "commune")
def cedex(written, dice):
    """`94009 CRETEIL CEDEX`: a postcode that only the post knows."""
    written.postcode = written.postcode[:2] + f"{dice.randrange(1000):03d}" if dice.random() < 0.6 else written.postcode
    if written.postcode in written.base.postcodes and written.postcode not in written.base.postcodes_of[written.address.citycode]:
        return False
    written.city += dice.choice([" CEDEX", " CEDEX", f" CEDEX {dice.randrange(1, 20)}", " Cédex", " cedex"])
    return True


@fault("INSEE code instead of postcode", "commune")
def insee_as_postcode(written, dice):
    if written.address.citycode in written.base.postcodes:
        return False
    written.postcode = written.address.citycode
    return True
