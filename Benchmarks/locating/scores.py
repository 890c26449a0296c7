"""Answers beside the truth: what is right, what was accepted, and what was accepted wrongly."""

import collections
import csv

import corpora
import french

ACCEPTED, DOUBT, NONE = "accepted", "doubt", "none"


class Judged:
    """One case with the answer of one program."""

    def __init__(self, case, answer):
        self.case, self.answer = case, answer
        self.faults = [fault for fault in case["faults"].split(corpora.BETWEEN) if fault]
        self.found = bool(answer["result_citycode"])
        self.commune = self.found and answer["result_citycode"] == case["expected_citycode"]
        streets = {french.key(name) for name in case["expected_street"].split(corpora.BETWEEN) if name}
        self.street = self.commune and french.key(answer["result_street"]) in streets
        numbers = {squeezed(number) for number in case["expected_housenumber"].split(corpora.BETWEEN)}
        number = squeezed(answer["result_housenumber"])
        self.exact = self.street and number != "" and number in numbers and answer["result_type"] == "housenumber"
        self.status = answer.get("result_status") or NONE
        # A street for a house that is not found is less than asked, and not wrong.
        right = self.exact or (self.street and answer["result_type"] != "housenumber")
        self.wrong = self.status == ACCEPTED and not right


def squeezed(number):
    return number.replace(" ", "").lower()


class Scored:
    """What one program made of one corpus."""

    def __init__(self, judged):
        self.judged, self.count = judged, len(judged)

    def share(self, holds):
        return sum(map(holds, self.judged)) / self.count if self.count else 0

    @property
    def exact(self):
        return self.share(lambda each: each.exact)

    @property
    def street(self):
        return self.share(lambda each: each.street)

    @property
    def commune(self):
        return self.share(lambda each: each.commune)

    @property
    def not_found(self):
        return self.share(lambda each: not each.found)

    def of_status(self, status):
        return self.share(lambda each: each.status == status)

    @property
    def accepted(self):
        return sum(each.status == ACCEPTED for each in self.judged)

    @property
    def wrong(self):
        return sum(each.wrong for each in self.judged)

    @property
    def wrong_share(self):
        return self.wrong / self.accepted if self.accepted else 0

    def by_fault(self):
        """The same for the cases that have each fault."""
        groups = collections.defaultdict(list)
        for each in self.judged:
            for fault in each.faults:
                groups[fault].append(each)
        return {fault: Scored(group) for fault, group in groups.items()}


def judged(cases, answers):
    """Cases and answers stand in one order, and have the same numbers."""
    given, said = corpora.read(cases), corpora.read(answers)
    if [row["case"] for row in given] != [row["case"] for row in said]:
        raise SystemExit(f"{answers} does not answer {cases} row for row")
    return Scored([Judged(case, answer) for case, answer in zip(given, said)])


def of_score(scored, least, doubtful):
    """What addok's answers are called when its score decides, as is done with the national service."""
    def status(each):
        score = float(each.answer["result_score"] or 0)
        return ACCEPTED if score >= least else DOUBT if score >= doubtful else NONE

    return Scored([Judged(each.case, each.answer | {"result_status": status(each)}) for each in scored.judged])


def write_failures(path, corpus, scored):
    """The cases that came out otherwise than they should, the worst first, for those who write the engine."""
    kinds = [("accepted wrongly", lambda each: each.wrong),
             ("none", lambda each: each.status == NONE and each.case["expected_citycode"]),
             ("doubt, and another answer", lambda each: each.status == DOUBT and each.case["expected_citycode"] and not each.exact),
             ("doubt, and right", lambda each: each.status == DOUBT and each.exact),
             ("accepted, not the house", lambda each: each.status == ACCEPTED and not each.exact and not each.wrong)]
    shown = ["result_score", "result_type", "result_housenumber", "result_street", "result_postcode", "result_city", "result_citycode"]
    told = [name for name in ["result_reasons", "result_evidence", "result_label"] if scored.judged and name in scored.judged[0].answer]
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["corpus", "what", "case", *corpora.GIVEN, "faults", "expected", *shown, *told])
        for kind, holds in kinds:
            for each in scored.judged:
                if holds(each):
                    case = each.case
                    expected = f"{case['expected_housenumber']} {case['expected_street']} {case['expected_citycode']}".strip()
                    writer.writerow([corpus, kind, case["case"], *(case[name] for name in corpora.GIVEN), case["faults"], expected,
                                     *(each.answer.get(name, "") for name in shown + told)])
    return path
