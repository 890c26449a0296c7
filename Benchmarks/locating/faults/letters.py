"""Misspellings: letters dropped, doubled, swapped, changed; names written as they sound."""

import french

from . import fault

# What sounds alike, both ways.
SOUNDS = [("ph", "f"), ("y", "i"), ("au", "o"), ("eau", "au"), ("ss", "s"), ("ll", "l"), ("nn", "n"), ("tt", "t"), ("rr", "r"),
          ("qu", "k"), ("th", "t"), ("ch", "sch"), ("ain", "in"), ("an", "en"), ("z", "s"), ("é", "er"), ("et", "ai"),
          ("ge", "je"), ("ou", "oo"), ("ault", "eau"), ("c", "k"), ("mm", "m"), ("ff", "f"), ("pp", "p"), ("ei", "ai")]


def longest(written, at_least):
    """Where the words are that a letter can be lost of without becoming another: long ones, not the kind of way."""
    words = written.street.split(" ")
    kind, _ = french.split_type(written.street)
    places = [place for place in range(1 if kind else 0, len(words))
              if len(words[place]) >= at_least and words[place].replace("-", "").replace("'", "").isalpha()]
    return words, places


def change_word(written, dice, change, at_least=6):
    words, places = longest(written, at_least)
    if not places:
        return False
    place = dice.choice(places)
    changed = change(words[place])
    if french.folded(changed) == french.folded(words[place]):
        return False
    words[place] = changed
    written.street = " ".join(words)
    return True


@fault("letter dropped", "letters")
def letter_dropped(written, dice):
    def drop(word):
        place = dice.randrange(1, len(word))
        return word[:place] + word[place + 1:]
    return change_word(written, dice, drop)


@fault("letter doubled", "letters")
def letter_doubled(written, dice):
    def double(word):
        place = dice.randrange(1, len(word))
        return word[:place] + word[place] + word[place:]
    return change_word(written, dice, double)


@fault("letters swapped", "letters")
def letters_swapped(written, dice):
    def swap(word):
        place = dice.randrange(1, len(word) - 1)
        return word[:place] + word[place + 1] + word[place] + word[place + 2:]
    return change_word(written, dice, swap)


@fault("letter changed", "letters")
def letter_changed(written, dice):
    def replace(word):
        place = dice.randrange(1, len(word))
        return word[:place] + dice.choice("abcdefghilmnoprstuv") + word[place + 1:]
    return change_word(written, dice, replace)


@fault("two letters wrong", "letters")
def two_letters_wrong(written, dice):
    def twice(word):
        place = dice.randrange(1, len(word) - 3)
        word = word[:place] + word[place + 1:]
        place = dice.randrange(place + 1, len(word))
        return word[:place] + dice.choice("aeinorstul") + word[place + 1:]
    return change_word(written, dice, twice, at_least=9)


@fault("written as it sounds", "letters")
def as_it_sounds(written, dice):
    def respell(word):
        both = [pair for one, other in SOUNDS for pair in ((one, other), (other, one)) if pair[0] in word[1:].lower()]
        if not both:
            return word
        sound, other = dice.choice(both)
        place = word.lower().index(sound, 1)
        return word[:place] + other + word[place + len(sound):]
    return change_word(written, dice, respell, at_least=5)
