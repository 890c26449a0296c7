"""Compares the verdicts of `gabarit check` with those of Validata, cell by cell. Run by hand, with Validata's Python:

    ORACLE/bin/python Benchmarks/validators/parity.py --gabarit .build/release/gabarit --shared ../shared [--only WORD]

Families of cases: schemas with the files of their own repository; schemas with files of others (headers that do not
match); rows made for each schema from its examples, then spoiled in every way that people know; workbooks of numbers
under formats. Prints how many files and cells agree, and every difference. Answers of the oracle are kept in --cache.
"""
import argparse
import collections
import contextlib
import csv
import glob
import hashlib
import io
import json
import os
import random
import subprocess
import sys
import tempfile
import warnings

import workbooks

warnings.filterwarnings("ignore")
LIMIT = 1000  # Validata tells no more errors than this.

SPOILED = [
    "", " ", "x", "é", "\u00a0", "  x  ", "0", "1", "-1", "+1", "1.0", "1,5", "1.5", "1e3", "1E3", "NaN", "nan", "INF",
    "Infinity", "-0", "007", "1 000", "1\u00a0000", "1_000", "12345678901234567890", "0.1", ".5", "5.", "--1", "1-",
    "95 %", "€ 10", "١٢", "true", "True", "TRUE", "false", "oui", "non", "Oui", "VRAI", "o", "n", "yes", "1.",
    "2024-02-29", "2024-02-30", "2023-02-29", "2024-2-3", "2024-02- 3", "24-02-03", "03/02/2024", "3/2/2024",
    "2024/02/03", "20240203", "2024", "2024-02", "2024-13", "0000", "0000-01-01", "9999-12-31", "99999", " 200", "2024 ",
    " 2024-02-03", "2024-02-03 ", "2024-02-03T10:11:12", "2024-02-03T10:11:12Z", "2024-02-03T10:11:12+02:00",
    "2024-02-03T10:11:12.123", "2024-02-03 10:11:12", "2024-02-03T24:00:00", "2024-02-03T25:00:00", "2024-W05-2T10:11:12",
    "2024-02-03T10:11", "10:11:12", "10:11", "25:00:00", "10:11:60", "10:11:12.5", "10:11:12Z", "1:2:3", "24:00:00",
    "a@b.fr", "a.b@c-d.fr", "a@b", "a b@c.fr", "é@c.fr", "a@é.fr", "A@B.COM", "a@b..fr", ".a@b.fr", "a@-b.fr", "a@b.f",
    "a@@b.fr", "\"a b\"@c.fr", "a+b@c.fr", "https://a.fr", "http:a", "a.fr", "//a.fr", "mailto:a@b.fr", "https://é.fr/à b",
    "http://", ":", "1http://a", "http//a", "550e8400-e29b-41d4-a716-446655440000", "550e8400e29b41d4a716446655440000",
    "{550E8400-e29b-41d4-a716-446655440000}", "550e8400-e29b-41d4-a716-44665544000", "YWJj", "YWJ", "YWI=", "YQ==", "Y",
    "45.5,4.8", "4.8, 45.5", "4.8 45.5", "200,10", "10,95", "[4.8, 45.5]", "[4.8,45.5,3]", '["4.8","45.5"]',
    '{"lon": 4.8, "lat": 45.5}', '{"lon": 4.8}', "[]", "{}", "[1,2]", '["a"]', '{"a": 1}', "[1,", "null", '"a"', "[NaN]",
    '{"type":"Point","coordinates":[4.8,45.5]}', '{"type":"Point","coordinates":[4.8,45.5,3]}', '{"type":"Point"}',
    '{"type":"Feature","geometry":null,"properties":null}', "48.85,2.35", "2.35,48.85", "-61.5,16.2",
    "P1Y", "P1Y2M3DT4H5M6S", "PT5M", "P", "PT", "1Y", "P1W", "-P1D", "P1.5D", "P0003-06-04T12:30:05",
    "73282932000074", "732 829 320 00074", "73282932000075", "732829320", "732829321", "35600000000048",
    "35600000012345", "356000000 00001", "7328293200007", "69001", "01000", "99999", "2A004", "69123", "00000", "75056",
    "0478123456", "04 78 12 34 56", "+33 4 78 12 34 56", "0033478123456", "+33478123456", "3949", "115", "112", "15",
    "0123", "+1 202 555 0123", "+44 20 7946 0958", "06.12.34.56.78", "(0)4 78 12 34 56", "0800 123 456", "+262 262 12 34 56",
    "12345", "0000000000", "0478123456 / 0612345678", "tel 0478123456", "Mo-Fr 08:00-12:00", "24/7", "Mo-Fr 8h-12h",
    "Mo-Su 10:00-18:00; PH off", "lundi", "Mo-Fr 08:00-12:00,14:00-18:00", "Mo 25:00-26:00", "off", "Jan-Mar 10:00-12:00",
    "2019/2020", "2020/2019", "2019/2019", "2019-2020", "Urbanisme/PLU", "urbanisme/PLU", "Urbanisme /PLU", "Urbanisme/ PLU",
    "Urbanisme", "Rien/x", "W123456789", "w123456789", "a;b", "a,b", "a|b", "a\nb", 'a"b', "'", "a" * 300, "ﬁ", "e\u0301",
    "NA", "N/A", "null", "None", "-", "?", "\u200b", "A", "Ab", "AB12", "a-b", "a_b", "1;2", "1|2",
]


