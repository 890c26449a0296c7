"""Addresses of the base as people and administrations type them. Each has one to three faults, and one right answer."""

import random

import corpora
import faults
import french
import writing

NOT_TOGETHER = [{"commune missing", "postcode missing", "wrong postcode", "postcode of CEDEX", "INSEE code instead of postcode",
                 "commune misspelled", "postcode glued"},
                {"suffix glued", "suffix as a letter", "suffix otherwise", "range of numbers", "number with a mark",
                 "number with zeros or twice", "number after the street"},
                {"first name as initial", "first name left out", "first name after", "type left out", "words turned round"},
                {"type left out", "type confused", "type shortened"},
                {"commune missing", "commune shortened", "commune misspelled"},
                {"number after the street", "range of numbers", "words turned round"},
                {"title left out", "title shortened"}]
LETTERS = {fault.name for fault in faults.ALL.values() if fault.stage in ("sense", "letters")}


def rows(base, count, seed=94, without=()):
    dice = random.Random(seed)
    wanted = [fault for fault in faults.ALL.values() if fault.name not in without]
    possible = {fault.name: [street for street in dice.sample(base.streets, len(base.streets))] for fault in wanted}
    made, turn = 0, 0
    barren = {fault.name: 0 for fault in wanted}
    while made < count:
        fault = wanted[turn % len(wanted)]
        turn += 1
        if barren[fault.name] >= 3:
            continue
        row = first_row(base, fault, possible[fault.name], wanted, dice)
        if row is None:
            barren[fault.name] += 1
            if all(barren.values()):
                return
            continue
        made += 1
        yield row


def first_row(base, fault, streets, wanted, dice, tries=3000):
    """A row of the next street to which the fault applies; streets come in turn, so that all kinds of names are tried."""
    for _ in range(tries):
        street = streets.pop()
        streets.insert(0, street)
        address = dice.choice(street.numbers)
        row = damaged(base, street, address, fault, wanted, dice)
        if row:
            return row
    return None


def damaged(base, street, address, fault, wanted, dice):
    chosen = [fault] + more(fault, wanted, dice)
    chosen.sort(key=lambda each: faults.STAGES.index(each.stage))
    written = faults.Written.of(address, base)
    done = []
    for each in chosen:
        if each.damage(written, dice):
            done.append(each.name)
        elif each is fault:
            return None
        if each.stage in ("sense", "letters") and may_be_another(written, street, base):
            return None
    if not written.city and not written.postcode:
        return None
    cells, ways = writing.cells(written, dice)
    numbers = written.numbers
    return {**cells, "faults": corpora.BETWEEN.join(done + ways), **corpora.truth(address, street, numbers)}


def more(fault, wanted, dice):
    """None, one or two faults more, that can stand beside the first."""
    chosen = []
    for _ in range(dice.choice([0, 0, 0, 0, 0, 0, 1, 1, 1, 2])):
        other = dice.choice(wanted)
        names = {fault.name, *(each.name for each in chosen)}
        together = any(other.name in group and names & group for group in NOT_TOGETHER)
        guessed = other.name in LETTERS and names & LETTERS
        if other.name not in names and not together and not guessed:
            chosen.append(other)
    return chosen


def may_be_another(written, street, base):
    """Whether what is left of the name fits another street of the commune nearly as well: then nobody can know."""
    left = french.core(written.street)
    text = " ".join(left)
    own = max(french.likeness(text, " ".join(french.core(name))) for name in street.names)
    for other in base.communes[written.address.citycode]:
        if other is street:
            continue
        words = french.core(other.name)
        if french.likeness(text, " ".join(words)) > own - 0.08 or hides_in(left, words):
            return True
    return False


def hides_in(left, words):
    """Whether all that is left are words of the other name, in any order, or their initials."""
    spare = list(words)
    for word in left:
        found = next((w for w in spare if w == word or (len(word) == 1 and w.startswith(word))), None)
        if found is None:
            return False
        spare.remove(found)
    return True
