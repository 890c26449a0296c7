"""Made-up names that look French: the beginning of one word and the end of another, joined where syllables meet."""

import re

import french

CUT = re.compile(r"(?<=[aeiouyàâéèêëîïôöûü])(?=[bcdfgjklmnpqrstvxzç]{1,2}[aeiouyàâéèêëîïôöûü])", re.I)


def pieces(words):
    """Beginnings and ends of words that can be cut."""
    starts, ends = [], []
    for word in words:
        cuts = [found.start() for found in CUT.finditer(word)]
        for cut in cuts:
            if cut >= 2:
                starts.append(word[:cut].capitalize())
            if len(word) - cut >= 3:
                ends.append(word[cut:].lower())
    return sorted(set(starts)), sorted(set(ends))


class Maker:
    """Draws words. Half of them come from a pool that the whole country shares, as surnames do."""

    def __init__(self, words, pool_dice, pool_size=60_000):
        self.starts, self.ends = pieces(words)
        self.pool = [self.new(pool_dice) for _ in range(pool_size)]

    def new(self, dice):
        word = dice.choice(self.starts) + dice.choice(self.ends)
        if dice.random() < 0.25:
            word = dice.choice(self.starts) + dice.choice(self.ends)[:3].lower() + dice.choice(self.ends)
        return word[:14]

    def drawn(self, dice):
        # A few surnames are everywhere, most are rare.
        return self.pool[int(len(self.pool) * dice.random() ** 3)] if dice.random() < 0.5 else self.new(dice)


def can_change(word):
    """Long words that are only letters and no part of every address."""
    return len(word) > 4 and word.isalpha() and word[0].isupper() and word.lower() not in french.TYPES \
        and word.lower() not in french.TITLES and word.lower() not in french.FIRST_NAMES
