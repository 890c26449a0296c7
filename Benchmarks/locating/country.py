"""A base as large as the country's: the département that is here, again and again, under other names elsewhere.

Each copy has other communes (each commune is cut into four, as communes are smaller elsewhere), INSEE codes, postcodes
and positions, and other words in its street names; the words that streets have everywhere stay. The files have the 23
columns of the national base.
"""

import collections
import concurrent.futures
import gzip
import math
import random

import base
import corpora
import french
import syllables
import typed
from base import Address

CODES = [f"{number:02d}" for number in range(1, 96) if number != 20] + ["2A", "2B"]
COLUMNS = ("id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;code_insee_ancienne_commune;"
           "nom_ancienne_commune;x;y;lon;lat;type_position;alias;nom_ld;libelle_acheminement;nom_afnor;source_position;"
           "source_nom_voie;certification_commune;cad_parcelles")
SMALL_TOWN = {"saint", "sainte", "sur", "sous", "le", "la", "les", "en", "des", "du", "de", "lès", "aux"}
# In a country, what is left of these may be several places.
NOT_ALONE = {"postcode missing", "commune shortened", "wrong postcode", "postcode of CEDEX"}


class Pattern:
    """The streets that are repeated, and what their words can become."""

    def __init__(self, path):
        rows = [Address(**{**fields(row), "street": french.repaired(row.street)}) for row in base.addresses(path)]
        whole = base.Base(rows)
        middle_lon, middle_lat = (sum(getattr(row, axis) for row in rows) / len(rows) for axis in ("lon", "lat"))
        self.parts = []
        for streets in whole.communes.values():
            if len(streets) > 10:
                self.parts += quarters(streets)
        self.middle, self.count = (middle_lon, middle_lat), sum(len(s.numbers) for part in self.parts for s in part)
        communes = collections.defaultdict(set)
        for street in whole.streets:
            for word in street.name.split(" ")[1:]:
                communes[word].add(street.citycode)
        self.everywhere = {word for word, codes in communes.items() if len(codes) > 5}
        self.maker = syllables.Maker([word for word in communes if syllables.can_change(word)], random.Random(26))


def fields(row):
    return {name: getattr(row, name) for name in Address.__slots__}


def quarters(streets):
    """The streets of a commune in four parts by position."""
    def halves(part, axis):
        part = sorted(part, key=lambda street: getattr(street.numbers[0], axis))
        return [part[:len(part) // 2], part[len(part) // 2:]]

    return [quarter for half in halves(streets, "lon") for quarter in halves(half, "lat") if quarter]


def communes(pattern, code, copy, dice):
    """INSEE code, postcode and name of each part of a copy, with its streets; three communes share a postcode."""
    first = copy * len(pattern.parts)
    for rank, part in enumerate(pattern.parts):
        words = part[0].city.replace("-", " ").split(" ")
        name = "-".join(word if word.lower() in SMALL_TOWN or len(word) < 3 else pattern.maker.new(dice) for word in words)
        yield f"{code}{first + rank + 1:03d}", f"{'20' if code in ('2A', '2B') else code}{(first + rank) // 3 * 10 % 1000:03d}", name, part


def addresses(pattern, code, copies, seed):
    """The addresses of a département, made of several copies."""
    dice = random.Random(f"{seed} {code}")
    renamed = {}

    def word(old):
        if old in pattern.everywhere or not syllables.can_change(old):
            return old
        if old not in renamed:
            renamed[old] = pattern.maker.drawn(dice)
        return renamed[old]

    for number, copy in enumerate(copies):
        renamed.clear()
        lon, lat = -4.2 + copy % 14 * 0.85 - pattern.middle[0], 42.7 + copy // 14 * 0.6 - pattern.middle[1]
        for citycode, postcode, city, part in communes(pattern, code, number, dice):
            for street in part:
                first, *rest = street.name.split(" ")
                name = " ".join([first, *map(word, rest)])
                for each in street.numbers:
                    yield Address("", each.number, name, postcode, citycode, city, each.lon + lon, each.lat + lat, each.suffix)


def write(path, rows):
    """The 23 columns, compressed as the nation gives them."""
    street = lines = None
    rank = 0
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=2) as file:
        file.write(COLUMNS + "\n")
        lines = []
        for row in rows:
            if (row.street, row.citycode) != street:
                street, rank = (row.street, row.citycode), rank % 9999 + 1
                afnor = french.bare(row.street).upper()
                place = french.bare(row.city).upper().replace("-", " ")
                middle = f";{row.street};{row.postcode};{row.citycode};{row.city};;"
                after = f";entrée;;;{place};{afnor};commune;commune;1;{row.citycode}000A{rank:04d}\n"
            number = f"{row.citycode}_{rank:04d}_{int(row.number):05d}"
            x, y = lambert_93(row.lon, row.lat)
            lines.append(f"{number}{'_' + row.suffix if row.suffix else ''};{number[:10]};{row.number};{row.suffix}{middle};"
                         f"{x:.2f};{y:.2f};{row.lon:.6f};{row.lat:.6f}{after}")
            if len(lines) > 5000:
                file.write("".join(lines))
                lines.clear()
        file.write("".join(lines))


def lambert_93(lon, lat, e=0.0818191910428158, n=0.725607765053267, c=11754255.426096, x0=700000, y0=12655612.049876):
    sine = math.sin(math.radians(lat))
    latitude = math.atanh(sine) - e * math.atanh(e * sine)
    radius, angle = c * math.exp(-n * latitude), n * math.radians(lon - 3)
    return x0 + radius * math.sin(angle), y0 - radius * math.cos(angle)


def departement(pattern, code, copies, folder, seed, cases):
    """Writes the file of a département; its number of addresses, and some of them as people write them."""
    rows = [row for row in addresses(pattern, code, copies, seed) if row.number.isdigit()]
    write(folder / f"adresses-{code}.csv.gz", rows)
    asked = list(typed.rows(base.Base(rows), cases, seed=f"{seed} {code}", without=NOT_ALONE)) if cases else []
    return len(rows), asked


def make(source, folder, count=26_000_000, cases=96_000, seed=26, workers=2):
    """Writes the files into the folder, and `cases.csv` beside it; how many addresses they have."""
    folder.mkdir(parents=True, exist_ok=True)
    pattern = Pattern(source)
    copies = range(-(-count // pattern.count))
    shares = {code: copies[rank::len(CODES)] for rank, code in enumerate(CODES)}
    with concurrent.futures.ProcessPoolExecutor(workers) as pool:
        done = [pool.submit(departement, pattern, code, share, folder, seed, cases // len(CODES))
                for code, share in shares.items() if share]
        made = [each.result() for each in done]
    asked = [case for _, some in made for case in some]
    random.Random(seed).shuffle(asked)
    corpora.write(folder.parent / f"{folder.name}-cases.csv", asked)
    return sum(number for number, _ in made)
