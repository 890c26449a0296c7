"""How the time to check grows with rows, columns and different faults: by cell it must stay the same."""

import json

import programs
import tables
from section import Section, megabytes, seconds

TITLE = "Growth"


def run(ours, folder, options):
    section = Section(
        TITLE, "`gabarit check` on tables of growing size: the time of a cell must not grow.",
        ["rows", "columns", "different faults", "time", "of a cell", "memory"])
    full = options.rows
    sizes = [(full * part // 4, 20, 0) for part in (1, 2, 4, 8)]
    sizes += [(full // 4, columns, 0) for columns in (5, 10, 20, 40)]
    sizes += [(full, 20, distinct) for distinct in (1, 100, 10_000)]
    each = {}
    for rows, columns, distinct in sizes:
        schema = folder / "growing.json"
        schema.write_text(json.dumps(tables.schema(columns)))
        faults = min(10_000, rows) if distinct else 0
        file = tables.write(folder / "growing.csv", rows, columns, faults, distinct)
        run = programs.best(
            [ours.gabarit, "check", file, "--schema", schema, "--data", folder / "data"], folder, options.times)
        each[rows, columns, distinct] = run.seconds / rows / columns
        section.add(
            f"{rows:,}", columns, f"{distinct:,}", seconds(run.seconds), f"{1e9 * each[rows, columns, distinct]:.0f} ns",
            megabytes(run.memory))
    # A process takes a while to start, which weighs on small tables: it may make cells look dearer there, not here.
    section.expect(
        each[2 * full, 20, 0] < 1.5 * each[full // 4, 20, 0], "the time of a cell grows with the number of rows")
    section.expect(
        each[full // 4, 40, 0] < 1.5 * each[full // 4, 10, 0], "the time of a cell grows with the number of columns")
    return section
