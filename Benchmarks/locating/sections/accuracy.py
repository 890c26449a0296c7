"""What is found, and what is accepted wrongly, beside addok on the same bases and the same cases."""

import collections
import shutil

import peer
import scores
from section import Section

# What the national service gives back, and what a careful agent takes without looking.
GIVEN_BACK, TAKEN = 0.5, 0.8


class Answered:
    """The answers of both programs to a corpus."""

    def __init__(self, corpus, ours, peers):
        self.corpus, self.ours = corpus, ours
        self.taken = scores.of_score(peers, TAKEN, GIVEN_BACK) if peers else None
        self.given_back = scores.of_score(peers, GIVEN_BACK, GIVEN_BACK) if peers else None


def answer(ours, corpora, folder, failures, with_peer):
    """Both programs answer all corpora, in turn. What they took is told beside the answers."""
    by_base = collections.defaultdict(list)
    for corpus in corpora:
        by_base[corpus.base].append(corpus)
    answered, taken = [], {}
    failures.mkdir(parents=True, exist_ok=True)
    for base, some in by_base.items():
        index = folder / f"{base.name}.index"
        taken[base] = {"index": index, "build": ours.index([base], index, folder), "runs": {}}
        for corpus in some:
            taken[base]["runs"][corpus.title] = ours.answer(corpus.cases, index, corpus.answers, folder)
        if with_peer:
            taken[base]["peer"] = peer.answer(base, {corpus.cases: corpus.peer_answers for corpus in some})
        for corpus in some:
            mine = scores.judged(corpus.cases, corpus.answers)
            theirs = scores.judged(corpus.cases, corpus.peer_answers) if with_peer else None
            answered.append(Answered(corpus, mine, theirs))
            scores.write_failures(failures / f"{corpus.cases.stem}.csv", corpus.cases.stem, mine)
            shutil.copy(corpus.cases, failures / f"{corpus.cases.stem}-cases.csv")
    return answered, taken


def overall(answered):
    section = Section(
        "Found and accepted",
        "*Exact*: the house asked for, of the right street and commune, as the best answer, accepted or not. *Accepted*"
        f" is Gabarit's own verdict; for addok, a score of {TAKEN} and more (and of {GIVEN_BACK} and more, what the national"
        " service gives back for a file). *Wrong*: accepted, and another house, street or commune than the truth.",
        ["addresses", "cases", "program", "exact", "street", "commune", "no answer", "accepted", "doubt", "none", "wrong",
         "of the accepted"])
    for each in answered:
        if each.corpus.nowhere:
            continue
        lines = [("Gabarit", each.ours)]
        if each.taken:
            lines += [(f"addok ≥ {TAKEN}", each.taken), (f"addok ≥ {GIVEN_BACK}", each.given_back)]
        for name, scored in lines:
            section.add(each.corpus.title, f"{scored.count:,}", name, *map(percent, [
                scored.exact, scored.street, scored.commune, scored.not_found, *(scored.of_status(s) for s in
                (scores.ACCEPTED, scores.DOUBT, scores.NONE))]), scored.wrong, percent(scored.wrong_share, 2))
        if each.corpus.cases.stem == "real":
            section.expect(each.ours.exact >= 0.972, f"{percent(each.ours.exact)} of the real addresses are exact: less than 97.2 %")
            section.expect(each.ours.wrong_share <= 0.002, f"{percent(each.ours.wrong_share, 2)} of the accepted real addresses are wrong: more than 0.2 %")
            section.expect(each.ours.of_status(scores.DOUBT) <= 0.05, f"{percent(each.ours.of_status(scores.DOUBT))} of the real addresses are doubted: more than 5 %")
        if each.taken:
            section.expect(each.ours.exact >= each.taken.exact, f"addok finds more than Gabarit of: {each.corpus.title}")
    return section


def nowhere(answered):
    section = Section(
        "Addresses that are nowhere",
        "Real streets said to be in another commune, made-up names, other kinds of way, numbers that are not. Nothing may be accepted,"
        " save the street itself when only its number is made up. The count of what was accepted all the same:",
        ["what is wrong with them", "cases", "Gabarit accepts", "doubt", "none", f"addok ≥ {TAKEN}", f"addok ≥ {GIVEN_BACK}"])
    for each in answered:
        if not each.corpus.nowhere:
            continue
        theirs = [scored.by_fault() if scored else {} for scored in (each.taken, each.given_back)]
        for kind, scored in each.ours.by_fault().items():
            section.add(kind, scored.count, scored.wrong, *counts(scored), *(of[kind].wrong if of else "" for of in theirs))
        section.add("**all**", each.ours.count, each.ours.wrong, *counts(each.ours),
                    *(of.wrong if of else "" for of in (each.taken, each.given_back)))
        section.expect(each.ours.wrong == 0, f"{each.ours.wrong} addresses that are nowhere were accepted")
    return section


def by_fault(answered, stem="typed"):
    section = Section(
        "By fault",
        "The addresses of the Val-de-Marne as people and administrations type them, by what is wrong with them (an address may have"
        " several faults). The share of exact answers, and Gabarit's verdicts.",
        ["fault", "cases", "Gabarit, exact", "addok, exact", "accepted", "doubt", "none", "wrong"])
    for each in answered:
        if each.corpus.cases.stem == stem:
            theirs = each.taken.by_fault() if each.taken else {}
            for fault, scored in sorted(each.ours.by_fault().items(), key=lambda pair: pair[1].exact):
                section.add(fault, scored.count, percent(scored.exact), percent(theirs[fault].exact) if theirs else "",
                            *(percent(scored.of_status(s)) for s in (scores.ACCEPTED, scores.DOUBT, scores.NONE)), scored.wrong)
    return section


def counts(scored):
    return [round(scored.of_status(status) * scored.count) for status in (scores.DOUBT, scores.NONE)]


def percent(share, digits=1):
    return f"{100 * share:.{digits}f} %"
