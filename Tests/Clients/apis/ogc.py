"""The OGC APIs and the OpenAPI document as programs see them: GDAL, OWSLib, QGIS, schemathesis, a decoder of tiles.

    python ogc.py http://127.0.0.1:8080        # the address of a running `gabarit serve` that has published something

GDAL (Debian gdal-bin) and QGIS (Debian python3-qgis) are asked where they are installed; what is missing is said.
"""

import json
import math
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import mapbox_vector_tile
import requests
from owslib.ogcapi.features import Features
from owslib.ogcapi.records import Records

SITE = os.environ.get("SITE", "http://127.0.0.1:8080")
HERE = pathlib.Path(__file__).resolve().parent
TYPES = {"integer": {"Integer", "Integer64", "Real"}, "number": {"Real", "Integer", "Integer64"},
         "boolean": {"Integer(Boolean)"}, "string": {"String", "Date", "DateTime", "Time"}, "array": {"StringList"}}


def get(path, **options):
    answer = requests.get(SITE + path if path.startswith("/") else path, timeout=60, **options)
    answer.raise_for_status()
    return answer


def collections():
    return get("/ogc/collections").json()["collections"]


def features(name):
    """All features of a collection, page by page."""
    url = f"{SITE}/ogc/collections/{name}/items?limit=1000"
    while url:
        page = get(url).json()
        yield from page["features"]
        url = next((link["href"] for link in page["links"] if link["rel"] == "next"), None)


def plain(value):
    """A value as every program can give it back."""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, (int, float)):
        return f"{float(value):.9g}"
    if isinstance(value, list):
        return "|".join(map(str, value))
    return str(value)


