"""A corpus: addresses as they are written, with what is right, as a CSV file."""

import csv

GIVEN = ["adresse", "code_postal", "ville", "code_insee"]
TRUTH = ["faults", "expected_housenumber", "expected_street", "expected_postcode", "expected_citycode", "expected_city",
         "expected_lon", "expected_lat"]
BETWEEN = "|"


def write(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["case", *GIVEN, *TRUTH], restval="", lineterminator="\n")
        writer.writeheader()
        for number, row in enumerate(rows):
            writer.writerow({"case": number, **row})
    return path


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def truth(address, street, numbers):
    """What an answer must be; several numbers or names of one street are all right."""
    return {
        "expected_housenumber": BETWEEN.join(numbers), "expected_street": BETWEEN.join(street.names),
        "expected_postcode": address.postcode, "expected_citycode": address.citycode, "expected_city": address.city,
        "expected_lon": address.lon, "expected_lat": address.lat}