def oracle(data, schema):
    """Validata's verdict: valid or not, and its errors as (type, row, field)."""
    import frictionless.validator  # noqa: F401  the module that Validata forgets to import
    from validata_core import validation_service

    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            report = validation_service.validate(data, json.loads(schema)).to_dict()
    except BaseException as problem:
        return {"crash": f"{type(problem).__name__}: {problem}"[:300], "valid": False, "errors": []}
    errors = [[e["type"], e.get("rowNumber"), e.get("fieldName"), e["title"], e["message"]] for e in report["errors"]]
    return {"valid": report["valid"], "errors": errors, "warnings": report["warnings"]}


def ours(gabarit, data, schema):
    """Gabarit's verdict in the same shape."""
    done = subprocess.run([gabarit, "check", data, "--schema", schema, "--json"], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        return {"crash": done.stderr[:300], "valid": False, "errors": []}
    report = json.loads(done.stdout)
    errors = [[e["type"], e.get("rowNumber"), e.get("fieldName"), e["title"], e["message"]] for e in report["errors"]]
    return {"valid": report["valid"], "errors": errors, "warnings": report["warnings"]}


def good_value(field):
    """A value that the field probably takes."""
    constraints = field.get("constraints") or {}
    if constraints.get("enum"):
        return str(constraints["enum"][0])
    example = field.get("example")
    if isinstance(example, (list, dict)):
        return json.dumps(example)
    if example not in (None, ""):
        return str(example)
    return {
        "integer": "12", "number": "12.5", "boolean": (field.get("trueValues") or ["true"])[0], "date": "2024-05-31",
        "datetime": "2024-05-31T10:00:00", "time": "10:00:00", "year": "2024", "yearmonth": "2024-05", "geopoint": "4.8, 45.7",
        "geojson": '{"type":"Point","coordinates":[4.8,45.7]}', "array": '["a"]', "object": '{"a": 1}', "duration": "P1D",
        "list": "a,b",
    }.get(field.get("type", "string"), "abc")


def made_files(schema, seed):
    """Files made for a schema: good rows, spoiled cells, ragged rows, strange headers."""
    chance = random.Random(seed)
    fields = [field for field in schema["fields"] if isinstance(field, dict)]
    names = [field["name"] for field in fields]
    good = [good_value(field) for field in fields]
    rows = []
    for place, field in enumerate(fields):
        constraints = field.get("constraints") or {}
        own = [str(value) for value in constraints.get("enum", [])[:3]] + [value.upper() for value in map(str, constraints.get("enum", [])[:2])]
        for bound in ("minimum", "maximum"):
            if bound in constraints and isinstance(constraints[bound], (int, float)):
                own += [str(constraints[bound] - 1), str(constraints[bound]), str(constraints[bound] + 1), f"{constraints[bound]}.0"]
        value = good[place]
        own += [value + " ", " " + value, value + "\u00a0", value.lower(), value.upper(), value + value, value[:-1]]
        own += (field.get("trueValues") or []) + (field.get("falseValues") or [])
        for spoiled in chance.sample(SPOILED, min(len(SPOILED), 45)) + own:
            row = list(good)
            row[place] = spoiled
            rows.append(row)
    chance.shuffle(rows)
    batch = max(20, min(150, 2000 // max(1, len(fields))))
    for start in range(0, len(rows), batch):
        yield names, rows[start:start + batch]
    yield names, [good, good, good]
    yield names, [good, [], good[:-1], good + ["plus"], [""] * len(good), [" "] * len(good), good[:1], []]
    shuffled = list(range(len(names)))
    chance.shuffle(shuffled)
    yield [names[k] for k in shuffled], [[good[k] for k in shuffled]]
    yield [name.upper() for name in names], [good]
    yield [f" {name} " for name in names], [good]
    yield names + ["autre"], [good + ["x"]]
    yield names + [names[0]], [good + ["x"]]
    yield names + ["", ""], [good + ["", ""]]
    for place in range(len(names)):
        yield names[:place] + names[place + 1:], [good[:place] + good[place + 1:]]


def written(names, rows, delimiter, ending="\n"):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=ending)
    writer.writerow(names)
    writer.writerows(rows)
    return out.getvalue()


def table_schemas(folder):
    for path in sorted(glob.glob(os.path.join(folder, "**", "*.json"), recursive=True)):
        try:
            schema = json.load(open(path))
        except ValueError:
            continue
        if isinstance(schema, dict) and isinstance(schema.get("fields"), list):
            yield path, schema


def data_files(folder):
    # Old workbooks take their time: --old asks for them.
    return [path for ending in ("csv", "tsv", "xlsx", "ods", *(["xls"] if "--old" in sys.argv else []))
            for path in sorted(glob.glob(os.path.join(folder, "**", f"*.{ending}"), recursive=True)) if os.path.getsize(path) < 3 << 20]


def cases(shared, temporary, families):
    with_examples = os.path.join(shared, "schemas", "with-examples")
    registry = list(table_schemas(os.path.join(shared, "schemas", "registry")))
    repositories = [os.path.join(with_examples, name) for name in sorted(os.listdir(with_examples))]
    local = [(path, schema, folder) for folder in repositories for path, schema in table_schemas(folder)]
    if "own" in families:
        for path, schema, folder in local:
            for data in data_files(folder):
                yield "own", data, path
        for path, schema in registry:
            for folder in repositories:
                if os.path.basename(folder).split("+")[-1] in path:
                    for data in data_files(folder):
                        yield "own", data, path
    if "foreign" in families:
        chance = random.Random(7)
        examples = data_files(with_examples)
        for path, schema in registry:
            for data in chance.sample(examples, 12):
                yield "foreign", data, path
    if "corpora" in families:
        outcomes = os.path.join(shared, "corpora", "import-outcomes")
        schemas = [path for path, _ in table_schemas(outcomes)]
        for data in data_files(outcomes):
            for path in schemas:
                yield "corpora", data, path
        for name in ("frictionless-py", "goodtables-py", "tableschema-py"):
            folder = os.path.join(shared, "corpora", name)
            chance = random.Random(3)
            files = data_files(folder)
            for path, schema in table_schemas(folder):
                near = [data for data in files if os.path.dirname(data) == os.path.dirname(path)]
                for data in (near or chance.sample(files, min(3, len(files)))):
                    yield "corpora", data, path
            plain = os.path.join(temporary, "any.json")
            json.dump({"fields": [{"name": "id", "type": "integer"}, {"name": "name", "type": "string"}]}, open(plain, "w"))
            for data in files:
                yield "corpora", data, plain
    if "workbooks" in families:
        path = os.path.join(temporary, "workbooks.json")
        json.dump(workbooks.schema(), open(path, "w"))
        for data in workbooks.workbooks(temporary):
            yield "workbooks", data, path
    if "made" in families or "types" in families:
        number = 0
        every = registry + [(path, schema) for path, schema, _ in local] if "made" in families else []
        if "types" in families:
            every += table_schemas(os.path.join(os.path.dirname(os.path.abspath(__file__)), "schemas"))
        for path, schema in every:
            for names, rows in made_files(schema, seed=path.split("/shared/")[-1].split("/validators/")[-1]):
                number += 1
                data = os.path.join(temporary, f"made{number}.csv")
                with open(data, "w", newline="") as file:
                    file.write(written(names, rows, ",;\t"[number % 3], ["\n", "\r\n"][number % 2]))
                yield "made", data, path


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--gabarit", required=True)
    parser.add_argument("--shared", required=True)
    parser.add_argument("--cache", default=os.path.join(tempfile.gettempdir(), "parity-cache"))
    parser.add_argument("--families", default="own,foreign,corpora,types,workbooks,made")
    parser.add_argument("--old", action="store_true", help="also .xls, through LibreOffice")
    parser.add_argument("--only", default="")
    parser.add_argument("--show", type=int, default=60)
    options = parser.parse_args()
    os.makedirs(options.cache, exist_ok=True)
    counts = collections.Counter()
    shown = 0
    kinds = collections.Counter()
    with tempfile.TemporaryDirectory() as temporary:
        for family, data, path in cases(options.shared, temporary, options.families.split(",")):
            if options.only and options.only not in path and options.only not in data:
                continue
            schema = open(path).read()
            digest = hashlib.sha1(open(data, "rb").read() + b"\0" + schema.encode() + os.path.splitext(data)[1].encode()).hexdigest()
            kept = os.path.join(options.cache, digest)
            if os.path.exists(kept):
                theirs = json.load(open(kept))
            else:
                theirs = oracle(data, schema)
                json.dump(theirs, open(kept, "w"))
            mine = ours(options.gabarit, data, path)
            counts[family, "files"] += 1
            same = theirs["valid"] == mine["valid"]
            counts[family, "same verdict"] += same
            full = len(theirs["errors"]) < LIMIT and "crash" not in theirs
            for error in theirs["errors"]:
                # Validata no longer recognises this error, and tells it in English without its place.
                if error[0] == "error" and "requires unique labels" in error[4]:
                    error[:3] = ["duplicate-label", None, next((e[2] for e in mine["errors"] if e[0] == "duplicate-label"), None)]
            if "'unmatched-header' is not a valid" in theirs.get("crash", ""):
                # Validata does not know the word, and fails.
                theirs = {"valid": False, "errors": [e for e in mine["errors"] if mine["errors"][0][0] == "unmatched-header"]}
            schema_words = {"schema-error", "field-error"}
            if theirs["errors"] and mine["errors"] and all(e[0] in schema_words for e in theirs["errors"] + mine["errors"]):
                # Nothing is judged under a faulty schema: what is said of it need not be the same.
                theirs = mine
            left = collections.Counter(tuple(e[:3]) for e in theirs["errors"])
            right = collections.Counter(tuple(e[:3]) for e in mine["errors"])
            exact = left == right
            if full:
                counts[family, "comparable"] += 1
                counts[family, "same errors"] += exact
                counts[family, "errors"] += sum(left.values())
                counts[family, "errors alike"] += sum((left & right).values())
            if same and (exact or not full):
                continue
            kinds[(family, theirs.get("crash", "")[:60] or str(sorted({e[0] for e in (left - right)})), str(sorted({e[0] for e in (right - left)})))] += 1
            if shown < options.show:
                shown += 1
                print(f"--- {family} {data} × {path.split('/shared/')[-1]}: theirs {theirs['valid']} {theirs.get('crash', '')} ours {mine['valid']} {mine.get('crash', '')}")
                for side, only, report in (("theirs", left - right, theirs), ("ours", right - left, mine)):
                    for key in list(only)[:6]:
                        message = next((e[4] for e in report["errors"] if tuple(e[:3]) == key), "")
                        cell = ""
                        if family == "made" and key[1]:
                            with contextlib.suppress(Exception):
                                content = list(csv.reader(open(data, newline=""), delimiter=csv.Sniffer().sniff(open(data).readline(), ",;\t").delimiter))
                                cell = repr(content[key[1] - 1][content[0].index(key[2])])[:80]
                        print(f"   only {side}: {key} {cell} {message[:120]!r}")
                sys.stdout.flush()
    print("\nDifferences by kind (only theirs | only ours):")
    for kind, count in kinds.most_common(40):
        print(f"  {count:5}  {kind}")
    for family in dict.fromkeys(name for name, _ in counts):
        print(family, {key: counts[family, key] for key in ("files", "same verdict", "comparable", "same errors", "errors", "errors alike")})


main()
