"""The bases that are beside the project, and the corpora that are drawn from them with fixed seeds."""

import csv

import arrondissements
import base
import corpora
import moved
import typed

# Seeds that the engine was not tuned with.
TYPED, NOWHERE = 2026, 2027
VAL_DE_MARNE = "ban-94-val-de-marne.csv.gz"
LYON = "ban-69-lyon-partial.csv"
BONDY = "ban-93010-bondy-native-columns.csv.gz"


class Corpus:
    """A file of cases on a base. In some, nothing may be accepted."""

    def __init__(self, title, base, cases, nowhere=False):
        self.title, self.base, self.cases, self.nowhere = title, base, cases, nowhere
        self.answers = cases.with_suffix(".ours.csv")
        self.peer_answers = cases.with_suffix(".addok.csv")


def all_corpora(reference, given, folder, count):
    """The corpora of which the base is there. `given` has a file of real cases with the truth."""
    found = []
    if (path := reference / VAL_DE_MARNE).exists():
        streets = base.read(path)
        if given.exists():
            found.append(Corpus("Val-de-Marne, 1,000 real ones", path, real_cases(given, folder / "real.csv")))
        found.append(Corpus("Val-de-Marne, as people type", path, corpora.write(folder / "typed.csv", typed.rows(streets, count, seed=TYPED))))
        found.append(Corpus("Val-de-Marne, nowhere", path,
                            corpora.write(folder / "moved.csv", moved.rows(streets, count * 3 // 10, seed=NOWHERE)), nowhere=True))
    if (path := reference / LYON).exists():
        found.append(Corpus("Lyon, arrondissements", path,
                            corpora.write(folder / "lyon.csv", arrondissements.rows(base.read(path), count // 5))))
    if (path := reference / BONDY).exists():
        found.append(Corpus("Bondy, its own columns", path,
                            corpora.write(folder / "bondy.csv", typed.rows(base.read(path), count // 5, seed=93))))
    return found


def real_cases(path, written):
    """Addresses of administrations with their truth, in the columns of a corpus."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = [{"adresse": row["adresse_brute"], "code_postal": row["cp_brut"], "ville": row["ville_brute"],
                 **{name: row[name] for name in corpora.TRUTH if name in row}} for row in csv.DictReader(file)]
    return corpora.write(written, rows)
