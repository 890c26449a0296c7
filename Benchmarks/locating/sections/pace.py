"""Addresses a second, beside addok in one process on the same base."""

import base
import corpora
import typed
from section import Section, megabytes, ratio, seconds

# Addresses a second, times addok's, microseconds.
LEAST, TIMES_PEER, STROKE = 50_000, 200, 1000
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
        pace = engine["warm_per_second"]
        section.add("Gabarit", "engine", "", "", megabytes(engine["resident_mb"]), f"{pace:,.0f}", ratio(pace, theirs) if theirs else "")
        section.expect(pace >= LEAST, f"the engine answers {pace:,.0f} addresses a second on one core: less than {LEAST:,}")
        section.expect(not theirs or pace >= TIMES_PEER * theirs, f"the engine is {pace / (theirs or 1):.0f} times as fast as addok: less than {TIMES_PEER}")
        section.add("Gabarit", "completing, each stroke", "", "", "", each(engine["typing_us"]), "")
        section.add("Gabarit", "the address of a place", "", "", "", each(engine["reverse_us"]), "")
        section.expect(engine["typing_p99_us"] < STROKE, f"one stroke in a hundred waits {engine['typing_p99_us']:.0f} µs and more for completions")
    if theirs:
        section.add("addok", "one process", seconds(at["peer"]["build"]), "in memory", megabytes(at["peer"]["memory"] / 1e6), f"{theirs:,.0f}", "")
    return section


def each(microseconds):
    return f"{1e6 / microseconds:,.0f} ({microseconds:.0f} µs each)"