class Clients(unittest.TestCase):
    def test_every_feature_stands_once(self):
        for collection in collections():
            name = collection["id"]
            ids = [feature["id"] for feature in features(name)]
            self.assertEqual(len(ids), len(set(ids)), name)
            self.assertEqual(len(ids), get(f"/ogc/collections/{name}/items?limit=1").json()["numberMatched"], name)

    def test_owslib_features(self):
        client = Features(SITE + "/ogc")
        names = [c["id"] for c in collections() if c["itemType"] == "feature"]
        self.assertEqual(client.feature_collections(), names)
        for name in names:
            page = client.collection_items(name, limit=3)
            self.assertLessEqual(page["numberReturned"], 3)
            for feature in page["features"]:
                self.assertEqual(client.collection_item(name, feature["id"])["properties"], feature["properties"])
            for field, kind in client.collection_queryables(name)["properties"].items():
                if kind.get("type") == "string" and page["features"]:
                    value = page["features"][0]["properties"].get(field)
                    if isinstance(value, str) and "format" not in kind:
                        quoted = value.replace("'", "''")
                        found = client.collection_items(name, filter=f"\"{field}\" = '{quoted}'")
                        self.assertGreaterEqual(found["numberMatched"], 1, (name, field, value))

    def test_owslib_records(self):
        client = Records(SITE + "/ogc")
        (catalogue,) = client.records()
        datasets = [c for c in collections() if c["itemType"] == "feature"]
        page = client.collection_items(catalogue, limit=1000)
        self.assertEqual({r["id"] for r in page["features"]}, {c["id"] for c in datasets})
        for dataset in datasets:
            word = dataset["title"].split()[0]
            found = client.collection_items(catalogue, q=word)
            self.assertIn(dataset["id"], [r["id"] for r in found["features"]])
            self.assertEqual(client.collection_item(catalogue, dataset["id"])["properties"]["title"], dataset["title"])

    @unittest.skipUnless(shutil.which("ogr2ogr"), "GDAL is not installed (Debian: gdal-bin)")
    def test_gdal_reads_every_feature_with_types_and_accents(self):
        for collection in collections():
            name = collection["id"]
            with tempfile.TemporaryDirectory() as folder:
                target = pathlib.Path(folder) / "read.geojson"
                subprocess.run(
                    ["ogr2ogr", "-f", "GeoJSON", target, f"OAPIF:{SITE}/ogc", name, "-oo", "PAGE_SIZE=1000"],
                    check=True, capture_output=True)
                read = json.loads(target.read_text(encoding="utf-8"))["features"]
            sent = list(features(name))
            self.assertEqual(len(read), len(sent), name)
            if collection["itemType"] == "record":
                continue
            for ours, theirs in zip(sent, read):
                self.assertEqual(ours["geometry"] is None, theirs["geometry"] is None, ours["id"])
                for key, value in ours["properties"].items():
                    if value is not None and not isinstance(value, dict):
                        other = theirs["properties"].get(key)
                        same = plain(value) == plain(other) or str(other).replace("/", "-").startswith(str(value)[:10])
                        self.assertTrue(same, (ours["id"], key, value, other))

    @unittest.skipUnless(shutil.which("ogrinfo"), "GDAL is not installed (Debian: gdal-bin)")
    def test_gdal_sees_types(self):
        for collection in collections():
            if collection["itemType"] == "record":
                continue
            name = collection["id"]
            words = subprocess.run(
                ["ogrinfo", "-ro", "-so", f"OAPIF:{SITE}/ogc", name], check=True, capture_output=True, text=True).stdout
            kinds = dict(line.split(": ", 1) for line in words.splitlines() if line.endswith(")") and ": " in line)
            for field, kind in get(f"/ogc/collections/{name}/schema").json()["properties"].items():
                if kind.get("type") in TYPES:
                    self.assertIn(kinds[field].split(" (")[0], TYPES[kind["type"]], (name, field))

    def test_qgis_reads_every_feature(self):
        python = "/usr/bin/python3"
        if subprocess.run([python, "-c", "import qgis.core"], capture_output=True).returncode:
            self.skipTest("QGIS is not installed (Debian: python3-qgis)")
        environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
        for collection in collections():
            if collection["itemType"] == "record":
                continue
            name = collection["id"]
            run = subprocess.run(
                [python, HERE / "qgis_reads.py", SITE + "/ogc", name], env=environment, capture_output=True, text=True,
                timeout=300)
            read = json.loads(run.stdout.strip().splitlines()[-1])
            sent = list(features(name))
            self.assertEqual(len(read), len(sent), name)
            words = {str(v) for f in sent for v in f["properties"].values() if isinstance(v, str)}
            known = {str(v) for f in read for v in f.values()}
            missing = [w for w in words if w not in known and not w[:4].isdigit()]
            self.assertEqual(missing, [], name)

    def test_tiles_are_decoded_and_hold_the_features(self):
        for collection in collections():
            box = collection.get("extent", {}).get("spatial", {}).get("bbox")
            if collection["itemType"] == "record" or not box:
                continue
            name = collection["id"]
            described = get(f"/tuiles/{name}.json").json()
            self.assertEqual(described["tilejson"], "3.0.0")
            west, south, east, north = box[0]
            placed = [f for f in features(name) if f["geometry"]]
            for zoom in range(0, 15):
                def column(lon):
                    return int((lon + 180) / 360 * 2 ** zoom)

                def row(lat):
                    sine = math.sin(math.radians(lat))
                    return int((0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)) * 2 ** zoom)

                x, y = column((west + east) / 2), row((south + north) / 2)
                url = described["tiles"][0].replace("{z}", str(zoom)).replace("{x}", str(x)).replace("{y}", str(y))
                tile = get(url).content
                self.assertLessEqual(len(tile), 500_000, (name, zoom))
                layers = mapbox_vector_tile.decode(tile) if tile else {}
                drawn = layers.get(name, {}).get("features", [])
                if zoom == 0 and len(placed) < 500:
                    self.assertEqual(len(drawn), len(placed), name)
                long = get(f"/ogc/collections/{name}/tiles/WebMercatorQuad/{zoom}/{y}/{x}").content
                self.assertEqual(long, tile)

    @unittest.skipUnless(shutil.which("ogrinfo"), "GDAL is not installed (Debian: gdal-bin)")
    def test_gdal_reads_a_tile(self):
        for collection in collections():
            if collection["itemType"] == "record" or "spatial" not in collection.get("extent", {}):
                continue
            tile = get(f"/tuiles/{collection['id']}/0/0/0.pbf").content
            with tempfile.TemporaryDirectory() as folder:
                file = pathlib.Path(folder) / "0.pbf"
                file.write_bytes(tile)
                words = subprocess.run(
                    ["ogrinfo", "-ro", "-so", "-al", f"MVT:{file}"], check=True, capture_output=True, text=True).stdout
            self.assertIn(f"Layer name: {collection['id']}", words)

    def test_the_openapi_document_is_valid(self):
        text = get("/api.json").text
        self.assertNotIn('"$ref":"http', text.replace(" ", ""))
        from openapi_spec_validator import validate
        validate(json.loads(text))
        validate(get("/ogc/api").json())

    @unittest.skipIf(os.environ.get("QUICK"), "schemathesis takes some minutes")
    def test_schemathesis_finds_no_failure(self):
        """As it comes: every check and phase, nothing tolerated. EXAMPLES says how many questions an operation is asked."""
        program = pathlib.Path(sys.executable).with_name("schemathesis")
        examples = ["-n", os.environ["EXAMPLES"]] if "EXAMPLES" in os.environ else []
        with tempfile.TemporaryDirectory() as folder:
            run = subprocess.run(
                [program, "run", SITE + "/api.json", "--url", SITE, *examples], capture_output=True, text=True,
                cwd=folder)
        self.assertEqual(run.returncode, 0, run.stdout[-8000:])


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1].startswith("http"):
        SITE = sys.argv.pop(1).rstrip("/")
    unittest.main(verbosity=2)
