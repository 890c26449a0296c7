"""Gabarit beside its peers, in one run on one machine, with the same rows and the same questions.

    python3 serving.py --gabarit PROGRAM --filler PROGRAM --peers VENV/bin [--rows 100000] [--seconds 5]

`--filler` is `bench-serving`; `--peers` is the bin folder of an environment with `pygeoapi` and `datasette`. `wrk`
asks. Every server listens on 127.0.0.1 only, and is ended by its process id. Absolute figures belong to the machine;
the ratios are what to keep."""
import argparse
import json
import os
import pathlib
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request

parser = argparse.ArgumentParser()
parser.add_argument("--gabarit", required=True)
parser.add_argument("--filler", required=True)
parser.add_argument("--peers")
parser.add_argument("--data", help="a folder that the filler filled already, with as many rows")
parser.add_argument("--rows", type=int, default=100_000)
parser.add_argument("--seconds", type=int, default=5)
parser.add_argument("--latency", action="store_true", help="also: how long many different questions take, cold")
parser.add_argument("--flow", action="store_true", help="also: long files, and answers while something is released")
options = parser.parse_args()
folder = pathlib.Path(tempfile.mkdtemp(prefix="serving-"))


def run(*command, **more):
    return subprocess.run(command, check=True, capture_output=True, text=True, **more).stdout


class Server:
    def __init__(self, address, *command, env=None):
        self.log = open(folder / "server.log", "a")
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log, env=env)
        for _ in range(240):
            try:
                urllib.request.urlopen(address, timeout=30).read()
                return
            except OSError:
                time.sleep(0.25)
        raise SystemExit(f"{command[0]} does not answer: see {self.log.name}")

    def memory(self, kind="VmHWM"):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(kind + r":\s+(\d+)", status)[1]) // 1024

    def processor(self):
        """Seconds of processors used so far: what to compare where other programs run too."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def asked(address, may_fail=False):
    """Requests a second, and the time of 95 of 100, as wrk says."""
    request = urllib.request.Request(address, headers={"Accept": "application/json"})
    size = len(urllib.request.urlopen(request, timeout=60).read())
    said = run("wrk", "-t1", "-c8", f"-d{options.seconds}s", "--timeout", "20s", "--latency", address)
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    if bad and may_fail:
        print(f"{address}: {bad[0]}")
    elif bad:
        raise SystemExit(f"{address}: {bad[0]}")
    return rate, size, re.search(r"99%\s+([\d.]+\w+)", said)[1]


def geopackage(lines):
    """The rows for pygeoapi, in the file that its documentation recommends for speed on one machine."""
    file = folder / "lieux.gpkg"
    run("ogr2ogr", "-f", "GPKG", str(file), f"GeoJSONSeq:{lines}", "-nln", "lieux", "-lco", "FID=fid")
    return file


def pygeoapi(lines, port):
    file = geopackage(lines)
    config = folder / "pygeoapi.yml"
    config.write_text(f"""
server:
  bind: {{host: 127.0.0.1, port: {port}}}
  url: http://127.0.0.1:{port}
  mimetype: application/json; charset=UTF-8
  encoding: utf-8
  language: en-US
  limits: {{default_items: 10, max_items: 10000}}
  map: {{url: 'https://example.org/{{z}}/{{x}}/{{y}}.png', attribution: none}}
logging: {{level: ERROR}}
metadata:
  identification: {{title: x, description: x, keywords: [x], keywords_type: theme, terms_of_service: x, url: 'http://x'}}
  license: {{name: x, url: 'http://x'}}
  provider: {{name: x, url: 'http://x'}}
  contact: {{name: x, position: x, address: x, city: x, stateorprovince: x, postalcode: x, country: x, phone: x, fax: x, email: x, url: 'http://x', hours: x, instructions: x, role: pointOfContact}}
