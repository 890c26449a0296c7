"""What the tests of round trips share: the command, LibreOffice, and a tally of what held."""

import csv
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
GABARIT = pathlib.Path(os.environ.get("GABARIT", ROOT / ".build/debug/gabarit")).resolve()
WORK = pathlib.Path(tempfile.mkdtemp(prefix="gabarit-office-"))
SCHEMAS = ["parcs-jardins", "bureaux-de-vote", "toilettes", "panneaux-affichage", "etablissements-publics",
           "stationnement-pmr"]
FRENCH = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>fr-FR</value></prop></item>
</oor:items>
"""


class Tally:
    """Counts what held; says at once what did not."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def check(self, held, what, detail=""):
        if held:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED {what}" + (f"\n       {str(detail)[:600]}" if detail != "" else ""), flush=True)
        return bool(held)

    def end(self):
        shutil.rmtree(WORK, ignore_errors=True)
        print(f"{self.passed} passed, {self.failed} failed")
        raise SystemExit(1 if self.failed else 0)


def gabarit(*arguments, data):
    """Runs the command with a folder of data of its own."""
    environment = dict(os.environ, GABARIT_DATA=str(data))
    return subprocess.run([str(GABARIT), *map(str, arguments)], capture_output=True, text=True, env=environment)


class Prepared:
    """What `prepare` wrote for a file."""

    def __init__(self, file, schema, commune, data):
        self.folder = WORK / "out" / f"{len(list((WORK / 'out').glob('*'))) if (WORK / 'out').exists() else 0}"
        self.run = gabarit("prepare", file, "--schema", schema, "--commune", commune, "--out", self.folder, data=data)
        self.status = self.run.returncode
        self.corrected = self.folder / "corrected.xlsx"
        report = self.folder / "report.json"
        self.report = json.loads(report.read_text()) if report.exists() else {}

    @property
    def rows(self):
        with open(self.folder / "data.csv", newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))

    @property
    def data(self):
        return (self.folder / "data.csv").read_bytes()


def prepare(file, schema, commune, data):
    return Prepared(file, schema, commune, data)


def office_profile():
    """A profile of LibreOffice as a French town hall has it."""
    profile = WORK / "profile"
    if not profile.exists():
        (profile / "user").mkdir(parents=True)
        (profile / "user/registrymodifications.xcu").write_text(FRENCH)
    return profile


def saved_by_libreoffice(files, format):
    """The files opened and saved again in a format; by file, the new one. One start of LibreOffice for all."""
    out = pathlib.Path(tempfile.mkdtemp(dir=WORK))
    results = {}
    # Files of one name would overwrite each other.
    for number, file in enumerate(files):
        copy = out / f"{number}{pathlib.Path(file).suffix}"
        shutil.copy(file, copy)
        results[file] = out / "saved" / f"{number}.{format}"
    subprocess.run(
        ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{office_profile()}", "--convert-to",
         format, "--outdir", str(out / "saved"), *[str(out / f"{n}{pathlib.Path(f).suffix}") for n, f in enumerate(files)]],
        capture_output=True, timeout=600)
    return results
