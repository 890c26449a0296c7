"""The geocoder as clients of the national one see it: curl, requests, geopy; and the command, killed and started again.

Run by Tests/Clients/run. A base of some streets is made up for it; nothing else is needed.
"""

import csv
import http.server
import io
import json
import os
import pathlib
import signal
import socket
import subprocess
import tempfile
import threading
import time
import unittest
import urllib.parse

import geopy.geocoders
import requests

ROOT = pathlib.Path(__file__).resolve().parents[2]
GABARIT = os.environ.get("GABARIT", str(ROOT / ".build/debug/gabarit"))
STREETS = ["Allée des Plantes", "Rue Jules Auffret", "Avenue de la République", "Impasse du Moulin", "Quai Gambetta"]


def base(file):
    """A base of five streets with fifty numbers each."""
    with open(file, "w", encoding="utf-8") as out:
        out.write("id;numero;rep;nom_voie;code_postal;code_insee;nom_commune;lon;lat\n")
        for rank, street in enumerate(STREETS):
            for number in range(1, 51):
                out.write(
                    f"94076_{rank + 1:04}_{number:05};{number};;{street};94800;94076;Villejuif;"
                    f"{2.35 + rank / 500 + number / 50000:.6f};{48.79 + rank / 500:.6f}\n")


def gabarit(*arguments, **options):
    return subprocess.run([GABARIT, *map(str, arguments)], capture_output=True, text=True, **options)


