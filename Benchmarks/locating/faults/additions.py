"""What stands in a cell beside the address: buildings, floors, flats, letter boxes, halls, people."""

import french

from . import fault

RESIDENCES = ["LILAS", "GLYCINES", "MIMOSAS", "CAMELIAS", "HIRONDELLES", "TAMARIS", "AZALEES", "GENETS", "BOSQUETS", "TERRASSES"]


@fault("building, floor, flat", "addition")
def building(written, dice):
    letter, number = dice.choice("ABCDE"), dice.randrange(1, 60)
    floor = dice.randrange(2, 9)
    text = dice.choice([
        f"BAT {letter}", f"Bâtiment {letter}", f"BATIMENT {number}", f"bat. {letter}{number}", f"APPT {number}", f"Apt {number}",
        f"appartement {number}", f"{floor}E ETAGE", f"{floor}ème étage", f"{floor} EME ETG", f"ESC {letter}", f"escalier {number}",
        f"HALL {letter}", f"RDC", f"1er étage gauche", f"BAT {letter} APPT {number}", f"ESC {letter} {floor}e étage porte {number}",
        f"porte {number}", f"logt {number}", f"Bât {letter}, {floor}e étage"])
    (written.before if dice.random() < 0.3 else written.after).append(text)
    return True


@fault("residence named", "addition")
def residence(written, dice):
    here = " ".join(street.folded for street in written.base.communes[written.address.citycode])
    names = [name for name in RESIDENCES if french.folded(name).rstrip("s") not in here]
    if not names:
        return False
    name = dice.choice(names)
    text = dice.choice([f"RES LES {name}", f"Résidence les {name.capitalize()}", f"RESIDENCE DES {name}", f"rés. les {name.lower()}"])
    (written.before if dice.random() < 0.6 else written.after).append(text)
    return True


@fault("letter box of the post", "addition")
def letter_box(written, dice):
    number = dice.choice([dice.randrange(1, 300), dice.randrange(10000, 99999)])
    (written.before if dice.random() < 0.2 else written.after).append(
        dice.choice([f"BP {number}", f"B.P. {number}", f"CS {number}", f"BP{number}", f"TSA {dice.randrange(10000, 99999)}", f"CS n°{number}"]))
    return True


@fault("name of the place before", "addition")
def place_before(written, dice):
    written.before.append(dice.choice([
        "Mairie", "MAIRIE ANNEXE", "Ecole maternelle", "Gymnase municipal", "chez Mme Dupuis", "SARL BATIPLUS", "Crèche municipale", "Médiathèque",
        "Centre social", "Pharmacie", "SCI 2000", "Stade municipal", "EHPAD", "Boulangerie", "Salle des fêtes"]))
    return True


@fault("country after", "addition")
def country_after(written, dice):
    written.last.append(dice.choice(["FRANCE", "France", "(FRANCE)", "FR"]))
    return True
