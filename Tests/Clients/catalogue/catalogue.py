"""The catalogue of a running portal as its clients see it.

    python catalogue.py http://127.0.0.1:8080      (pip install rdflib pyshacl OWSLib lxml requests)

Reads every page in the three syntaxes and holds that they say the same (rdflib); judges them by the shapes of DCAT-AP
where `../shared/conformance/dcat-ap` lies beside the checkout (pyshacl); reads the ISO 19139 sheet of every dataset
(OWSLib); reads the site map.
"""

import pathlib
import sys

import lxml.etree
import owslib.iso
import rdflib
import rdflib.compare
import requests

SITE = sys.argv[1].rstrip("/")
SHAPES = pathlib.Path(__file__).resolve().parents[4] / "shared/conformance/dcat-ap"
DCAT, DCT, HYDRA, SH = (
    rdflib.Namespace(space) for space in (
        "http://www.w3.org/ns/dcat#", "http://purl.org/dc/terms/", "http://www.w3.org/ns/hydra/core#",
        "http://www.w3.org/ns/shacl#"))
FORMATS = {"jsonld": "json-ld", "ttl": "turtle", "rdf": "xml"}
failures = []


def check(truth, words):
    print("ok  " if truth else "FAIL", words)
    if not truth:
        failures.append(words)


def pages(ending):
    """Every page of the catalogue in one syntax."""
    address = f"{SITE}/catalog.{ending}"
    while address:
        answer = requests.get(address, timeout=60)
        answer.raise_for_status()
        graph = rdflib.Graph().parse(data=answer.text, format=FORMATS[ending])
        yield graph
        address = next((str(link) for link in graph.objects(None, HYDRA.next)), None)


def without_pages(graph):
    """The graph without the addresses of pages, which name their syntax."""
    kept = rdflib.Graph()
    for statement in graph:
        if not str(statement[0]).startswith(f"{SITE}/catalog.") and not str(statement[2]).startswith(f"{SITE}/catalog."):
            kept.add(statement)
    return rdflib.compare.to_isomorphic(kept)


def shapes(name):
    """The shapes, without those that name no path: pyshacl refuses to start with them."""
    graph = rdflib.Graph().parse(SHAPES / name)
    for shape, rule in list(graph.subject_objects(SH.property)):
        if graph.value(rule, SH.path) is None:
            graph.remove((shape, SH.property, rule))
    return graph


def violations(graph, rules):
    import pyshacl

    _, report, _ = pyshacl.validate(graph, shacl_graph=rules)
    return sum(
        1 for result in report.objects(None, SH.result)
        if report.value(result, SH.resultSeverity) == SH.Violation)


read = {ending: list(pages(ending)) for ending in FORMATS}
first = [without_pages(graph) for graph in read["jsonld"]]
for ending in ("ttl", "rdf"):
    check([without_pages(graph) for graph in read[ending]] == first, f"{ending} says what jsonld says")
datasets = {}
for graph in read["jsonld"]:
    for node in graph.subjects(rdflib.RDF.type, DCAT.Dataset):
        datasets[str(graph.value(node, DCT.identifier))] = node
print(len(datasets), "datasets on", len(first), "pages")
if SHAPES.is_dir():
    for name in ("dcat-ap-3.0.1-SHACL.ttl", "dcat-ap-3.0.1-mdr-vocabularies.shape.ttl"):
        rules = shapes(name)
        check(sum(violations(graph, rules) for graph in read["ttl"]) == 0, f"no violation of {name}")
else:
    print("skip the shapes of DCAT-AP do not lie beside the checkout")
for name in sorted(datasets):
    sheet = requests.get(f"{datasets[name]}.iso.xml", timeout=60)
    metadata = owslib.iso.MD_Metadata(lxml.etree.fromstring(sheet.content))
    part = metadata.identification[0] if isinstance(metadata.identification, list) else metadata.identification
    known = [metadata.identifier == name, part.title, part.abstract, part.date, part.keywords, part.contact,
             part.otherconstraints, metadata.distribution.online]
    check(sheet.ok and all(known), f"{name}: ISO 19139 is read")
    alone = requests.get(str(datasets[name]), headers={"Accept": "text/turtle"}, timeout=60)
    check((datasets[name], rdflib.RDF.type, DCAT.Dataset) in rdflib.Graph().parse(data=alone.text, format="turtle"),
          f"{name}: its address gives it")
places = lxml.etree.fromstring(requests.get(f"{SITE}/sitemap.xml", timeout=60).content)
check(len(places) > len(datasets), "the site map holds the pages")
sys.exit(1 if failures else 0)
