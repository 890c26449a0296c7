"""The corrected workbook is the sender's own, opens everywhere, and brings the answers home."""

import warnings

import openpyxl
from openpyxl.utils import column_index_from_string, get_column_letter

import templates
from office import ROOT, WORK, prepare, saved_by_libreoffice

DEMO = ROOT / "Examples/demo"
EMPTY = "(laisser vide)"
LABELS = ["id", "sheet", "column", "header", "before", "after", "rows"]

# openpyxl remarks that it does not know some extensions.
warnings.filterwarnings("ignore")


class Sending:
    """A file of the demonstration, and what came back for it."""

    def __init__(self, file):
        self.file = file
        self.schema = file.parent.name
        self.commune = file.name[:5]
        self.what = f"{self.schema}/{file.name}"
        self.data = WORK / "data" / f"{self.schema}-{self.commune}"
        self.first = prepare(file, self.schema, self.commune, self.data)

    @property
    def sheet(self):
        return self.first.report["file"].get("sheet")

    def again(self, file, data=None):
        return prepare(file, self.schema, self.commune, data or self.data)


def sendings(*suffixes):
    return [Sending(file) for file in sorted(DEMO.glob("*/*")) if file.suffix in suffixes]


# The workbook is the sender's own


def same(a, b):
    """Equal values; a number may be written as text of the same digits."""
    if a is None or b is None:
        return (a or "") == (b or "")
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return abs(a - b) < 1e-9
    return str(a).replace("\r\n", "\n") == str(b).replace("\r\n", "\n")


def number(words):
    try:
        return float(words)
    except ValueError:
        return words


def changed_cells(sending):
    """The cells that may differ from those that were sent."""
    report = sending.first.report
    letters = {c["field"]: c["column"] for c in report["columns"] if c.get("field")}
    cells = {f"{r['column']}{r['row']}" for r in report["repairs"] if r.get("column")}
    cells |= {f"{letters[q['field']]}{row}" for q in report["questions"] if q["field"] in letters for row in q["rows"]}
    return cells


def is_the_senders(tally, sending, original):
    """Everything that was not repaired is as it was sent: values, formulas, formats, widths, other sheets."""
    sent = openpyxl.load_workbook(original)
    back = openpyxl.load_workbook(sending.first.corrected)
    ours = [name for name in back.sheetnames if name not in sent.sheetnames]
    tally.check(back.sheetnames[:len(sent.sheetnames)] == sent.sheetnames and ours in ([], ["Questions"]),
                f"{sending.what}: the same sheets in the same order", back.sheetnames)
    changed = changed_cells(sending)
    for name in sent.sheetnames:
        before, after = sent[name], back[name]
        differences = [
            (name, cell.coordinate, cell.value, after[cell.coordinate].value)
            for row in before.iter_rows() for cell in row
            if not (name == sending.sheet and cell.coordinate in changed)
            and (not same(cell.value, after[cell.coordinate].value)
                 or cell.number_format != after[cell.coordinate].number_format)]
        tally.check(not differences, f"{sending.what}: untouched cells of « {name} »", differences[:4])
        widths = {k: v.width for k, v in before.column_dimensions.items()}
        tally.check(widths == {k: after.column_dimensions[k].width for k in widths}, f"{sending.what}: widths of « {name} »")
        tally.check(sorted(map(str, before.merged_cells.ranges)) == sorted(map(str, after.merged_cells.ranges)),
                    f"{sending.what}: merged cells of « {name} »")
        tally.check(before.freeze_panes == after.freeze_panes and before.auto_filter.ref == after.auto_filter.ref,
                    f"{sending.what}: panes and filters of « {name} »")


