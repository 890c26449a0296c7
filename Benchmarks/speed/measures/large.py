"""A file of 1 GB, which must never stand whole in memory."""

import json

import programs
import tables
from section import Section, megabytes, seconds

TITLE = "A file of 1 GB"
SIZE = 1_000_000_000
MOST = 300


def run(ours, folder, options):
    section = Section(
        TITLE, "`gabarit check` on a valid CSV file of 1 GB (20 columns), and the same file only cut into fields.",
        ["what", "time", "memory"])
    schema = folder / "large.json"
    descriptor = tables.schema()
    descriptor["fields"][0]["constraints"].pop("unique")
    schema.write_text(json.dumps(descriptor))
    file = repeated(tables.write(folder / "part.csv", 100_000), folder / "large.csv")
    checked = programs.best(
        [ours.gabarit, "check", file, "--schema", schema, "--data", folder / "data"], folder, 1)
    section.expect(checked.status == 0, "Gabarit does not find the large file valid")
    section.expect(checked.memory < MOST, f"checking 1 GB took {checked.memory:.0f} MB of memory")
    section.add("check", seconds(checked.seconds), megabytes(checked.memory))
    cut = programs.best([ours.reading, file, "1", "--cut"], folder, 1)
    section.add("cut into fields", seconds(cut.seconds), megabytes(cut.memory))
    file.unlink()
    return section


def repeated(part, whole):
    """A table whose rows come again and again."""
    header, _, rows = part.read_bytes().partition(b"\n")
    with open(whole, "wb") as file:
        file.write(header + b"\n")
        while file.tell() < SIZE:
            file.write(rows)
    return whole
