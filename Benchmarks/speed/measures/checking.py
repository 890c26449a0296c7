"""A CSV file against its schema: the verdict, beside Validata and frictionless."""

import json

import programs
import tables
from section import Section, megabytes, ratio, seconds

TITLE = "Checking a file against its schema"


def run(ours, folder, options):
    section = Section(
        TITLE,
        f"`gabarit check` on a CSV file of {options.rows:,} rows × 20 columns (patterns, enumerations, numbers, dates,"
        " addresses of mail and pages, unique identifiers). The verdict is the same for all. Validata stops telling"
        " faults at 1,000; frictionless does so by default too.",
        ["file", "program", "verdict", "time", "memory", "Gabarit is faster by"])
    schema = folder / "schema.json"
    schema.write_text(json.dumps(tables.schema()))
    for name, faults in [("valid", 0), ("2,000 faults", 2_000)]:
        file = tables.write(folder / f"checked-{faults}.csv", options.rows, faults=faults)
        mine = programs.best(
            [ours.gabarit, "check", file, "--schema", schema, "--data", folder / "data"], folder, options.times)
        verdict = "valid" if mine.status == 0 else "invalid"
        section.expect((faults == 0) == (mine.status == 0), f"Gabarit says {verdict} of the file: {name}")
        section.add(name, "Gabarit", verdict, seconds(mine.seconds), megabytes(mine.memory), "")
        for peer in ["validata", "frictionless"]:
            # Slow enough for one run to be told from ours.
            run = programs.best(programs.peer("check", peer, file, schema), folder, 1)
            said = "valid" if run.status == 0 else "invalid"
            section.expect(said == verdict, f"{peer} says {said} where Gabarit says {verdict}: {name}")
            section.add(name, peer, said, seconds(run.seconds), megabytes(run.memory), ratio(run.seconds, mine.seconds))
    return section
