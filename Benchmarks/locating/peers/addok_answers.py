"""addok_answers.py BASE PORT FOLDER CASES:ANSWERS… : builds addok's index of a base once, and answers each file of cases beside it.

Run by peer.py in the environment of addok, with a redis-server of its own on that port. Prints one line of JSON:
seconds of the build and of each file, memory of redis.
"""

import csv
import json
import os
import pathlib
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

base_path, port, work, *files = sys.argv[1:]

# What addok-france and addok-fr say to configure for French addresses.
PROCESSORS = """
REDIS = {{"host": "127.0.0.1", "port": {port}, "unix_socket_path": None,
         "indexes": {{"host": "127.0.0.1", "port": {port}, "db": 0}},
         "documents": {{"host": "127.0.0.1", "port": {port}, "db": 1}}}}
FILTERS = ["type", "postcode", "citycode"]
QUERY_PROCESSORS_PYPATHS = ["addok.helpers.text.check_query_length", "addok_france.extract_address",
                            "addok_france.clean_query", "addok_france.remove_leading_zeros"]
PROCESSORS_PYPATHS = ["addok.helpers.text.tokenize", "addok.helpers.text.normalize", "addok_france.glue_ordinal",
                      "addok_france.fold_ordinal", "addok_france.flag_housenumber", "addok.helpers.text.synonymize",
                      "addok_fr.phonemicize"]
SEARCH_RESULT_PROCESSORS_PYPATHS = [
    "addok.helpers.results.match_housenumber", "addok_france.make_labels", "addok.helpers.results.score_by_importance",
    "addok.helpers.results.score_by_autocomplete_distance", "addok.helpers.results.score_by_str_distance",
    "addok.helpers.results.score_by_geo_distance", "addok.helpers.results.adjust_scores"]
"""


def documents(rows):
    """A document for each street of a postcode, with its numbers, and for each commune."""
    streets, communes = {}, {}
    for row in rows:
        street = streets.setdefault((row.street, row.citycode, row.postcode), {
            "type": "street", "name": row.street, "postcode": row.postcode, "citycode": codes(row.citycode), "city": row.city,
            "importance": 0.3, "housenumbers": {}})
        street["housenumbers"][row.housenumber] = {"id": row.id, "lat": row.lat, "lon": row.lon}
        communes.setdefault(row.citycode, []).append(row)
    for rank, street in enumerate(streets.values()):
        street |= {"id": f"street_{rank:06d}", **middle(list(street["housenumbers"].values()))}
        yield street
    for code, of_it in communes.items():
        yield {"type": "municipality", "id": code, "citycode": code, "name": of_it[0].city, "city": of_it[0].city,
               "postcode": of_it[0].postcode, "importance": 0.5,
               **middle([{"lat": row.lat, "lon": row.lon} for row in of_it])}


def codes(citycode):
    """An arrondissement is also found by the code of its commune; the first is told."""
    whole = {"751": "75056", "693": "69123", "132": "13055"}.get(citycode[:3])
    return [citycode, whole] if whole else citycode


def middle(points):
    return {axis: sum(point[axis] for point in points) / len(points) for axis in ("lat", "lon")}


def build():
    import base

    config, listed = os.path.join(work, "addok.conf"), os.path.join(work, "documents.sjson")
    pathlib.Path(config).write_text(PROCESSORS.format(port=port))
    with open(listed, "w") as file:
        for document in documents(base.addresses(base_path)):
            file.write(json.dumps(document) + "\n")
    started = time.monotonic()
    for step in (["batch", listed], ["ngrams"]):
        subprocess.run([os.path.join(os.path.dirname(sys.executable), "addok"), "--config", config, *step],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.environ["ADDOK_CONFIG_MODULE"] = config
    return time.monotonic() - started


def answered(search, row):
    """The best answer, asked as the national service asks for a row: columns joined, the commune's code as a filter."""
    query = " ".join(filter(None, [row["adresse"], row["code_postal"], row["ville"]]))[:200]
    filters = {"citycode": row["code_insee"]} if row["code_insee"] else {}
    results = search(query, limit=1, **filters)
    if not results:
        return {}
    best = results[0]
    return {
        "result_score": round(best.score, 4), "result_type": best.type,
        "result_housenumber": getattr(best, "housenumber", None) or "",
        "result_street": (getattr(best, "street", None) or best.name) if best.type != "municipality" else "",
        "result_postcode": best.postcode, "result_city": best.city, "result_citycode": best.citycode,
        "longitude": best.lon, "latitude": best.lat}


ANSWER = ["case", "result_score", "result_type", "result_housenumber", "result_street", "result_postcode", "result_city",
          "result_citycode", "longitude", "latitude"]


def main():
    built = build()
    from addok.config import config as settings

    settings.load()
    from addok.core import search
    from addok.db import DB

    import corpora

    said = {"build": built, "memory": DB.info()["used_memory"], "files": {}}
    for pair in files:
        cases, answers = pair.split(":")
        rows = corpora.read(cases)
        answered(search, rows[0])
        started = time.monotonic()
        found = [answered(search, row) for row in rows]
        seconds = time.monotonic() - started
        said["files"][cases] = {"seconds": seconds, "rows": len(rows)}
        with open(answers, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, ANSWER, restval="", lineterminator="\n")
            writer.writeheader()
            for row, answer in zip(rows, found):
                writer.writerow({"case": row["case"], **answer})
    print(json.dumps(said))


main()
