"""Addresses that are nowhere: nothing may be accepted for them, save the street when only its number is made up."""

import collections
import functools
import random
import re

import corpora
import french
import writing
from faults import Written

ELSEWHERE = [("75012", "Paris"), ("92100", "Boulogne-Billancourt"), ("69003", "Lyon"), ("93100", "Montreuil"), ("91200", "Athis-Mons"),
             ("77340", "Pontault-Combault"), ("13001", "Marseille"), ("33000", "Bordeaux"), ("59000", "Lille"), ("31000", "Toulouse")]
STARTS = ["Bar", "Mon", "Cour", "Del", "Gar", "Vau", "Tré", "Chau", "Pel", "Rou", "Lan", "Fon", "Bri", "Mar", "Ser", "Gui", "Cas", "Dou"]
MIDDLES = ["ti", "ba", "ne", "re", "lo", "vi", "ma", "ga", "de", "cha", "bou", "ri"]
ENDS = ["gnac", "don", "reau", "ville", "nier", "tel", "sac", "vert", "lard", "quin", "meau", "trand", "vaux", "gnon"]
OTHER_NAMES = ["Paul", "Jeanne", "Marcel", "Suzanne", "Gustave", "Hector", "Simone", "Octave", "Edmond", "Lucien", "Berthe", "Raoul"]
DEAD_ENDS = ["Impasse", "Square", "Passage", "Villa", "Place", "Cité", "Sentier"]
# Names that a letter or two tell apart, and that do not sound alike.
NEIGHBOURS = [
    ("Martin", "Marin"), ("Morel", "Moret"), ("Perrin", "Perrot"), ("Renard", "Renaud"), ("Girard", "Giraud"), ("Picard", "Ricard"),
    ("Bernard", "Besnard"), ("Lambert", "Imbert"), ("Mermoz", "Mermet"), ("Curie", "Cure"), ("Gallieni", "Galliera"), ("Monet", "Manet"), ("Hoche", "Roche"),
    ("Danton", "Danjon"), ("Baudin", "Boudin"), ("Michelet", "Michelin"), ("Berthelot", "Berthollet"), ("Verdun", "Verdon"), ("Ferry", "Ferré"),
    ("Blum", "Brun"), ("Lavoisier", "Lavoir"), ("Verlaine", "Verhaeren"), ("Rousseau", "Rousselet"), ("Pascal", "Pasquier"), ("Carnot", "Carrel"),
    ("Chênes", "Charmes"), ("Roses", "Rosiers"), ("Prés", "Prêtres"), ("Tilleuls", "Tailleurs"), ("Peupliers", "Peuples"), ("Église", "Écluse"),
    ("Gare", "Garde"), ("Mairie", "Marine"), ("Marne", "Marine"), ("Château", "Chapeau"), ("Pont", "Port"), ("Fontaine", "Fontanelle"), ("Lilas", "Lices"),
    ("Moulins", "Moutons"), ("Bois", "Buis"), ("Poste", "Porte"), ("Plaine", "Plage"), ("Ferme", "Forge"), ("Fleurs", "Fleuves"), ("Vignes", "Cygnes"),
]


def rows(base, count, seed=59):
    dice = random.Random(seed)
    kinds = [street_of_another_commune, street_of_a_neighbour_commune, street_of_the_same_postcode, street_of_the_same_initial, invented_name, another_type,
             another_first_name, a_letter_away, name_that_shares_a_word, number_that_is_not, postcode_of_one_commune_of_another, another_departement, surname_in_another_street]
    barren = {kind: 0 for kind in kinds}
    made = turn = 0
    while made < count and not all(misses >= 4000 for misses in barren.values()):
        kind = kinds[turn % len(kinds)]
        turn += 1
        if barren[kind] >= 4000:
            continue
        street = dice.choice(base.streets)
        address = dice.choice(street.numbers)
        row = kind(base, street, address, dice)
        if row is None:
            barren[kind] += 1
            turn -= 1
            continue
        barren[kind] = 0
        made += 1
        yield row


