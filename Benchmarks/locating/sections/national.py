"""The size of a country: 26 million addresses, built, opened and searched."""

import country
import scores
from sections import accuracy
from section import Section, megabytes, seconds

# Seconds, bytes, milliseconds, megabytes.
BUILD, SIZE, OPEN, MEMORY = 600, 2e9, 100, 500


def run(ours, base, folder, work, small_pace):
    """`folder` has the country's files, or gets them; `small_pace` is what the engine does on one territory."""
    if not (listed := sorted(folder.glob("*.csv.gz"))):
        country.make(base, folder)
        listed = sorted(folder.glob("*.csv.gz"))
    cases = folder.parent / f"{folder.name}-cases.csv"
    index, answers = work / "country.index", work / "country.answers.csv"
    built = ours.index(listed, index, work)
    whole = ours.answer(cases, index, answers, work)
    scored = scores.judged(cases, answers)
    engine = ours.speed(index, cases, work)
    section = Section(
        "The size of the country",
        f"The Val-de-Marne again and again under other names: a base as large as the country's, 26 million addresses in {len(listed)} files with the 23"
        f" columns of the national base, compressed. {scored.count:,} cases from everywhere, in no order.",
        ["what", "figure"])
    section.add("index built", f"{seconds(built.seconds)}, {megabytes(built.memory)} of memory")
    section.add("size of the index", megabytes(index.stat().st_size / 1e6))
    section.add("a file of cases, whole command", f"{scored.count / whole.seconds:,.0f} addresses a second, {megabytes(whole.memory)} of memory")
    section.add("exact", accuracy.percent(scored.exact))
    section.add("accepted, doubt, none", ", ".join(accuracy.percent(scored.of_status(s)) for s in (scores.ACCEPTED, scores.DOUBT, scores.NONE)))
    section.add("wrong among the accepted", f"{scored.wrong} ({accuracy.percent(scored.wrong_share, 2)})")
    section.expect(whole.memory < MEMORY, f"locating a file in the country took {whole.memory:.0f} MB: more than {MEMORY}")
    section.expect(built.seconds < BUILD, f"the index of the country took {built.seconds:.0f} s: more than {BUILD}")
    section.expect(index.stat().st_size < SIZE, f"the index of the country has {index.stat().st_size / 1e9:.1f} GB: more than 2")
    if engine:
        pace = engine["warm_per_second"]
        section.add("opened", f"{engine['opening_ms']:.0f} ms")
        section.add("engine, one core", f"{pace:,.0f} addresses a second ({engine['cold_per_second']:,.0f} the first time)")
        section.add("resident while searching", megabytes(engine["resident_mb"]))
        section.add("completing, each stroke", f"{engine['typing_us']:.0f} µs, one in a hundred {engine['typing_p99_us']:.0f} µs and more")
        section.add("the address of a place", f"{engine['reverse_us']:.0f} µs")
        section.expect(engine["opening_ms"] < OPEN, f"opening took {engine['opening_ms']:.0f} ms: more than {OPEN}")
        section.expect(engine["resident_mb"] < MEMORY, f"{engine['resident_mb']:.0f} MB were resident: more than {MEMORY}")
        section.expect(not small_pace or pace * 3 >= small_pace, "the country is searched more than three times as slowly as a territory")
    scores.write_failures(work / "country-failures.csv", "country", scored)
    index.unlink()
    return section
