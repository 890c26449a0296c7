"""docs/speed.md, written by the measures."""

import datetime
import pathlib

root = pathlib.Path(__file__).resolve().parent.parent.parent
PAGE = root / "docs/speed.md"
LARGE = "## A file of 1 GB"


def write(sections, machine, version, keeps_large):
    lines = [
        "# Speed",
        "",
        "<!-- Written by `make bench` and `make bench-large`: measure again instead of changing this page. -->",
        "",
        f"Measured on {datetime.date.today()}, Gabarit {version}, {machine}. All programs of a table ran in turn in one"
        " run, as whole processes; the best of several runs counts. The inputs are drawn with a fixed seed.",
        "",
    ]
    for section in sections:
        lines += section.lines()
    if keeps_large:
        lines += former_large()
    PAGE.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def former_large():
    """The section that only `make bench-large` measures, as it stood."""
    if not PAGE.exists() or LARGE not in (text := PAGE.read_text(encoding="utf-8")):
        return []
    return text[text.index(LARGE):].splitlines()
