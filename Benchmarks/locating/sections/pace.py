"""Addresses a second, beside addok in one process on the same base."""

import base
import corpora
import typed
from section import Section, megabytes, ratio, seconds

LEAST, TIMES_PEER, KEYSTROKE = 50_000, 200, 0.001
# In a country, what is left of these may be several places; both sizes of base are asked the same kinds of cases.
NOT_ALONE = {"postcode missing", "commune shortened", "wrong postcode", "postcode of CEDEX"}


def run(ours, taken, largest, folder, count):
    section = Section(
        "Speed on one territory",
        "The Val-de-Marne (138,000 addresses). *File*: the whole command, from the start of the program to the written answers. *Engine*: searching"
        " alone, on one core, once warm.",
        ["program", "what", "index built", "size", "memory", "addresses a second", "Gabarit is faster by"])
    at = taken[largest]
    index, built = at["index"], at["build"]
    cases = corpora.write(folder / "pace.csv", typed.rows(base.read(largest), count, seed=7, without=NOT_ALONE))
    whole = ours.answer(cases, index, folder / "pace.answers.csv", folder)
    theirs = None
    if "peer" in at:
        files = [file for path, file in at["peer"]["files"].items() if path.endswith("/typed.csv")]
        theirs = files[0]["rows"] / files[0]["seconds"]
    size = megabytes(index.stat().st_size / 1e6)
    section.add("Gabarit", f"a file of {count:,}", seconds(built.seconds), size, megabytes(whole.memory), f"{count / whole.seconds:,.0f}",
                ratio(count / whole.seconds, theirs) if theirs else "")
    engine = ours.speed(index, cases, folder)
    if engine:
        pace = engine["addresses_per_second"]
        section.add("Gabarit", "engine", "", "", megabytes(engine["resident_mb"]), f"{pace:,.0f}", ratio(pace, theirs) if theirs else "")
        section.expect(pace >= LEAST, f"the engine answers {pace:,.0f} addresses a second on one core: less than {LEAST:,}")
        section.expect(not theirs or pace >= TIMES_PEER * theirs, f"the engine is {pace / (theirs or 1):.0f} times as fast as addok: less than {TIMES_PEER}")
        complete = engine["autocomplete_seconds"]
        section.add("Gabarit", "completing what is typed", "", "", "", f"{1 / complete:,.0f} ({1e6 * complete:.0f} µs each)", "")
        section.expect(complete < KEYSTROKE, f"completing takes {1000 * complete:.2f} ms: more than 1 ms")
        if "reverse_seconds" in engine:
            reverse = engine["reverse_seconds"]
            section.add("Gabarit", "the address of a place", "", "", "", f"{1 / reverse:,.0f} ({1e6 * reverse:.0f} µs each)", "")
    if theirs:
        section.add("addok", "one process", seconds(at["peer"]["build"]), "in memory", megabytes(at["peer"]["memory"] / 1e6), f"{theirs:,.0f}", "")
    return section
