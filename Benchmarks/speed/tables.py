"""The tables that are checked and read, and their schema: twenty columns of all types that schemas have."""

import csv
import random

TOWNS = ["Bron", "Mions", "Vaulx-en-Velin", "Rillieux-la-Pape", "Champagne-au-Mont-d'Or", "Saint-Priest"]
STREETS = ["rue de la République", "avenue Jean Jaurès", "chemin Vieux", "place de l'Église", "impasse des Érables"]
KINDS = ["parc", "jardin", "square", "bois", "mail planté"]
STATES = ["ouvert", "fermé", "en travaux"]


def field(name, kind, draw, fault, **more):
    constraints = more.pop("constraints", {})
    descriptor = {"name": name, "type": kind, **more}
    if constraints:
        descriptor["constraints"] = constraints
    return descriptor, draw, fault


def columns(count=20):
    """Fields, what their cells are drawn from, and what a fault in them is. Beyond twenty they come again."""
    drawn = [
        field("id", "string", lambda n, d: f"PAR-{69001 + n % 300}-{n:06d}", "PAR-?",
              constraints={"required": True, "unique": True, "pattern": r"PAR-\d{5}-\d{6,9}"}),
        field("nom", "string", lambda n, d: f"Square {n % 5000} des Érables", "", constraints={"required": True}),
        field("commune", "string", lambda n, d: d.choice(TOWNS), "L" * 90, constraints={"maxLength": 80}),
        field("insee", "string", lambda n, d: f"{69001 + d.randrange(300):05d}", "69O29",
              constraints={"pattern": r"\d[0-9AB]\d{3}"}),
        field("codepost", "string", lambda n, d: f"{69000 + d.randrange(900):05d}", "6912",
              constraints={"minLength": 5, "maxLength": 5}),
        field("numero", "integer", lambda n, d: str(d.randrange(1, 400)), "12bis", constraints={"minimum": 1}),
        field("voie", "string", lambda n, d: f"{d.choice(STREETS)} {d.randrange(200)}", "v" * 200,
              constraints={"maxLength": 120}),
        field("surface", "number", lambda n, d: f"{d.randrange(1_000_000) / 10}", "environ 300",
              constraints={"minimum": 0}),
        field("longitude", "number", lambda n, d: f"{4.6 + d.random() / 2:.6f}", "4,83"),
        field("latitude", "number", lambda n, d: f"{45.5 + d.random() / 2:.6f}", "N 45",
              constraints={"minimum": 41, "maximum": 52}),
        field("ouverture", "date", lambda n, d: f"{1950 + d.randrange(75)}-{d.randrange(1, 13):02d}-{d.randrange(1, 28):02d}",
              "01/06/1982"),
        field("maj", "date", lambda n, d: f"2025-{d.randrange(1, 13):02d}-{d.randrange(1, 28):02d}", "2025-02-30"),
        field("clos", "boolean", lambda n, d: d.choice(["true", "false"]), "peut-être"),
        field("eau", "boolean", lambda n, d: d.choice(["true", "false", ""]), "oui ou non"),
        field("type", "string", lambda n, d: d.choice(KINDS), "parking", constraints={"enum": KINDS}),
        field("etat", "string", lambda n, d: d.choice(STATES), "Ouvert", constraints={"enum": STATES}),
        field("courriel", "string", lambda n, d: f"contact{n % 900}@mairie-{d.randrange(59)}.fr", "mairie(at)bron.fr",
              format="email"),
        field("site", "string", lambda n, d: f"https://www.mairie-{d.randrange(59)}.fr/parc/{n % 500}", "pas de site",
              format="uri"),
        field("annee", "year", lambda n, d: str(1900 + d.randrange(125)), "82"),
        field("observations", "string", lambda n, d: d.choice(["", "", f"Vu le {n % 28 + 1}, \"complet\""]), "o" * 300,
              constraints={"maxLength": 250}),
    ]
    return [rename(drawn[place % 20], place // 20) for place in range(count)]


def rename(column, turn):
    descriptor, draw, fault = column
    if turn == 0:
        return column
    descriptor = {**descriptor, "name": f"{descriptor['name']}_{turn}"}
    constraints = {k: v for k, v in descriptor.get("constraints", {}).items() if k != "unique"}
    if constraints:
        descriptor["constraints"] = constraints
    return descriptor, draw, fault


def schema(count=20):
    return {"fields": [descriptor for descriptor, _, _ in columns(count)]}


def write(path, rows, count=20, faults=0, distinct=1, seed=59):
    """Writes a table, with so many faults spread over it, of so many different writings."""
    dice, drawn = random.Random(seed), columns(count)
    every = rows // faults if faults else 0
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([descriptor["name"] for descriptor, _, _ in drawn])
        for number in range(rows):
            row = [draw(number, dice) for _, draw, _ in drawn]
            if faults and number % every == 0 and number // every < faults:
                turn = number // every
                place = 1 + turn % (count - 1) if distinct == 1 else 5
                row[place] = drawn[place][2] if distinct == 1 else f"faute {turn % distinct}"
            writer.writerow(row)
    return path
