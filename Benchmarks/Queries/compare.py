"""Compares our answers with those of others: filters with OGC's reference evaluator, relations of shapes with GEOS.

    python compare.py BENCH-QUERIES [--filters N] [--shapes N] [COLLECTION.geojson…]

BENCH-QUERIES is the program of this folder (swift build -c release --product bench-queries). The collections are any
GeoJSON files with properties. Needs cql2 (0.6) and shapely (2.1) from PyPI. Prints what differs, and ends with 1 if
anything does. Seeded: the same in every run.
"""

import argparse
import json
import pathlib
import random
import re
import subprocess
import tempfile

import cql2
import shapely
from shapely.geometry import shape

DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
RELATIONS = ["intersects", "equals", "disjoint", "touches", "within", "overlaps", "crosses", "contains"]


def answers(program, schema, fields, rows, geometries, filters):
    """What our evaluator says to each filter: a set of rows, or a message."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump({"schema": json.dumps(schema), "fields": fields, "rows": rows, "geometries": geometries,
                   "filters": filters}, file)
        file.flush()
        lines = subprocess.run([program, "answer", file.name], check=True, capture_output=True, text=True).stdout
    parsed = [json.loads(line) for line in lines.splitlines()]
    assert len(parsed) == len(filters), "an answer is missing"
    return [set(answer) if isinstance(answer, list) else answer["error"] for answer in parsed]


# Filters: OGC's reference evaluator.

def kind(values):
    known = [value for value in values if value is not None]
    if known and all(isinstance(value, bool) for value in known):
        return "boolean"
    if known and all(isinstance(value, (int, float)) for value in known):
        return "number"
    if known and all(isinstance(value, str) and DATE.fullmatch(value) for value in known):
        return "date"
    return "string"


class Collection:
    """A GeoJSON file as both evaluators want it."""

    def __init__(self, path, chance):
        features = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))["features"]
        # The reference takes `id` for the identifier of the item.
        names = [name for name in features[0]["properties"] if re.fullmatch(r"[a-z_]+", name) and name != "id"]
        values = {name: [feature["properties"].get(name) for feature in features] for name in names}
        # An empty text is nothing.
        for name in names:
            values[name] = [value if value not in ("", []) and not isinstance(value, (list, dict)) else None
                            for value in values[name]]
        self.kinds = {name: kind(values[name]) for name in names}
        self.kinds = {name: value for name, value in self.kinds.items() if any(v is not None for v in values[name])}
        # Columns that the file does not have: instants, dates and truth values with holes.
        count = len(features)
        values["made_day"] = [chance.choice([None, f"20{chance.randint(10, 25)}-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}"])
                              for _ in range(count)]
        values["made_end"] = [chance.choice([None, f"20{chance.randint(10, 25)}-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}"])
                              for _ in range(count)]
        values["made_truth"] = [chance.choice([None, True, False]) for _ in range(count)]
        values["made_number"] = [chance.choice([None, chance.randint(-9, 9), chance.randint(0, 40) / 4]) for _ in range(count)]
        words = ["a", "b", "c", "d"]
        values["made_list"] = [chance.sample(words, chance.randint(1, 3)) if chance.random() < 0.8 else None
                               for _ in range(count)]
        self.kinds |= {"made_list": "list", "made_day": "date", "made_end": "date", "made_truth": "boolean", "made_number": "number"}
        self.values = {name: values[name] for name in self.kinds}
        self.geometries = [feature["geometry"] for feature in features]
        self.items = [
            {"type": "Feature", "id": str(row), "geometry": geometry,
             "properties": {name: self.values[name][row] for name in self.kinds}}
            for row, geometry in enumerate(self.geometries)]

    def schema(self):
        fields = []
        for name, kind in self.kinds.items():
            field = {"name": name, "type": kind}
            if kind == "list":
                field = {"name": name, "type": "string", "gabarit": {"separator": "|"}}
            if kind == "boolean":
                field |= {"trueValues": ["true"], "falseValues": ["false"]}
            fields.append(field)
        return {"name": "essai", "title": "Essai", "version": "1.0.0", "fields": fields}

    def rows(self):
        def text(value):
            if isinstance(value, list):
                return "|".join(value)
            return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
        return [[text(self.values[name][row]) for name in self.kinds] for row in range(len(self.items))]


class Filters:
    """Makes filters over a collection."""

    def __init__(self, collection, chance):
        self.of = collection
        self.chance = chance

    def name(self, kind):
        return self.chance.choice([name for name, other in self.of.kinds.items() if other == kind])

    def known(self, name):
        return self.chance.choice([value for value in self.of.values[name] if value is not None])

    @staticmethod
    def quote(text):
        return "'" + text.replace("'", "''") + "'"

    def condition(self, depth):
        if depth > 0 and self.chance.random() < 0.6:
            pick = self.chance.randint(0, 4)
            if pick == 0:
                return f"NOT ({self.condition(depth - 1)})"
            word = " AND " if pick % 2 else " OR "
            return "(" + word.join(self.condition(depth - 1) for _ in range(self.chance.randint(2, 3))) + ")"
        kinds = set(self.of.kinds.values())
        return getattr(self, "of_" + self.chance.choice(sorted(kinds) + ["shape", "null"]))()

    def of_string(self):
        name = self.name("string")
        value = self.known(name)
        compare = self.chance.choice(["=", "<>", "<", ">", "<=", ">="])
        piece = value[:self.chance.randint(1, 4)].replace("%", "").replace("_", "").replace("\\", "")
        return self.chance.choice([
            f"{name} {compare} {self.quote(value)}", f"{name} LIKE {self.quote(piece + '%')}",
            f"{name} LIKE {self.quote('%' + piece[-2:] + '%')}", f"{name} NOT LIKE {self.quote('_' + piece[1:] + '%')}",
            f"CASEI({name}) LIKE CASEI({self.quote('%' + piece.upper() + '%')})",
            f"ACCENTI({name}) = ACCENTI({self.quote(value)})",
            f"CASEI(ACCENTI({name})) = CASEI(ACCENTI({self.quote(value.upper())}))",
            f"{name} IN ({', '.join(self.quote(self.known(name)) for _ in range(self.chance.randint(1, 4)))})",
            f"{name} NOT IN ({self.quote(value)}, 'rien')"])

    def of_number(self):
        name, other = self.name("number"), self.name("number")
        value, second = self.known(name), self.known(name)
        compare = self.chance.choice(["=", "<>", "<", ">", "<=", ">="])
        low, high = min(value, second), max(value, second)
        return self.chance.choice([
            f"{name} {compare} {value}", f"{value} {compare} {name}", f"{name} BETWEEN {low} AND {high}",
            f"{name} NOT BETWEEN {low} AND {high}", f"{name} IN ({value}, {second})", f"{name} {compare} {other}",
            f"{name} + {value} {compare} {other} * 2", f"({name} - 1) / 2 {compare} {value}",
            f"{name} % 3 {compare} 1", f"{name} DIV 2 {compare} 1"])

    def of_boolean(self):
        name = self.name("boolean")
        return self.chance.choice([f"{name} = TRUE", f"{name} <> TRUE", f"{name} = FALSE", f"NOT {name} = TRUE"])

    def of_date(self):
        name = self.name("date")
        value, second = sorted([self.known(name), self.known(name)])
        compare = self.chance.choice(["=", "<>", "<", ">", "<=", ">="])
        relation = self.chance.choice(["AFTER", "BEFORE", "EQUALS", "DISJOINT", "INTERSECTS"])
        allen = self.chance.choice(["CONTAINS", "DISJOINT", "DURING", "EQUALS", "FINISHEDBY", "FINISHES", "INTERSECTS",
                                    "MEETS", "METBY", "OVERLAPPEDBY", "OVERLAPS", "STARTEDBY", "STARTS", "AFTER", "BEFORE"])
        return self.chance.choice([
            f"{name} {compare} DATE('{value}')", f"T_{relation}({name}, DATE('{value}'))",
            f"T_{relation}({name}, INTERVAL('{value}', '{second}'))",
            f"T_DURING({name}, INTERVAL('{value}', '..'))", f"T_INTERSECTS({name}, INTERVAL('..', '{second}'))",
            f"T_{allen}(INTERVAL(made_day, made_end), INTERVAL('{value}', '{second}'))"])

    def of_list(self):
        relation = self.chance.choice(["EQUALS", "CONTAINS", "CONTAINEDBY", "OVERLAPS"])
        words = ", ".join(f"'{word}'" for word in self.chance.sample(["a", "b", "c", "d", "e"], self.chance.randint(1, 4)))
        return self.chance.choice([f"A_{relation}(made_list, ({words}))", f"A_{relation}(({words}), made_list)"])

    def of_null(self):
        name = self.chance.choice(list(self.of.kinds) + ["geometry"])
        return f"{name} IS {self.chance.choice(['', 'NOT '])}NULL"

    def of_shape(self):
        known = [shape(geometry) for geometry in self.of.geometries if geometry]
        one, other = self.chance.choice(known).centroid, self.chance.choice(known).centroid
        west, east = sorted([round(one.x, 3), round(round(other.x, 3) + 0.0005, 4)])
        south, north = sorted([round(one.y, 3), round(round(other.y, 3) + 0.0005, 4)])
        relation = self.chance.choice(["INTERSECTS", "WITHIN", "DISJOINT"])
        literal = self.chance.choice([
            f"BBOX({west}, {south}, {east}, {north})",
            f"POLYGON(({west} {south}, {east} {south}, {east} {north}, {west} {south}))"])
        return f"S_{relation}(geometry, {literal})"


def compare_filters(program, path, count):
    chance = random.Random(7)
    collection = Collection(path, chance)
    filters = [Filters(collection, chance).condition(2) for _ in range(count)]
    ours = answers(program, collection.schema(), list(collection.kinds), collection.rows(),
                   [json.dumps(geometry) if geometry else None for geometry in collection.geometries], filters)
    # What a polygon that is none encloses, nobody can say: a hole outside its shell, a border that crosses itself.
    invalid = {row for row, geometry in enumerate(collection.geometries) if geometry and not shape(geometry).is_valid}
    wrong = unknown = 0
    for text, mine in zip(filters, ours):
        expression = cql2.parse_text(text)
        theirs, silent = set(), set(invalid) if "S_" in text else set()
        for row, item in enumerate(collection.items):
            try:
                if expression.matches(item):
                    theirs.add(row)
            except Exception:
                # What depends on an empty value cannot be reduced there: unknown is not true.
                silent.add(row)
        unknown += len(silent) > 0
        if isinstance(mine, str) or (mine != theirs and (mine - silent) != (theirs - silent)):
            wrong += 1
            shown = mine if isinstance(mine, str) else f"only ours {sorted(mine - theirs - silent)[:5]}, only theirs {sorted(theirs - mine)[:5]}"
            print(f"differs: {text}\n    {shown}")
        elif mine & silent:
            # Kleene: TRUE OR unknown is true, which an evaluator without it cannot say.
            compare_filters.kleene += 1
    print(f"{pathlib.Path(path).name}: {count} filters over {len(collection.items)} items: {wrong} differ; "
          f"{unknown} with rows that the reference cannot judge")
    return wrong


compare_filters.kleene = 0


# Shapes: shapely.

def some_shape(chance, kind=None):
    """A valid shape on a small grid, so that borders and corners meet all the time."""
    def place():
        return (chance.randint(0, 6), chance.randint(0, 6))

    def polygon():
        while True:
            pick = chance.randint(0, 3)
            if pick == 0:
                west, south = place()
                made = shapely.box(west, south, west + chance.randint(1, 5), south + chance.randint(1, 5))
                if chance.random() < 0.4 and made.bounds[2] - west > 2 and made.bounds[3] - south > 2:
                    made = made.difference(shapely.box(west + 1, south + 1, west + 2, south + 2))
            else:
                made = shapely.Polygon([place() for _ in range(chance.randint(3, 6))])
            if made.is_valid and made.area > 0 and made.geom_type == "Polygon":
                return made

    def line():
        while True:
            made = shapely.LineString([place() for _ in range(chance.randint(2, 5))])
            if made.is_valid and made.length > 0 and made.is_simple:
                return made

    kind = kind or chance.choice(["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "Polygon", "MultiPolygon"])
    while True:
        if kind == "Point":
            return shapely.Point(place())
        if kind == "LineString":
            return line()
        if kind == "Polygon":
            return polygon()
        if kind == "MultiPoint":
            made = shapely.MultiPoint(list({place() for _ in range(chance.randint(1, 4))}))
        elif kind == "MultiLineString":
            made = shapely.MultiLineString([line() for _ in range(2)])
        elif kind == "MultiPolygon":
            made = shapely.MultiPolygon([polygon() for _ in range(2)])
        else:
            parts = [some_shape(chance, other) for other in chance.sample(["Point", "LineString", "Polygon", "MultiPoint"], 2)]
            made = shapely.GeometryCollection(parts)
        if made.is_valid:
            return made


def surface(one):
    """The surfaces among the parts of a shape, as one."""
    return shapely.union_all([part for part in getattr(one, "geoms", [one]) if part.geom_type == "Polygon"])


def certain(relation, one, literal):
    """Whether a surface lies within the surfaces of another shape, overlaps or contains them, by what is left when one
    is taken from the other: what shapely.relate of GEOS 3.14 gets wrong for some collections with points beside their
    polygons and for some polygons whose parts touch. Nil where this does not tell."""
    if "Polygon" not in one.geom_type or relation not in ("within", "overlaps", "contains"):
        return None
    mine, theirs = surface(one), surface(literal)
    if theirs.is_empty or mine.intersection(theirs).area == 0:
        return None
    is_within = mine.difference(theirs).area == 0
    holds = shapely.union_all(shapely.get_parts(literal)).difference(one).is_empty if literal.geom_type != "GeometryCollection" \
        else all(part.difference(one).is_empty for part in literal.geoms)
    return {"within": is_within, "contains": holds, "overlaps": not is_within and not holds}[relation]


def compare_shapes(program, count):
    chance = random.Random(11)
    rows = [some_shape(chance) for _ in range(300)]
    literals = [some_shape(chance, "GeometryCollection" if number % 6 == 0 else None) for number in range(count)]
    filters, expected = [], []
    for literal in literals:
        for relation in RELATIONS:
            filters.append(f"S_{relation.upper()}(geometry, {shapely.to_wkt(literal, rounding_precision=6)})")
            expected.append({row for row, one in enumerate(rows) if getattr(shapely, relation)(one, literal)})
    schema = {"name": "essai", "title": "Essai", "version": "1.0.0", "fields": [{"name": "n", "type": "string"}]}
    ours = answers(program, schema, ["n"], [["x"]] * len(rows), [shapely.to_geojson(row) for row in rows], filters)
    wrong = 0
    mistakes = 0
    for number, (text, mine, theirs) in enumerate(zip(filters, ours, expected)):
        if mine == theirs:
            continue
        literal, relation = literals[number // len(RELATIONS)], RELATIONS[number % len(RELATIONS)]
        if not isinstance(mine, str):
            settled = {row for row in mine ^ theirs if certain(relation, rows[row], literal) == (row in mine)}
            mistakes += len(settled)
            if settled == mine ^ theirs:
                continue
        wrong += 1
        if wrong <= 20:
            print(f"differs: {text}")
            if isinstance(mine, str):
                print(f"    {mine}")
            else:
                for row in sorted(mine ^ theirs)[:3]:
                    print(f"    {'only ours' if row in mine else 'only theirs'}: {rows[row]}")
    print(f"shapes: {len(filters) * len(rows)} pairs of {len(rows)} rows and {len(literals)} literals "
          f"(GEOS {shapely.geos_version_string}): {wrong} of {len(filters)} filters differ; "
          f"in {mistakes} pairs GEOS's difference contradicts its relation and says what we say")
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("collections", nargs="*")
    parser.add_argument("--filters", type=int, default=400)
    parser.add_argument("--shapes", type=int, default=600)
    options = parser.parse_args()
    wrong = sum(compare_filters(options.program, path, options.filters) for path in options.collections)
    wrong += compare_shapes(options.program, options.shapes)
    if compare_filters.kleene:
        print(f"{compare_filters.kleene} filters are true by Kleene's logic in rows that the reference cannot judge")
    raise SystemExit(1 if wrong else 0)


if __name__ == "__main__":
    main()
