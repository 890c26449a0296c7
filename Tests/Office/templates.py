"""A template that is filled in comes home with nothing lost."""

import datetime
import json
import pathlib
import subprocess
import sys

import openpyxl

from office import SCHEMAS, WORK, gabarit, prepare, saved_by_libreoffice, office_profile

COMMUNES = ["69029", "69194", "69123"]
ROWS = 3
LYON = {"commune": "Lyon", "codepost": "69003", "code_insee": "69123"}
AGENDA = {
    "name": "agenda", "title": "Agenda", "version": "1.0.0", "fields": [
        {"name": "titre", "type": "string", "constraints": {"required": True}, "example": "Fête de la musique"},
        {"name": "jour", "type": "date", "example": "2019-06-21"},
        {"name": "siren", "type": "string", "constraints": {"pattern": "^\\d{9}$"}, "example": "012345678"},
        {"name": "gratuit", "type": "boolean", "trueValues": ["oui"], "falseValues": ["non"], "example": "non"},
        {"name": "prix", "type": "number", "example": "3.5"}],
    "missingValues": [""]}


def fields_of(schema, data):
    return json.loads(gabarit("schemas", "show", schema, "--json", data=data).stdout)["fields"]


def made(schema, commune, data):
    path = WORK / f"{pathlib.Path(str(schema)).stem}-{commune}.xlsx"
    run = gabarit("template", "--schema", schema, "--commune", commune, "--out", path, data=data)
    return path if run.returncode == 0 else None


def value_of(field, row, taken):
    """What somebody types in a row: the example of the field, another one in each row where that is possible."""
    example = str(field.get("example", ""))
    if field["name"] in taken:
        return taken[field["name"]]
    if field["name"] in ("nom", "titre", "adresse", "infoloc", "lieu") and row > 0:
        return f"{example} ({row + 1})"
    return example


def native(field, words):
    """As a program writes it: numbers as numbers, dates as dates, all else as text."""
    if words == "":
        return None
    if field["type"] == "number":
        return float(words)
    if field["type"] in ("integer", "year"):
        return int(words)
    if field["type"] == "date":
        return datetime.date.fromisoformat(words)
    return words


def fill(path, fields, commune):
    """Fills in rows of a template and returns what `data.csv` must hold."""
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.worksheets[1]
    columns = {cell.value: cell.column for cell in sheet[1]}
    expected = []
    for row in range(ROWS):
        line = {}
        for field in fields:
            cell = sheet.cell(row + 2, columns[field["name"]])
            if cell.value in (None, ""):
                words = value_of(field, row, LYON if commune == "69123" else {"codepost": "69370"})
                cell.value = native(field, words)
            line[field["name"]] = str(words if cell.value is None else cell.value) if cell.value is not None else ""
            if field["type"] == "number" and line[field["name"]].endswith(".0"):
                line[field["name"]] = line[field["name"]][:-2]
        expected.append(line)
    path = path.with_stem(path.stem + "-filled")
    workbook.save(path)
    return path, expected


def comes_home(tally, what, file, schema, commune, expected, data):
    """Whether a filled-in template gives exactly what was typed, and nothing needs to be asked or repaired."""
    got = prepare(file, schema, commune, data)
    if not tally.check(got.status == 0, f"{what}: valid", got.run.stderr[-400:] + str(
            [(f["rule"], f["text"]) for f in got.report.get("findings", []) if f["severity"] == "error"][:3]
            + got.report.get("questions", [])[:2])):
        if not got.report:
            return
    tally.check(got.rows == expected, f"{what}: exactly what was typed", difference(expected, got.rows))
    tally.check(not got.report["repairs"], f"{what}: nothing to repair", got.report["repairs"][:3])
    told = [f for f in got.report["findings"] if f["severity"] != "info" or f["rule"] in ("comment", "blank-rows")]
    told = [f for f in told if not f["rule"].startswith(("location", "placement"))]
    tally.check(not told, f"{what}: nothing reported", told[:3])