def repairs_are_seen(tally, sending):
    """Every repaired cell holds its new value, is coloured, and says what it held."""
    back = openpyxl.load_workbook(sending.first.corrected)
    sheet = back[sending.sheet] if sending.sheet in back.sheetnames else back.worksheets[0]
    last = max(column_index_from_string(c["column"]) for c in sending.first.report["columns"])
    added = {cell.value for row in sheet.iter_rows(max_row=40, min_col=last + 1) for cell in row}
    asked = {(q["field"], row) for q in sending.first.report["questions"] for row in q["rows"]}
    wrong = []
    for repair in sending.first.report["repairs"]:
        # What was cut out of a cell, or had no column, stands in a column of its own.
        if not repair.get("column") or repair["field"] in added or (repair["field"], repair["row"]) in asked:
            continue
        cell = sheet[f"{repair['column']}{repair['row']}"]
        if isinstance(cell, openpyxl.cell.cell.MergedCell):
            continue
        if cell.data_type == "f" or (cell.comment and "n'a pas été remplacée" in cell.comment.text):
            continue
        value = cell.value.date().isoformat() if hasattr(cell.value, "date") else cell.value
        if not (same(value, repair["after"]) or same(str(value), repair["after"]) or same(value, number(repair["after"]))):
            wrong.append((cell.coordinate, value, repair["after"]))
        elif cell.fill.fgColor.rgb not in ("FFDDF2E0", "FFD6E6FA"):
            wrong.append((cell.coordinate, "colour", cell.fill.fgColor.rgb))
        elif not cell.comment or "Avant" not in cell.comment.text:
            wrong.append((cell.coordinate, "comment"))
    tally.check(not wrong, f"{sending.what}: repaired cells are replaced, coloured and commented", wrong[:5])


def picture(path):
    """What a workbook shows: values, fills, comments, and drop-downs of the questions."""
    book = openpyxl.load_workbook(path)
    values, fills, comments = {}, {}, {}
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                key = (sheet.title, cell.coordinate)
                if cell.value not in (None, ""):
                    values[key] = cell.value
                if cell.fill.fill_type == "solid" and cell.fill.fgColor.rgb in ("FFDDF2E0", "FFD6E6FA", "FFFFEDB3"):
                    fills[key] = cell.fill.fgColor.rgb
                if cell.comment:
                    comments[key] = "".join(cell.comment.text.split())
    rules = sum(len(list(rule.cells)) for rule in book["Questions"].data_validations.dataValidation) \
        if "Questions" in book.sheetnames else 0
    return values, fills, comments, rules


def survives_libreoffice(tally, sending, saved, pdf):
    """LibreOffice opens the workbook and keeps all of it."""
    if not tally.check(saved.exists() and pdf.exists(), f"{sending.what}: LibreOffice opens the corrected workbook"):
        return
    before, after = picture(sending.first.corrected), picture(saved)
    wrong = [(k, v, after[0].get(k)) for k, v in before[0].items()
             if not same(v, after[0].get(k)) and not str(v).startswith("=") and not hasattr(v, "isoformat")]
    tally.check(not wrong, f"{sending.what}: values after LibreOffice", wrong[:4])
    tally.check(before[1] == after[1], f"{sending.what}: colours after LibreOffice",
                [x for x in before[1].items() if x not in after[1].items()][:4])
    lost = [(k, v, after[2].get(k)) for k, v in before[2].items() if v not in after[2].get(k, "")]
    tally.check(not lost, f"{sending.what}: comments after LibreOffice", lost[:3])
    tally.check(before[3] == after[3], f"{sending.what}: drop-downs after LibreOffice", (before[3], after[3]))


# The answers come home


def questions(path):
    """The questions of a corrected workbook, as their sheet holds them."""
    book = openpyxl.load_workbook(path)
    if "Questions" not in book.sheetnames:
        return []
    sheet = book["Questions"]
    header = [cell.value for cell in sheet[4]]
    if "id" not in header:
        return []
    found = []
    for row in range(5, sheet.max_row + 1):
        words = {label: sheet.cell(row, header.index(label) + 1).value or "" for label in LABELS if label in header}
        if not words["id"]:
            continue
        first = header.index("id") + 1 + (len([h for h in header if h in LABELS]) - 1)
        words["choices"] = [c.value for c in sheet[row][first:] if c.value not in (None, "")]
        words["cell"] = (row, header.index("Votre réponse") + 1)
        found.append(words)
    return found


def answers_for(asked):
    """An answer to every question, among those that are offered: proposals are agreed to and refused in turn."""
    answers = {}
    for number, question in enumerate(asked):
        agreed = question.get("after") or EMPTY
        others = [c for c in question["choices"] if c != agreed]
        if question.get("rows"):
            answer = agreed if number % 3 == 0 else EMPTY if number % 5 == 4 and EMPTY in others else (others or [agreed])[0]
        else:
            answer = ([c for c in question["choices"] if c != EMPTY] or [EMPTY])[0]
        answers[question["cell"]] = (question, answer)
    return answers