resources:
  lieux:
    type: collection
    title: lieux
    description: lieux
    keywords: [x]
    links: [{{type: text/html, rel: canonical, title: x, href: 'http://x', hreflang: fr}}]
    extents: {{spatial: {{bbox: [4.7, 45.6, 5, 45.9], crs: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'}}}}
    providers:
      - {{type: feature, name: SQLiteGPKG, data: '{file}', id_field: fid, table: lieux}}
""")
    openapi = folder / "openapi.yml"
    env = dict(os.environ, PYGEOAPI_CONFIG=str(config), PYGEOAPI_OPENAPI=str(openapi))
    openapi.write_text(run(f"{options.peers}/pygeoapi", "openapi", "generate", str(config), env=env))
    return Server(
        f"http://127.0.0.1:{port}/collections/lieux/items?f=json&limit=1", f"{options.peers}/gunicorn", "-w", "2", "-b",
        f"127.0.0.1:{port}", "pygeoapi.flask_app:APP", env=env)


def datasette(lines, port):
    file = folder / "lieux.db"
    with sqlite3.connect(file) as base:
        names = None
        for line in open(lines):
            row = json.loads(line)["properties"]
            if names is None:
                names = list(row)
                base.execute(f"CREATE TABLE lieux ({', '.join(names)}, PRIMARY KEY (uid))")
            base.execute(f"INSERT INTO lieux VALUES ({', '.join('?' * len(names))})", list(row.values()))
    return Server(
        f"http://127.0.0.1:{port}/lieux/lieux.json?_size=1", f"{options.peers}/datasette", "serve", "-i", str(file), "-p",
        str(port), "--setting", "max_returned_rows", "1000")


def questions(count):
    """Many different questions of 100 rows, so that no answer was given before."""
    for number in range(count):
        yield [
            f"/ogc/collections/lieux/items?limit={100 + number % 7}&voie=Rue%20de%20la%20R%C3%A9publique&numvoie={number % 200}",
            f"/ogc/collections/lieux/items?limit=100&bbox={4.7 + number % 50 / 200:.3f},45.7,{4.72 + number % 50 / 200:.3f},45.72",
            f"/ogc/collections/lieux/items?limit=100&annee={1900 + number % 120}&type_equip=parc",
            f"/ogc/collections/lieux/items?limit=100&filter=surface%3E{number * 7}%20AND%20voie%20LIKE%20%27Rue%25%27",
            f"/ogc/collections/lieux/items?limit=100&sortby=-surface&filter=annee%3E{1900 + number % 120}",
            f"/api/explore/v2.1/catalog/datasets/lieux/records?limit=100&where=annee%3D{1900 + number % 120}",
            f"/api/explore/v2.1/catalog/datasets/lieux/records?limit=100&where=%22lieu%20{number}%22",
            f"/api/explore/v2.1/catalog/datasets/lieux/records?limit=100&order_by=nom&offset={number}",
            f"/api/3/action/datastore_search?resource_id=lieux&limit=100&offset={number * 11}",
        ][number % 9]


def latencies(port, count=900):
    import http.client

    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    times, kinds = [], {}
    for place, path in enumerate(questions(count)):
        start = time.perf_counter()
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        taken = (time.perf_counter() - start) * 1000
        if answer.status != 200:
            raise SystemExit(f"{answer.status} {path}")
        # The first question of each kind makes what all later ones use.
        if place >= 18:
            times.append(taken)
            kinds.setdefault(place % 9, []).append(taken)
    times.sort()
    print(f"cold answers of 100 rows: median {times[len(times) // 2]:.2f} ms, 95 of 100 {times[int(len(times) * .95)]:.2f} ms, 99 of 100 {times[int(len(times) * .99)]:.2f} ms")
    for kind, some in sorted(kinds.items()):
        some.sort()
        print(f"  {list(questions(9))[kind][:90]}: median {some[len(some) // 2]:.2f} ms, 95 of 100 {some[int(len(some) * .95)]:.2f} ms")


def files(server, port):
    """Long files, the first time and once they are written: before anybody asked a question."""
    print(f"at rest: {server.memory('VmRSS')} MB, {server.memory('RssAnon')} MB of them its own")
    for ending in ["csv", "csv", "excel.csv", "jsonl", "json", "geojson", "kml", "xlsx", "ods"]:
        before = server.processor()
        said = run(
            "curl", "-s", "-o", "/dev/null", "-w", "%{time_starttransfer} %{time_total} %{size_download}",
            f"http://127.0.0.1:{port}/fichiers/lieux/territoire.{ending}").split()
        first, total, size = float(said[0]), float(said[1]), int(said[2])
        print(
            f"{ending}: first byte after {first * 1000:.0f} ms, {size / 1e6:.0f} MB in {total:.2f} s, "
            f"{options.rows / total:,.0f} rows a second, {server.processor() - before:.2f} s of processors, "
            f"{server.memory()} MB at most, {server.memory('RssAnon')} MB of its own")


def released(port):
    """Questions that never stop, while a commune of a thousand rows is released."""
    import http.client

    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)

    def ask(path):
        start = time.perf_counter()
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise SystemExit(f"{answer.status} {path}")
        return (time.perf_counter() - start) * 1000, body

    def count():
        taken, body = ask("/ogc/collections/lieux/items?f=json&limit=1")
        return taken, json.loads(body)["numberMatched"]

    for path in questions(18):
        ask(path)
    before = count()[1]
    filler = subprocess.Popen([options.filler, "1000", str(folder / "data"), str(folder / "more.geojsonl"), "69034"])
    filler.wait()
    start, times, after, place = time.perf_counter(), [], before, 0
    visible = None
    paths = list(questions(9000))
    while visible is None or time.perf_counter() - visible < 2:
        path = paths[place % len(paths)]
        times.append((ask(path)[0], path))
        place += 1
        taken, now = count()
        times.append((taken, "count"))
        if now != before and visible is None:
            visible = time.perf_counter()
        if time.perf_counter() - start > 300:
            raise SystemExit("the release never showed")
    slow = sorted(times)[-3:]
    times = sorted(taken for taken, _ in times)
    print(
        f"after a release: shown {visible - start:.1f} s later, {len(times)} answers meanwhile and in the 2 s after, "
        f"median {times[len(times) // 2]:.2f} ms, 95 of 100 {times[int(len(times) * .95)]:.2f} ms, "
        f"99 of 100 {times[int(len(times) * .99)]:.2f} ms, the slowest {times[-1]:.0f} ms")
    for taken, path in slow:
        print(f"  {path[:90]}: {taken:.0f} ms")


lines = folder / "lieux.geojsonl"
if options.data:
    (folder / "data").symlink_to(pathlib.Path(options.data).resolve())
else:
    print(run(options.filler, str(options.rows), str(folder / "data"), str(lines)).strip())
ours = Server("http://127.0.0.1:8471/sante", options.gabarit, "serve", "--data", str(folder / "data"), "--port", "8471")
figures = {}
try:
    base = "http://127.0.0.1:8471"
    if options.flow:
        files(ours, 8471)
    for name, path in [
        ("OGC items", "/ogc/collections/lieux/items?f=json&limit=100"),
        ("Explore records", "/api/explore/v2.1/catalog/datasets/lieux/records?limit=100"),
        ("CKAN rows", "/api/3/action/datastore_search?resource_id=lieux&limit=100"),
    ]:
        figures[name] = asked(base + path)
        print(f"gabarit, {name}: {figures[name][0]:.0f} requests a second of {figures[name][1]} bytes, 99 of 100 in {figures[name][2]}")
    if options.latency:
        latencies(8471)
    if options.flow:
        released(8471)
    print(f"gabarit: {ours.memory()} MB at most")
finally:
    ours.end()
if options.peers:
    for name, start, path, own in [
        ("pygeoapi", pygeoapi, "/collections/lieux/items?f=json&limit=100", "OGC items"),
        ("datasette", datasette, "/lieux/lieux.json?_size=100&_shape=objects&_nofacet=1&_nosuggest=1&_nocount=1", "Explore records"),
    ]:
        peer = start(lines, 8472)
        try:
            rate, size, slow = asked(f"http://127.0.0.1:8472{path}", may_fail=True)
            print(f"{name}: {rate:.0f} requests a second of {size} bytes, 99 of 100 in {slow}; gabarit, {own}: {figures[own][0] / rate:.1f} times as many")
        finally:
            peer.end()