def is_there(base, name, citycode):
    """Whether the commune has a street that somebody could mean by this name: a word that counts, alike, is enough."""
    wanted = french.core(french.split_type(name)[1])
    telling = [word for word in wanted if word not in french.FIRST_NAMES and len(word) > 2] or wanted
    for street in base.communes[citycode]:
        words = french.core(french.split_type(street.name)[1])
        for word in telling:
            if any(word == other or french.likeness(word, other) > 0.6 for other in words):
                return True
        if french.likeness(" ".join(wanted), " ".join(words)) > 0.6:
            return True
    return False


def large(base, citycode):
    """The other communes, without those of which the base has nearly nothing."""
    return [code for code, streets in base.communes.items() if code != citycode and len(streets) > 10]


def row(base, address, dice, kind, street=None, city=None, postcode=None, citycode=None, number=None, right=None):
    written = Written.of(address, base)
    written.street, written.city, written.postcode = street or address.street, city or address.city, postcode or address.postcode
    written.number = number or address.housenumber
    cells, _ = writing.cells(written, dice)
    if cells["code_insee"]:
        cells["code_insee"] = address.citycode if citycode is None else citycode
    answer = {name: "" for name in corpora.TRUTH}
    return {**answer, **cells, "faults": kind, **(right or {})}


def elsewhere(base, street, address, dice, kind, code):
    if is_there(base, street.name, code):
        return None
    postcode = base.postcodes_of[code][0]
    return row(base, address, dice, kind, city=base.cities[code], postcode=postcode, citycode=code)


def street_of_another_commune(base, street, address, dice):
    code = dice.choice(large(base, address.citycode))
    return elsewhere(base, street, address, dice, "street of another commune", code)


def street_of_a_neighbour_commune(base, street, address, dice):
    return elsewhere(base, street, address, dice, "street of a neighbour commune", dice.choice(base.neighbours[address.citycode][:3]))


def street_of_the_same_postcode(base, street, address, dice):
    codes = sorted(base.postcodes[address.postcode] - {address.citycode})
    if not codes:
        return None
    code = dice.choice(codes)
    if is_there(base, street.name, code):
        return None
    return row(base, address, dice, "street of a commune of the same postcode", city=base.cities[code], citycode=code)


def street_of_the_same_initial(base, street, address, dice):
    codes = [code for code, city in base.cities.items() if city[:4] == address.city[:4] and code != address.citycode]
    if not codes:
        return None
    return elsewhere(base, street, address, dice, "street of a commune named alike", dice.choice(codes))


def invented_name(base, street, address, dice):
    kind, _ = french.split_type(street.name)
    surname = dice.choice(STARTS) + dice.choice(["", *MIDDLES]) + dice.choice(ENDS)
    first = dice.choice(["", dice.choice(OTHER_NAMES) + " "])
    name = f"{kind or 'Rue'} {first}{surname}"
    if is_there(base, name, address.citycode):
        return None
    return row(base, address, dice, "made-up name", street=name)


def another_type(base, street, address, dice):
    """`Impasse X` where only `Rue X` is."""
    kind, rest = french.split_type(street.name)
    if kind not in ("Rue", "Avenue", "Boulevard") or not rest:
        return None
    other = dice.choice(DEAD_ENDS)
    words = set(french.core(rest))
    if any(each is not street and words & set(french.core(french.split_type(each.name)[1])) for each in base.communes[address.citycode]):
        return None
    return row(base, address, dice, "another type", street=f"{other} {rest}")


def another_first_name(base, street, address, dice):
    """`Rue Paul Moulin` where only `Rue Jean Moulin` is."""
    kind, rest = french.split_type(street.name)
    words = rest.split(" ")
    if not kind or len(words) != 2 or words[0].lower() not in french.FIRST_NAMES:
        return None
    others = [name for name in OTHER_NAMES if name[0] != words[0][0] and french.likeness(french.folded(name), french.folded(words[0])) < 0.4]
    other = dice.choice(others)
    surname = french.folded(words[1])
    if any(each is not street and surname in each.folded.split() for each in base.communes[address.citycode]):
        return None
    return row(base, address, dice, "another first name", street=f"{kind} {other} {words[1]}")


def surname_in_another_street(base, street, address, dice):
    """The first name is of one street of the commune, the surname of no street of it."""
    kind, rest = french.split_type(street.name)
    words = rest.split(" ")
    if not kind or len(words) != 2 or words[0].lower() not in french.FIRST_NAMES:
        return None
    surname = dice.choice(STARTS) + dice.choice(ENDS)
    name = f"{kind} {words[0]} {surname}"
    if is_there(base, name, address.citycode):
        return None
    return row(base, address, dice, "right first name, made-up surname", street=name)