def difference(expected, got):
    if len(expected) != len(got):
        return f"{len(got)} rows for {len(expected)}"
    return [(k, a[k], b.get(k)) for a, b in zip(expected, got) for k in a if a[k] != b.get(k)][:6]


def typed_in_libreoffice(requests):
    """Types values into templates as a person does, through the programming interface of LibreOffice.

    `requests`: a list of {"file", "out", "sheet", "cells": [[address, words]…]}. False where it is not installed."""
    python = "/usr/bin/python3"
    probe = subprocess.run([python, "-c", "import uno"], capture_output=True)
    if probe.returncode != 0:
        return False
    plan = WORK / "typing.json"
    plan.write_text(json.dumps({"profile": str(office_profile()), "requests": requests}))
    script = pathlib.Path(__file__).with_name("typing_person.py")
    run = subprocess.run([python, str(script), str(plan)], capture_output=True, text=True, timeout=600)
    if run.returncode != 0:
        print(run.stderr[-1500:], file=sys.stderr)
    return True


def as_typed(field, words):
    """As a French person types it: a decimal comma, a day before its month."""
    if field["type"] == "number":
        return words.replace(".", ",")
    if field["type"] == "date":
        return "/".join(reversed(words.split("-")))
    return words


def typing_request(path, fields, commune, format):
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.worksheets[1]
    cells, expected = [], []
    for row in range(ROWS):
        line = {}
        for column, field in enumerate(fields, 1):
            cell = sheet.cell(row + 2, column)
            words = str(cell.value or "")
            if not words:
                words = value_of(field, row, LYON if commune == "69123" else {"codepost": "69370"})
                if words:
                    cells.append([cell.coordinate, as_typed(field, words)])
            line[field["name"]] = words
        expected.append(line)
    out = path.with_name(path.stem + f"-typed.{format}")
    return {"file": str(path), "out": str(out), "sheet": sheet.title, "cells": cells}, expected


def run(tally):
    data = WORK / "data-templates"
    agenda = WORK / "agenda.json"
    agenda.write_text(json.dumps(AGENDA))
    filled = []
    typing = []
    for schema in SCHEMAS + [agenda]:
        name = pathlib.Path(str(schema)).stem
        fields = fields_of(schema, data)
        for commune in COMMUNES:
            path = made(schema, commune, data)
            if not tally.check(path is not None, f"{name} {commune}: a template is written"):
                continue
            empty = prepare(path, schema, commune, WORK / "data-empty")
            tally.check(empty.report.get("verdict", {}).get("rows") == 0, f"{name} {commune}: an empty template holds no row",
                        empty.report.get("verdict") or empty.run.stderr)
            file, expected = fill(path, fields, commune)
            filled.append((f"{name} {commune}", file, schema, commune, expected))
            for format in (["xlsx", "ods"] if commune == "69029" else ["xlsx"]):
                typing.append((name, schema, commune, format, *typing_request(path, fields, commune, format)))
    for what, file, schema, commune, expected in filled:
        comes_home(tally, f"{what} filled in by a program", file, schema, commune, expected, data / what)
    for format in ("xlsx", "ods"):
        saved = saved_by_libreoffice([file for _, file, *_ in filled], format)
        for what, file, schema, commune, expected in filled:
            comes_home(tally, f"{what} saved by LibreOffice as {format}", saved[file], schema, commune, expected,
                       data / f"{what}-{format}")
    if not typed_in_libreoffice([request for *_, request, _ in typing]):
        print("skipped: typing in LibreOffice (python3-uno is not installed)")
        return
    for name, schema, commune, format, request, expected in typing:
        comes_home(tally, f"{name} {commune} typed in LibreOffice, saved as {format}", request["out"], schema, commune,
                   expected, data / f"{name}-{commune}-typed-{format}")