def answered(sending, answers, name):
    book = openpyxl.load_workbook(sending.first.corrected)
    for (row, column), (_, words) in answers.items():
        book["Questions"].cell(row, column).value = words
    path = WORK / f"{sending.schema}-{sending.commune}-{name}.xlsx"
    book.save(path)
    return path


def rows_of(words):
    rows = []
    for piece in filter(None, words.split(",")):
        first, _, last = piece.partition("-")
        rows += range(int(first), int(last or first) + 1)
    return rows


def answers_hold(tally, sending, what, back, answers):
    """What was answered is asked no more, and is what the data says."""
    open_ids = {q["id"] for q in back.report.get("questions", [])}
    asked_again = [q["id"] for q, words in answers.values() if q["id"] in open_ids]
    tally.check(not asked_again, f"{sending.what} {what}: no answered question is left open", asked_again)
    confirmed_again = {q["id"] for q in questions(back.corrected)} & {q["id"] for q, _ in answers.values()}
    tally.check(not confirmed_again, f"{sending.what} {what}: nothing is to be confirmed twice", sorted(confirmed_again)[:5])
    wrong = []
    places = row_numbers(sending)
    for question, words in answers.values():
        if not question.get("rows") or len(places) != len(back.rows):
            continue
        field = question["id"].split(":")[0]
        wanted = "" if words == EMPTY else words
        for row in rows_of(question["rows"]):
            if row not in places:
                continue
            got = back.rows[places.index(row)][field]
            refused = wanted != question["after"]
            if (refused and got == question["after"] and got != wanted) or (not refused and got != question["after"]):
                wrong.append((field, row, "answer", wanted, "proposed", question["after"], "got", got))
    tally.check(not wrong, f"{sending.what} {what}: refused proposals are taken back", wrong[:4])


def row_numbers(sending):
    """The numbers of the rows of data, by the report."""
    return sending.first.report.get("rowNumbers") or guessed_rows(sending)


def guessed_rows(sending):
    """Without them in the report: the rows that hold at least two values under the header, in order."""
    sheet = openpyxl.load_workbook(sending.first.corrected, data_only=True)
    sheet = sheet[sending.sheet] if sending.sheet in sheet.sheetnames else sheet.worksheets[0]
    told = {row for f in sending.first.report["findings"] for row in [f.get("row")] if row
            and f["rule"] in ("title-rows", "unit-row", "total-row", "repeated-header", "note-row", "blank-rows")}
    columns = {c["column"]: c["header"] for c in sending.first.report["columns"]}
    header = next((r for r in range(1, 61) if sum(
        str(sheet[f"{letter}{r}"].value or "").split() == words.split() for letter, words in columns.items()) >= 2), 1)
    rows = [r for r in range(header + 1, sheet.max_row + 1) if r not in told
            and any(sheet[f"{letter}{r}"].value not in (None, "") for letter in columns)]
    return rows


def comes_to_rest(tally, sending, what, back, data):
    """Sent once more, the corrected workbook changes nothing."""
    once_more = sending.again(back.corrected, data)
    tally.check(once_more.data == back.data, f"{sending.what} {what}: a further round changes nothing",
                difference(back, once_more))
    cells = [r for r in once_more.report["repairs"] if r.get("column")]
    tally.check(len(cells) == 0 or len(cells) <= len(back.report["repairs"]) // 20,
                f"{sending.what} {what}: a further round repairs nothing", cells[:4])


def difference(a, b):
    rows = list(zip(a.rows, b.rows))
    return [(len(a.rows), len(b.rows))] + [(i, k, x[k], y[k]) for i, (x, y) in enumerate(rows) for k in x if x[k] != y[k]][:5]