def a_letter_away(base, street, address, dice):
    """`Rue de la Garde` where only `Rue de la Gare` is: both are words that streets are called by."""
    words = street.name.split(" ")
    last = words[-1]
    asked = [other for pair in NEIGHBOURS for one, other in (pair, pair[::-1]) if one == last] + neighbours(base).get(last, [])
    if len(words) < 2 or not asked:
        return None
    word = dice.choice(asked)
    if any(french.folded(word) in each.folded.split() for each in base.communes[address.citycode]):
        return None
    return row(base, address, dice, "one letter away, another name", street=" ".join(words[:-1] + [word]))


@functools.lru_cache(maxsize=4)
def neighbours(base):
    """The last words of streets of several communes that one letter tells apart, and that do not sound alike."""
    communes = collections.defaultdict(set)
    for street in base.streets:
        word = street.name.split(" ")[-1]
        if len(word) > 3 and word.isalpha():
            communes[word].add(street.citycode)
    words = [word for word, codes in communes.items() if len(codes) > 1]
    shapes = collections.defaultdict(list)
    for word in words:
        for place in range(1, len(word)):
            shapes[word[:place] + "*" + word[place + 1:]].append(word)
    found = collections.defaultdict(list)
    for alike in shapes.values():
        for word in alike:
            found[word] += [other for other in alike if sound(other) != sound(word)]
    return found


def sound(word):
    """Roughly what is heard of a word."""
    heard = french.folded(word)
    for spelled, said in (("eau", "o"), ("au", "o"), ("ph", "f"), ("y", "i"), ("ei", "e"), ("ai", "e"), ("en", "an"), ("th", "t"), ("k", "c"), ("z", "s")):
        heard = heard.replace(spelled, said)
    return re.sub(r"(.)\1", r"\1", heard).rstrip("estdxhz")


def name_that_shares_a_word(base, street, address, dice):
    """`Rue Victor Basch` where `Rue Victor Hugo` is: each has a word that the other has not, and that is no title."""
    code = dice.choice([code for code in base.neighbours[address.citycode][:8] if len(base.communes[code]) > 10])
    asked = telling(street.name)
    rivals = []
    for each in base.communes[code]:
        words = telling(each.name)
        shared = set(words) & set(asked)
        if shared and all(any(max(french.likeness(word, other) for other in others) < 0.4 for word in mine)
                          for mine, others in ((words, asked), (asked, words))):
            rivals.append(each)
        elif shared or french.likeness(" ".join(words), " ".join(asked)) > 0.6:
            return None
    if not rivals:
        return None
    number = dice.choice(dice.choice(rivals).numbers)
    return row(base, number, dice, "name that shares a word", street=street.name)


def telling(name):
    """The words that make a name: no title; first names only beside another word."""
    words = french.core(french.split_type(name)[1])
    titles = {french.folded(title) for title in french.TITLES}
    return [word for word in words if word not in titles] or words


def number_that_is_not(base, street, address, dice):
    """The street is right; nothing may be called that house."""
    numbers = {int(n.number) for n in street.numbers if n.number.isdigit()}
    if not numbers:
        return None
    number = max(numbers) + dice.randrange(20, 400) if dice.random() < 0.6 else dice.randrange(1, max(numbers) + 1)
    if number in numbers:
        return None
    right = corpora.truth(address, street, [""])
    return row(base, address, dice, "number that is not", number=str(number), right=right)


def postcode_of_one_commune_of_another(base, street, address, dice):
    """The street and the postcode are of one commune, the name is another's."""
    code = dice.choice(large(base, address.citycode))
    if is_there(base, street.name, code) or address.postcode in base.postcodes_of[code]:
        return None
    return row(base, address, dice, "postcode of one commune, name of another", city=base.cities[code], citycode=code)


def another_departement(base, street, address, dice):
    postcode, city = dice.choice([pair for pair in ELSEWHERE if pair[0] not in base.postcodes])
    return row(base, address, dice, "another département", city=city, postcode=postcode, citycode="")
