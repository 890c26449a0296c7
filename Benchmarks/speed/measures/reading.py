"""A workbook and a CSV file, read whole: every cell in memory, with its type."""

import json

import programs
import tables
from section import Section, megabytes, ratio, seconds

TITLE = "Reading a workbook"


def run(ours, folder, options):
    section = Section(
        TITLE,
        f"All cells of an XLSX workbook of {options.rows:,} rows × 20 columns with their types, from the start of the"
        " program to its end.",
        ["program", "rows", "time", "memory", "Gabarit is faster by"])
    source = tables.write(folder / "read.csv", options.rows)
    book = folder / "read.xlsx"
    programs.best(programs.peer("read", "write", book, source), folder, 1)
    mine = programs.best([ours.reading, book], folder, options.times)
    rows = json.loads(mine.printed)["rows"]
    section.add("Gabarit", rows, seconds(mine.seconds), megabytes(mine.memory), "")
    for peer, times in [("calamine", options.times), ("frictionless", 1)]:
        run = programs.best(programs.peer("read", peer, book), folder, times)
        read = int(run.printed.split()[0])
        section.expect(read == rows, f"{peer} reads {read} rows where Gabarit reads {rows}")
        section.expect(
            peer != "calamine" or mine.seconds <= run.seconds, "Gabarit is slower than calamine at reading XLSX")
        section.add(peer, read, seconds(run.seconds), megabytes(run.memory), ratio(run.seconds, mine.seconds))
    return section