def run(tally):
    dirty = sendings(".xlsx")
    for sending in dirty:
        if tally.check(sending.first.status in (0, 1), f"{sending.what}: prepared", sending.first.run.stderr):
            is_the_senders(tally, sending, sending.file)
            repairs_are_seen(tally, sending)
    corrected = [s.first.corrected for s in dirty]
    saved, pdf = saved_by_libreoffice(corrected, "xlsx"), saved_by_libreoffice(corrected, "pdf")
    for sending in dirty:
        survives_libreoffice(tally, sending, saved[sending.first.corrected], pdf[sending.first.corrected])

    plans = {s: answers_for(questions(s.first.corrected)) for s in dirty}
    files = {s: answered(s, plans[s], "answered") for s in dirty}
    for format in (None, "xlsx", "ods"):
        brought = {f: f for f in files.values()} if format is None else saved_by_libreoffice(list(files.values()), format)
        what = f"saved by LibreOffice as {format}" if format else "answered by a program"
        for sending in dirty:
            data = sending.data.with_name(sending.data.name + f"-{format}")
            back = sending.again(brought[files[sending]], data)
            if tally.check(back.report, f"{sending.what} {what}: comes home", back.run.stderr):
                answers_hold(tally, sending, what, back, plans[sending])
                comes_to_rest(tally, sending, what, back, data)
    sorted_by_their_owner(tally, dirty, plans, files)
    others(tally)


def sorted_by_their_owner(tally, dirty, plans, files):
    """Rows that were sorted in between: refused proposals still find their cells, and no other cell changes."""
    requests, chosen = [], []
    for sending in dirty:
        refused = [q for q, words in plans[sending].values() if q.get("rows")]
        rows = row_numbers(sending)
        contiguous = rows == list(range(rows[0], rows[-1] + 1)) if rows else False
        if not refused or not contiguous or openpyxl.load_workbook(sending.file)[sending.sheet].merged_cells.ranges:
            continue
        width = openpyxl.load_workbook(files[sending])[sending.sheet].max_column
        out = files[sending].with_name(files[sending].stem + "-sorted.xlsx")
        requests.append({"file": str(files[sending]), "out": str(out), "sheet": sending.sheet, "sort": {
            "range": f"A{rows[0]}:{get_column_letter(width)}{rows[-1]}", "column": 1}})
        chosen.append((sending, out))
    if not templates.typed_in_libreoffice(requests):
        print("skipped: sorting in LibreOffice (python3-uno is not installed)")
        return
    for sending, out in chosen:
        unsorted = sending.again(files[sending], sending.data.with_name(sending.data.name + "-unsorted"))
        back = sending.again(out, sending.data.with_name(sending.data.name + "-sorted"))
        if not tally.check(back.report, f"{sending.what} sorted by its owner: comes home", back.run.stderr):
            continue
        without = lambda rows: sorted(tuple(v for k, v in row.items() if k not in ("uid", "num")) for row in rows)
        tally.check(without(back.rows) == without(unsorted.rows),
                    f"{sending.what} sorted by its owner: the same rows",
                    [x for x in without(back.rows) if x not in without(unsorted.rows)][:2])


def others(tally):
    """Who sends CSV, OpenDocument or old Excel gets an Excel workbook with their columns in their order."""
    sent = sendings(".csv", ".ods", ".xls")
    readable = saved_by_libreoffice([s.file for s in sent if s.file.suffix != ".csv"], "xlsx")
    for sending in sent:
        if not tally.check(sending.first.corrected.exists(), f"{sending.what}: a workbook comes back", sending.first.run.stderr):
            continue
        book = openpyxl.load_workbook(sending.first.corrected)
        sheet = book[sending.sheet] if sending.sheet in book.sheetnames else book.worksheets[0]
        columns = sending.first.report["columns"]
        headers = {c["column"]: " ".join(c["header"].split()) for c in columns}
        found = any(all(" ".join(str(sheet[f"{letter}{row}"].value or "").split()) == words
                        for letter, words in headers.items()) for row in range(1, 30)) \
            or any(sum(" ".join(str(sheet[f"{letter}{row}"].value or "").split()) == words
                       for letter, words in headers.items()) >= len(headers) - 3 for row in range(1, 30))
        tally.check(found, f"{sending.what}: the columns in their order", headers)
        repairs_are_seen(tally, sending)
        if sending.file in readable:
            is_the_senders(tally, sending, readable[sending.file])
        plan = answers_for(questions(sending.first.corrected))
        back = sending.again(answered(sending, plan, "answered"), sending.data.with_name(sending.data.name + "-answered"))
        if tally.check(back.report, f"{sending.what} answered by a program: comes home", back.run.stderr):
            answers_hold(tally, sending, "answered by a program", back, plan)
            comes_to_rest(tally, sending, "answered by a program", back, sending.data.with_name(sending.data.name + "-answered"))
