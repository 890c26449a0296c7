"""Workbooks whose numbers carry formats, for parity.py: every value under every format, in a column of every type."""
import datetime
import os
import random
import zipfile

import openpyxl
from openpyxl.styles.numbers import BUILTIN_FORMATS

NUMBERS = [
    "0", "00000", "0000000000", "0.0", "0.00", "#,##0", "#,##0.00", "# ##0", "#\\ ##0", "#\\ ##0.00\\ \"€\"", "0.##", "0.#",
    "#.###", "0.0?", "0%", "0.0%", "0.00%", "0 %", "0.0#%", "0.00E+00", "##0.0E+0", "# ?/?", "@", "\"69\"000", "0\" m2\"",
    "0\" m.\"", "0\\.0", "[Red]-0.00", "0.00;[Red]-0.0", "0;-0;0;@", "0%;[Red]-0%", "0.000;(0.0);\"-\"", "#,##0.00\\ _€",
    "_-* #,##0.00\\ \"€\"_-;\\-* #,##0.00\\ \"€\"_-;_-* \"-\"??\\ \"€\"_-;_-@_-", "0#\" \"##\" \"##\" \"##\" \"##", "Standard",
    "[>=1000]#,##0;0", "0.0.0", ";;;", "\"oui\";\"oui\";\"non\"", "[$-40C]0.00", "[$€-2]\\ #,##0.00", "General\" t\"", "0,",
    "[=0]\"non\";[=1]\"oui\";General",
]
MOMENTS = [
    "yyyy-mm-dd", "yyyy\\-mm\\-dd", "dd/mm/yyyy", "d/m/yy", "dd/mm/yy", "dd/mm/yyyy;@", "[$-40C]d mmmm yyyy;@", "d mmm yyyy",
    "dddd d mmmm yyyy", "ddd dd", "mmm-yy", "mm/yyyy", "m", "yyyy", "jj/mm/aaaa", "yyyy-mm-dd hh:mm:ss", "yyyy-mm-ddThh:mm:ss",
    "yyyy\\-mm\\-dd\\Thh:mm:ss", "dd/mm/yyyy hh:mm", "h:mm", "hh:mm:ss", "hh\"h\"mm", "h:mm AM/PM", "h:mm:ss a/p", "mm:ss",
    "mmss.0", "[h]:mm:ss", "[hh]:mm", "[mm]:ss", "[h]", "\"le\" dd\\/mm\\/yyyy", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "d-m",
    "mmmmm", "[Red]dd/mm/yyyy", "dd.mm.yyyy", "yyyymmdd", "h\\hmm", "ss", "m/d/yy h:mm",
]
VALUES = [
    0, 1, -1, 2, 12, 0.5, 1.5, 2.5, -0.5, -1.5, 0.25, 0.125, -0.125, 0.45, 0.07, 1.005, 1234.5678, -1234.5678, 1e-5, 1e15,
    1e16, 1001, 69029, 478123456, 73282932000074, 21690123400015, 123456789012345, 2024, 1900, 59, 60, 61, 43830,
    43830.354166666664, 45.733300000000003, -45000, 2958465, 3000000, 0.35416666666666669, 1.2604166666666667, 0.999999999,
    True, False, "01001", "12", "12,5", "45 %", "2024-05-31", "31/05/2024", "true", "x",
    datetime.datetime(2024, 5, 31), datetime.datetime(2024, 5, 31, 8, 30), datetime.datetime(2024, 12, 1, 23, 59, 59),
    datetime.date(2024, 2, 29), datetime.time(8, 30), datetime.time(0, 0), datetime.timedelta(hours=30, minutes=15),
]
FIELDS = [
    {"type": "string"}, {"type": "string", "constraints": {"pattern": "[0-9]{5}"}}, {"type": "string", "constraints": {"maxLength": 4}},
    {"type": "integer"}, {"type": "integer", "bareNumber": False}, {"type": "integer", "constraints": {"minimum": 2}},
    {"type": "number"}, {"type": "number", "bareNumber": False}, {"type": "number", "constraints": {"maximum": 1}}, {"type": "boolean"},
    {"type": "date"}, {"type": "date", "format": "%d/%m/%Y"}, {"type": "datetime"},
    {"type": "time"}, {"type": "time", "format": "%H:%M"}, {"type": "year"},
    {"type": "yearmonth"}, {"type": "duration"}, {"type": "any"}, {"type": "geopoint"}, {"type": "array"}, {"type": "object"},
    {"type": "string", "constraints": {"enum": ["1", "12"]}}, {"type": "number", "constraints": {"enum": [1, "2.5"]}},
    {"type": "string", "missingValues": ["", "0", "True", "1.5"]},
]
# Validata tells no more than 1,000 errors: files stay below.
BATCH = 29
CHECKS = [("french-siret-value", "string"), ("french-siret-value", "integer"), ("phone-number-value", "string"),
          ("year-interval-value", "string"), ("nomenclature-actes-value", "string")]


def schema():
    fields = [dict(field, name=f"c{place}") for place, field in enumerate(FIELDS)]
    checked = [{"name": f"check{place}", "type": kind} for place, (_, kind) in enumerate(CHECKS)]
    checks = [{"name": name, "params": {"column": f"check{place}"}} for place, (name, _) in enumerate(CHECKS)]
    return {"fields": fields + checked, "custom_checks": checks}


def save(path, names, rows):
    """A workbook of one sheet; `rows` hold values and the codes of their formats."""
    book = openpyxl.Workbook()
    book.active.append(names)
    for row, cells in enumerate(rows, 2):
        for column, (value, code) in enumerate(cells, 1):
            cell = book.active.cell(row, column)
            cell.value = value
            if code is not None:
                cell.number_format = code
    book.save(path)
    # The same bytes whenever it is made: answers of the oracle are kept by them.
    with zipfile.ZipFile(path) as file:
        parts = [(name, file.read(name)) for name in file.namelist() if name != "docProps/core.xml"]
    with zipfile.ZipFile(path, "w") as file:
        for name, content in parts:
            file.writestr(zipfile.ZipInfo(name), content)


def workbooks(folder):
    """Files, each with values under one format; then some with any value under any format."""
    names = [field["name"] for field in schema()["fields"]]
    chance = random.Random(5)
    codes = [None, *BUILTIN_FORMATS.values(), *NUMBERS, *MOMENTS]
    for number, code in enumerate(dict.fromkeys(codes)):
        for start in range(0, len(VALUES), BATCH):
            path = os.path.join(folder, f"format{number}-{start}.xlsx")
            save(path, names, [[(value, code)] * len(names) for value in VALUES[start:start + BATCH]])
            yield path
    for number in range(30):
        path = os.path.join(folder, f"mixed{number}.xlsx")
        save(path, names, [[(chance.choice(VALUES), chance.choice(codes)) for _ in names] for _ in range(BATCH)])
        yield path