class Geocoding(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.work.name)
        base(cls.folder / "ban.csv")
        built = gabarit("addresses", "build", cls.folder / "ban.csv", "--data", cls.folder / "data")
        assert built.returncode == 0, built.stderr
        assert built.stdout.strip() == "250\u00a0adresses, 5\u00a0voies, 1\u00a0commune, 0\u00a0ligne ignorée", built.stdout
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        cls.server = subprocess.Popen(
            [GABARIT, "serve", "--data", cls.folder / "data", "--port", str(port)], stderr=subprocess.DEVNULL)
        cls.site = f"http://127.0.0.1:{port}"
        for _ in range(100):
            try:
                requests.get(cls.site + "/sante", timeout=1)
                break
            except requests.ConnectionError:
                time.sleep(0.1)

    @classmethod
    def tearDownClass(cls):
        cls.server.terminate()
        cls.server.wait()
        cls.work.cleanup()

    def test_geopy(self):
        client = geopy.geocoders.BANFrance(domain=self.site.split("//")[1] + "/geocodage", scheme="http")
        found = client.geocode("12 r jules auffret villejuif")
        self.assertEqual(found.address, "12 Rue Jules Auffret 94800 Villejuif")
        self.assertAlmostEqual(found.longitude, 2.35 + 1 / 500 + 12 / 50000, 5)
        back = client.reverse((found.latitude, found.longitude))
        self.assertEqual(back.address, found.address)
        self.assertEqual([place.address for place in client.geocode("rue jul", exactly_one=False)],
                         ["Rue Jules Auffret 94800 Villejuif"])

    def test_curl(self):
        def curl(*arguments):
            return subprocess.run(["curl", "-sS", *arguments], capture_output=True, text=True, check=True).stdout

        answer = json.loads(curl(f"{self.site}/geocodage/search?q=8+quai+gambetta+villejuif&limit=1"))
        self.assertEqual(answer["features"][0]["properties"]["id"], "94076_0005_00008")
        self.assertEqual(answer["features"][0]["geometry"]["type"], "Point")
        file = self.folder / "écoles d'ici.csv"
        file.write_text("nom;adresse;ville\nA;8, quai Gambetta;Villejuif\nB;;\n", encoding="utf-8")
        text = curl(
            "-X", "POST", "-F", f"data=@{file}", "-F", "columns=adresse", "-F", "columns=ville",
            f"{self.site}/geocodage/search/csv/")
        rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
        self.assertEqual([row["result_status"] for row in rows], ["ok", "error"])
        self.assertEqual(rows[0]["result_label"], "8 Quai Gambetta 94800 Villejuif")
        self.assertEqual(rows[0]["result_context"], "94, Val-de-Marne, Île-de-France")

    def test_requests_with_a_large_file(self):
        lines = ["adresse,cp"] + [f"{1 + rank % 50} {STREETS[rank % 5]},94800" for rank in range(30_000)]
        answer = requests.post(
            self.site + "/geocodage/search/csv/", files={"data": ("grand.csv", "\n".join(lines))},
            data={"columns": ["adresse"], "postcode": "cp", "result_columns": ["result_id", "result_status"]},
            timeout=600)
        self.assertEqual(answer.status_code, 200)
        self.assertIn("grand.geocoded.csv", answer.headers["Content-Disposition"])
        rows = list(csv.DictReader(io.StringIO(answer.text)))
        self.assertEqual(len(rows), 30_000)
        self.assertEqual({row["result_status"] for row in rows}, {"ok"})
        self.assertEqual(rows[29_999]["result_id"], "94076_0005_00050")

    def test_a_killed_command_goes_on_where_it_was(self):
        file = self.folder / "long.csv"
        with open(file, "w", encoding="utf-8") as out:
            out.write("numero;adresse;ville\n")
            for rank in range(60_000):
                out.write(f"{rank};{1 + rank % 60} {STREETS[rank % 5]}{' ' * (rank % 7)} n{rank};Villejuif\n")
        arguments = ["geocode", file, "--data", self.folder / "data", "--columns", "adresse"]
        whole = gabarit(*arguments, "--out", self.folder / "whole.csv")
        self.assertEqual(whole.returncode, 0, whole.stderr)
        place = self.folder / "long.geocoded.csv"
        part, notes = place.with_name(place.name + ".part"), place.with_name(place.name + ".part.json")
        killed = 0
        while not place.exists():
            before = part.stat().st_size if notes.exists() else 0
            process = subprocess.Popen([GABARIT, *map(str, arguments)], stderr=subprocess.PIPE, text=True)
            while process.poll() is None and killed < 3:
                if notes.exists() and part.stat().st_size > before + 400_000:
                    process.send_signal([signal.SIGKILL, signal.SIGINT, signal.SIGKILL][killed])
                    killed += 1
                    break
                time.sleep(0.005)
            words = process.communicate()[1]
            if before:
                self.assertIn("Reprise après", words)
        self.assertEqual(killed, 3)
        self.assertEqual(place.read_bytes(), (self.folder / "whole.csv").read_bytes())
        self.assertFalse(part.exists())

    def test_a_second_opinion_is_asked_only_for_what_is_not_sure(self):
        asked = []

        class Other(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                query = urllib.parse.parse_qs(urllib.parse.urlparse(self.path).query)
                asked.append(query["q"][0])
                if len(asked) == 1:
                    self.send_response(429)
                    self.send_header("Retry-After", "0")
                    self.end_headers()
                    return
                answer = {"features": [{"geometry": {"coordinates": [2.36, 48.8]}, "properties": {
                    "label": "3 Rue Ailleurs 94800 Villejuif", "score": 0.61, "citycode": "94076"}}]}
                self.send_response(200)
                self.end_headers()
                self.wfile.write(json.dumps(answer).encode())

            def log_message(self, *_):
                pass

        other = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Other)
        threading.Thread(target=other.serve_forever, daemon=True).start()
        self.addCleanup(other.server_close)
        self.addCleanup(other.shutdown)
        file = self.folder / "doutes.csv"
        file.write_text("adresse,ville\n8 quai Gambetta,Villejuif\n3 rue Ailleurs,Villejuif\n3 rue Ailleurs,Villejuif\n")
        arguments = [
            "geocode", file, "--data", self.folder / "data", "--out", "-",
            "--second-opinion", f"http://127.0.0.1:{other.server_port}"]
        for _ in range(2):
            rows = list(csv.DictReader(io.StringIO(gabarit(*arguments).stdout)))
            self.assertEqual([row["second_label"] for row in rows], ["", *["3 Rue Ailleurs 94800 Villejuif"] * 2])
            self.assertEqual(rows[1]["second_longitude"], "2.36")
            self.assertNotEqual(rows[1]["result_status"], "accepted")
        self.assertEqual(asked, ["3 rue Ailleurs Villejuif"] * 2)

    def test_a_stopped_build_leaves_the_old_index(self):
        index = self.folder / "data/adresses.index"
        before = index.read_bytes()
        large = self.folder / "large.csv"
        with open(large, "w", encoding="utf-8") as out:
            out.write("id;numero;rep;nom_voie;code_postal;code_insee;nom_commune;lon;lat\n")
            for rank in range(3_000_000):
                out.write(f"94076_0001_{rank:05};{rank % 9999};;Rue {rank % 7919};94800;94076;Villejuif;2.35;48.79\n")
        build = subprocess.Popen(
            [GABARIT, "addresses", "build", str(large), "--out", str(index)], stderr=subprocess.PIPE, text=True)
        time.sleep(1)
        build.send_signal(signal.SIGINT)
        words = build.communicate()[1]
        self.assertEqual(build.returncode, 2, words)
        self.assertIn("l'index existant n'a pas changé", words)
        self.assertEqual(index.read_bytes(), before)
        self.assertEqual([path.name for path in index.parent.iterdir() if ".part" in path.name], [])


if __name__ == "__main__":
    unittest.main()
