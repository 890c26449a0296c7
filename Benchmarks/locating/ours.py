"""Gabarit's programs: the command, as an agent runs it, and the engine alone, in one process on one core."""

import json
import os
import pathlib
import subprocess

import corpora
import timed

root = pathlib.Path(__file__).resolve().parent.parent.parent
COLUMNS = ["--columns", "adresse", "--postcode", "code_postal", "--city", "ville", "--citycode", "code_insee"]


class Ours:
    def __init__(self, gabarit):
        self.gabarit = str(gabarit)
        self.engine = pathlib.Path(gabarit).with_name("bench-geocoding")

    def index(self, files, index, folder):
        """Builds an index; the run, with its seconds and memory."""
        return finished(timed.Run([self.gabarit, "addresses", "build", *files, "--out", index, "--data", folder / "data"], folder))

    def answer(self, cases, index, answers, folder):
        """Answers a file of cases as the command does."""
        return finished(timed.Run(
            [self.gabarit, "geocode", cases, "--addresses", index, *COLUMNS, "--out", answers,
             "--data", folder / "data"], folder))

    def speed(self, index, cases, folder):
        """What the engine alone tells (see Benchmarks/Geocoding), or nothing when it is not built."""
        if not self.engine.exists():
            return None
        queries = folder / "queries.tsv"
        with open(queries, "w", encoding="utf-8") as file:
            for row in corpora.read(cases):
                file.write("\t".join(row[name] for name in [*corpora.GIVEN, "expected_lon", "expected_lat"]) + "\n")
        run = finished(timed.Run([self.engine, index, queries], folder))
        return json.loads(run.printed.strip().splitlines()[-1])


def finished(run):
    if run.status != 0:
        raise SystemExit(f"gabarit ended with {run.status}: {run.said[-1000:]}")
    return run


def build():
    """Builds for release, or takes the program GABARIT names, in whose folder bench-geocoding may stand."""
    if "GABARIT" in os.environ:
        return Ours(os.environ["GABARIT"])
    subprocess.run(["swift", "build", "-c", "release", "--product", "gabarit"], cwd=root, check=True)
    subprocess.run(["swift", "build", "-c", "release", "--product", "bench-geocoding"], cwd=root, check=True)
    return Ours(root / ".build/release/gabarit")
