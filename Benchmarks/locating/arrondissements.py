"""Addresses of Lyon: arrondissements are written in many ways, and one commune code stands for all of them."""

import random

import corpora
import typed
import writing
from faults import Written

COMMUNE = "69123"


def rows(base, count, seed=69):
    dice = random.Random(seed)
    for number in range(count):
        street = dice.choice(base.streets)
        address = dice.choice(street.numbers)
        written = Written.of(address, base)
        rank = int(address.citycode) - 69380
        ordinal = "1er" if rank == 1 else dice.choice([f"{rank}e", f"{rank}ème", f"{rank}eme", f"{rank} ème"])
        form, written.city = dice.choice([
            ("Lyon", "Lyon"), ("Lyon 3e", f"Lyon {ordinal}"), ("LYON 03", f"LYON {rank:02d}"), ("Lyon 3", f"Lyon {rank}"),
            ("Lyon 3ème arrondissement", f"Lyon {ordinal} arrondissement"), ("Lyon CEDEX 03", f"Lyon CEDEX {rank:02d}"),
            ("Lyon 3e (Rhône)", f"Lyon {ordinal} (Rhône)"), ("LYON03", f"LYON{rank:02d}")])
        cells, ways = writing.cells(written, dice)
        done = [form, *ways]
        if cells["code_insee"] and dice.random() < 0.5:
            cells["code_insee"] = COMMUNE
            done.append("code of the whole commune")
        if form not in ("Lyon",) and cells["code_postal"] and dice.random() < 0.2:
            cells["code_postal"] = ""
            done.append("postcode missing")
        yield {**cells, "faults": corpora.BETWEEN.join(done), **corpora.truth(address, street, [address.housenumber])}
