"""docs/geocoding.md, written by the measures."""

import datetime
import pathlib

root = pathlib.Path(__file__).resolve().parent.parent.parent
PAGE = root / "docs/geocoding.md"
COUNTRY = "## The size of the country"

HOW = """## How it is measured

All corpora are drawn with a fixed seed from the bases; `make bench-geocoding` repeats the run.

- *Real ones*: 1,000 addresses of administrations whose place is known.
- *As people type*: an address of the base is written as people and administrations write it: capitals, no accents, kinds of way and
  titles shortened, articles missing or wrong, numbers with suffixes, ranges and marks, buildings, floors, residences, letter boxes,
  CEDEX, misspellings of one or two letters and by ear, words in another order, initials, dates and numerals written otherwise, words
  glued or split, communes shortened or misspelled, wrong or missing postcodes; in columns or on one line. One to three faults each.
  What nobody could tell from another street of the commune is left out.
- *Nowhere*: what must not be accepted. Where the base has such a street in that commune, in any spelling, the case is left out.
- *Lyon*: arrondissements written in many ways, and the code of the whole commune. *Bondy*: a base with columns and faults of its own.
- *The country*: each copy has other communes, codes, postcodes and positions, and other words in its street names, half of them from
  a pool that all copies share; the words that streets have everywhere stay.

addok 1.3.2 with addok-france and addok-fr is given the same base and the same cases in the same run, in one process, with a redis of
its own; the code of the commune is given as a filter to both where the file has it. The code is in `Benchmarks/locating`.
"""


def write(sections, machine, version, summary, keeps_country):
    lines = [
        "# How addresses are located", "",
        "<!-- Written by `make bench-geocoding` and `make bench-geocoding-country`: run them again, do not edit. -->", "",
        f"Gabarit {version}, {datetime.date.today()}, {machine}.", "", *summary, ""]
    for section in sections:
        lines += section.lines()
    if keeps_country:
        lines += former_country()
    PAGE.write_text("\n".join(lines).rstrip() + "\n\n" + HOW, encoding="utf-8")


def former_country():
    """The section that only `--country` measures, as it stood."""
    if not PAGE.exists() or COUNTRY not in (text := PAGE.read_text(encoding="utf-8")):
        return []
    return text[text.index(COUNTRY):text.index("## How it is measured")].splitlines()


def summary(answered):
    """The first things to know, in English and in French."""
    named = {each.corpus.cases.stem: each for each in answered}
    lines = []
    if real := named.get("real"):
        doubt = percent(real.ours.of_status("doubt"))
        beside = f" (addok {percent(real.taken.exact)})" if real.taken else ""
        lines.append(f"- Of {real.ours.count:,} real addresses of administrations, **{percent(real.ours.exact)}** are located at their very house"
                     f"{beside}; {real.ours.wrong} of the {real.ours.accepted} accepted are wrong, {doubt} are left to a person.")
    if typed := named.get("typed"):
        beside = f" (addok {percent(typed.taken.exact)})" if typed.taken else ""
        lines.append(f"- Of {typed.ours.count:,} addresses with faults, **{percent(typed.ours.exact)}**{beside};"
                     f" {typed.ours.wrong} of the {typed.ours.accepted} accepted are wrong.")
    if nowhere := named.get("moved"):
        beside = f" (addok gives back {nowhere.given_back.wrong})" if nowhere.given_back else ""
        lines.append(f"- Of {nowhere.ours.count:,} addresses that are nowhere, **{nowhere.ours.wrong}** were accepted{beside}.")
    if real and nowhere:
        lines += ["", f"**En français.** Sur {real.ours.count} adresses réelles d'administrations, {percent(real.ours.exact).replace('.', ',')} sont placées"
                  f" à leur numéro exact ; fausses parmi les {real.ours.accepted} acceptées : {real.ours.wrong}. Sur {nowhere.ours.count} adresses qui n'existent"
                  f" pas (rue d'une autre commune, nom inventé, impasse au lieu d'une rue…), acceptées à tort : {nowhere.ours.wrong}. Le doute est montré"
                  " à une personne, jamais caché derrière une note."]
    return lines


def percent(share):
    return f"{100 * share:.1f} %"
