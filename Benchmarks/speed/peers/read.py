"""read.py calamine|openpyxl|frictionless|write FILE: reads all cells of a workbook, and prints how many rows it has.

`write` makes the workbook from the CSV file beside it: numbers and dates become cells of their type.
"""

import sys
import time
import warnings

warnings.filterwarnings("ignore")
program, file = sys.argv[1:3]
start = time.monotonic()
if program == "calamine":
    from python_calamine import CalamineWorkbook

    rows = len(CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python())
elif program == "openpyxl":
    import openpyxl

    book = openpyxl.load_workbook(file, read_only=True, data_only=True)
    rows = sum(1 for _ in book.worksheets[0].iter_rows(values_only=True))
elif program == "frictionless":
    import frictionless

    with frictionless.system.use_context(trusted=True), frictionless.Resource(path=file) as resource:
        rows = 1 + sum(1 for _ in resource.cell_stream) - 1
else:
    import csv
    import datetime

    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Parcs")

    def typed(text):
        if len(text) == 10 and text[4] == text[7] == "-":
            return datetime.date.fromisoformat(text)
        try:
            return float(text) if "." in text else int(text)
        except ValueError:
            return {"true": True, "false": False, "": None}.get(text, text)

    with open(sys.argv[3], encoding="utf-8", newline="") as source:
        for row in csv.reader(source):
            sheet.append([typed(cell) for cell in row])
    book.save(file)
    rows = 0
print(rows, time.monotonic() - start)
