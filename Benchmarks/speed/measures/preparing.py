"""Preparing what communes send: one file of many rows, and 59 communes times six models."""

import csv
import random
import subprocess
import time

import programs
from section import Section, megabytes, seconds

TITLE = "Preparing"
COMMUNES = 59
ROWS_OF_A_COMMUNE = 40
TOWNS = [
    ("Bron", "69029", "69500"), ("ST DIDIER AU MONT D'OR", "69194.0", "69370"),
    ("Vaulx en Velin", "69256", "69 120"),
]
YES_OR_NO = ["oui", "Oui", "NON", "x", "nr", "", "1", "VRAI"]
# What the cells of a park are drawn from: the kinds of faults that communes make.
PARK = {
    "numvoie": ["12", "36bis", "n°4", ""],
    "voie": ["rue de la République", "av. Jean Jaurès", "Chemin Vieux"],
    "reglement": YES_OR_NO,
    "surf_m2": ["1220,5", "1 250 m²", "800", "environ 300"],
    "gestion": ["Ville", "Grand Lyon", "commune"],
    "ann_ouvert": ["1982", "01/06/1982", "82"],
    "clos": YES_OR_NO,
    "horaires": ["lun-ven 8h30-12h", "24/7", "Mo-Su 08:00-20:00"],
    "hor_precis": [""],
    "acces": ["piétons", "accès piéton, vélo", "piéton/vélo"],
    "circulation": ["piéton|vélo adulte", "vélos", ""],
    "label": ["EcoJardin", "-", ""],
    "type_equip": ["aire de jeux, bancs", ""],
    "eau": YES_OR_NO,
    "toilettes": YES_OR_NO,
    "chien": ["tenus en laisse", "Interdit", "libre", "NC"],
    "esp_can": [""],
    "photo": ["0", "", "www.exemple.fr/parc.jpg"],
}


def run(ours, folder, options):
    section = Section(
        TITLE,
        f"`gabarit prepare` on a file of {options.rows:,} dirty parks (24 columns), and on the files of {COMMUNES}"
        f" communes for each model that we ship ({ROWS_OF_A_COMMUNE} rows each, made from the examples of the model and"
        " spoiled), one process a file.",
        ["what", "files", "time", "memory"])
    dice = random.Random(59)
    file = write(folder / "parks.csv", [park(number, dice) for number in range(options.rows)])
    whole = prepare(ours, file, "parcs-jardins", folder)
    section.add("one large file", 1, seconds(whole.seconds), megabytes(whole.memory))
    section.add(*campaign(ours, folder, dice))
    return section


def campaign(ours, folder, dice):
    files = [
        (model, write(folder / f"{model}-{commune}.csv", spoiled(rows_of(ours, model, folder), dice)))
        for model in models(ours) for commune in range(COMMUNES)
    ]
    start, most = time.monotonic(), 0
    for model, file in files:
        most = max(most, prepare(ours, file, model, folder).memory)
    return "a campaign", len(files), seconds(time.monotonic() - start), megabytes(most)


def models(ours):
    listed = subprocess.run([ours.gabarit, "schemas", "list"], capture_output=True, text=True, check=True).stdout
    return [line.split()[0] for line in listed.splitlines() if line.strip() and not line.startswith(" ")]


def rows_of(ours, model, folder):
    """The example rows of a model."""
    path = programs.root / "Sources/Schemas/Models" / f"{model}.json"
    import json

    fields = json.loads(path.read_text(encoding="utf-8"))["fields"]
    return [{field["name"]: str(field.get("example", "")) for field in fields}]


def spoiled(examples, dice):
    """Rows as communes send them: capitals, blanks, commas for points, holes."""
    spoils = [str, str, str, str.upper, str.lower, lambda text: f" {text} ", lambda text: text.replace(".", ","),
              lambda text: text.replace("-", "/"), lambda text: "", lambda text: text + " ?"]
    return [
        {name: dice.choice(spoils)(text) for name, text in dice.choice(examples).items()}
        for _ in range(ROWS_OF_A_COMMUNE)
    ]


def park(number, dice):
    town, code, postcode = dice.choice(TOWNS)
    place = {"codepost": postcode, "commune": town, "code_insee": code}
    return {"uid": "", "nom": f"Square {number}  des Érables", "num": ""} | place | {
        field: dice.choice(values) for field, values in PARK.items()
    }


def write(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    return path


def prepare(ours, file, model, folder):
    command = [ours.gabarit, "prepare", file, "--schema", model, "--out", folder / "out", "--data", folder / "data"]
    return programs.best(command, folder, 1)
