"""House numbers as they are written."""

from . import fault

# A letter stands for the word in files of administrations.
LETTERS = {"bis": "B", "ter": "T", "quater": "Q"}


def suffix_alone(written):
    """Whether the base has nothing else that the letter could mean."""
    letter = LETTERS[written.address.suffix].lower()
    return f"{written.address.number} {letter}" not in numbers_beside(written.address, written.base)


def numbers_beside(address, base):
    """The numbers of the street of an address."""
    return next(street for street in base.communes[address.citycode] if address.street in street.names).addresses


@fault("suffix glued", "number")
def suffix_glued(written, dice):
    if not written.address.suffix:
        return False
    suffix = written.address.suffix
    written.number = written.address.number + dice.choice([suffix.upper(), suffix, suffix.capitalize()])
    return True


@fault("suffix as a letter", "number")
def suffix_letter(written, dice):
    if written.address.suffix not in LETTERS or not suffix_alone(written):
        return False
    letter = LETTERS[written.address.suffix]
    written.number = written.address.number + dice.choice([" ", "", "-"]) + dice.choice([letter, letter, letter.lower()])
    return True


@fault("suffix otherwise", "number")
def suffix_otherwise(written, dice):
    if written.address.suffix not in LETTERS:
        return False
    suffix = written.address.suffix
    written.number = written.address.number + dice.choice([f"-{suffix}", f" {suffix.upper()}", f"/{suffix}", f" {suffix.capitalize()}.", f", {suffix}"])
    return True


@fault("range of numbers", "number")
def range_of_numbers(written, dice):
    address = written.address
    if address.suffix or not address.number.isdigit():
        return False
    second = str(int(address.number) + dice.choice([2, 2, 4, 6]))
    written.number = address.number + dice.choice(["-", "/", " - ", " / ", " à ", " et ", "&", ", "]) + second
    written.numbers = [address.number] + [second] * (second in numbers_beside(address, written.base))
    return True


@fault("number with a mark", "number")
def number_marked(written, dice):
    number = written.number
    written.number = dice.choice([f"n°{number}", f"N° {number}", f"{number},", f"{number} ,", f"n{number}", f"No {number}",
                                  f"{number}.", f"{number} -", f"{number};", f"N°{number},"])
    return True


@fault("number with zeros or twice", "number")
def number_twice(written, dice):
    number = written.number
    written.number = dice.choice([f"{written.address.number}   {number}", f"{number}, {number}", "00" + number, "0" + number])
    return True


@fault("number after the street", "number")
def number_after(written, dice):
    written.street += dice.choice([" ", ", ", " n°", " N° "]) + written.number
    written.number = ""
    return True
