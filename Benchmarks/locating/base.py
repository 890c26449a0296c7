"""A base of addresses, read from any of the forms in which communes and the nation give it."""

import collections
import csv
import dataclasses
import functools
import gzip
import re

import french

NAMES = {
    "number": ["numero"], "suffix": ["rep", "suffixe"], "street": ["nom_voie", "voie_nom", "toponyme"],
    "postcode": ["code_postal"], "citycode": ["code_insee", "commune_insee"], "city": ["nom_commune", "commune_nom"],
    "lon": ["lon", "long"], "lat": ["lat"], "id": ["id", "cle_interop"],
}


NUMBER = re.compile(r"\s*(\d*)\s*(.*)")


@dataclasses.dataclass(frozen=True, slots=True)
class Address:
    id: str
    number: str
    street: str
    postcode: str
    citycode: str
    city: str
    lon: float
    lat: float
    suffix: str = ""

    @property
    def housenumber(self):
        return f"{self.number} {self.suffix}".strip()


def opened(path):
    return (gzip.open if str(path).endswith(".gz") else open)(path, "rt", encoding="utf-8-sig", newline="")


def read(path):
    return Base(addresses(path))


def addresses(path):
    """The addresses of a file, in its order. What has no number, no street or no position is left out."""
    with opened(path) as file:
        header = file.readline()
        separator = ";" if header.count(";") > header.count(",") else ","
        columns = next(csv.reader([header], delimiter=separator))
        places = {part: columns.index(name) for part, names in NAMES.items() for name in names if name in columns}
        for row in csv.reader(file, delimiter=separator):
            cells = {part: "" if row[place] == "NA" else row[place] for part, place in places.items()}
            if cells["number"] and cells["street"] and cells["lon"] and cells["lat"]:
                cells["lon"], cells["lat"] = float(cells["lon"]), float(cells["lat"])
                # Some bases write `8bis` in the column of the number.
                number = NUMBER.match(cells["number"])
                cells["number"], cells["suffix"] = number.group(1), cells.get("suffix", "") or number.group(2)
                yield Address(**cells)


class Street:
    """A street of a commune, with its numbers, and the other names under which the base has it."""

    def __init__(self, name, citycode, city):
        self.name, self.citycode, self.city = name, citycode, city
        self.folded, self.key = french.folded(name), french.key(name)
        self.addresses, self.names = {}, [name]

    @property
    def numbers(self):
        return list(self.addresses.values())


class Base:
    """Streets by commune. Two writings of one street are one street with two names."""

    def __init__(self, rows):
        self.rows = list(rows)
        streets = {}
        self.communes = collections.OrderedDict()
        for address in self.rows:
            place = address.citycode, french.key(address.street)
            street = streets.get(place)
            if street is None:
                street = streets[place] = Street(address.street, address.citycode, address.city)
                self.communes.setdefault(address.citycode, []).append(street)
            if address.street not in street.names:
                street.names.append(address.street)
            street.addresses.setdefault(address.housenumber, address)
        self.streets = list(streets.values())

    @functools.cached_property
    def cities(self):
        return {code: streets[0].city for code, streets in self.communes.items()}

    @functools.cached_property
    def postcodes(self):
        """The communes that each postcode serves."""
        found = collections.defaultdict(set)
        for address in self.rows:
            found[address.postcode].add(address.citycode)
        return found

    @functools.cached_property
    def postcodes_of(self):
        """The postcodes of each commune, the most frequent first."""
        found = collections.defaultdict(collections.Counter)
        for address in self.rows:
            found[address.citycode][address.postcode] += 1
        return {code: [postcode for postcode, _ in counts.most_common()] for code, counts in found.items()}

    @functools.cached_property
    def neighbours(self):
        """The other communes, the nearest first."""
        centres = {}
        for code, streets in self.communes.items():
            points = [address for street in streets for address in street.numbers]
            centres[code] = sum(p.lon for p in points) / len(points), sum(p.lat for p in points) / len(points)
        return {
            code: sorted((other for other in centres if other != code),
                         key=lambda other: (centres[other][0] - lon) ** 2 * 0.5 + (centres[other][1] - lat) ** 2)
            for code, (lon, lat) in centres.items()}
