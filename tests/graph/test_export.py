"""Exports: the same bytes for the same documents, readable by other programs, harmless in a spreadsheet."""

import csv
import hashlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
from rdflib import Dataset, Graph, URIRef
from rdflib.namespace import DCTERMS, PROV, VOID

from schedgraph.corpus import documents
from schedgraph.graph.dataset import dataset, derived_name
from schedgraph.graph.engine.worker import term_of
from schedgraph.graph.export import EXPORT_FORMATS, ExportFormat, described, export
from schedgraph.graph.iri import BASE
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.rdf.notation import Quad
from schedgraph.graph.rdf.rdflib_nodes import n_term
from schedgraph.ontology import terms
from schedgraph.parser.document import Item, Schedule, ScheduleDocument, Source
from schedgraph.parser.evidence import Evidence, Reading
from schedgraph.parser.read import read_document

NASTY = '=HYPERLINK("http://x")\x01\x1b[2J\u2028 “ü” \\ <&> ]]> \U0001f5c2'


def nasty() -> ScheduleDocument:
    """A schedule whose words are an attack."""
    place = Evidence(page=1, quote=NASTY, start=0, end=len(NASTY))

    def read(value: str) -> Reading[str]:
        return Reading(value=value, evidence=place)

    titles = (NASTY, "+1", "-1", "@a", "\tb", " =c", "plain")
    items = tuple(
        Item(id=f"N1-563-12-001/{n}", number=str(n), parent=None, evidence=place, title=read(title))
        for n, title in enumerate(titles, start=1)
    )
    source = Source(name="=nasty.txt", sha256="e" * 64, media_type="text/plain", pages=1)
    return ScheduleDocument(
        source=source,
        form="SF-115",
        schedule=Schedule(id=read("N1-563-12-001"), subject=read(NASTY)),
        items=items,
    )


def stored(folder: Path, *, backwards: bool = False) -> Ledger:
    found = [*(read_document(path) for path in documents()), nasty()]
    ledger = Ledger.create(folder)
    for document in reversed(found) if backwards else found:
        ledger.add(document)
    return ledger


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with stored(tmp_path_factory.mktemp("export")) as made:
        yield made


@pytest.fixture(scope="module")
def graph(ledger: Ledger) -> Dataset:
    return dataset(ledger)


def text(ledger: Ledger, format: ExportFormat) -> str:
    return "".join(export(ledger, format))


def quads(made: Dataset) -> set[tuple[str, ...]]:
    return {tuple(n_term(each) for each in quad) for quad in made.quads() if quad[3] is not None}  # type: ignore[arg-type]


def description(ledger: Ledger) -> set[Quad]:
    return set(described(ledger, BASE))


def read_back(data: str, format: ox.RdfFormat) -> set[tuple[str, ...]]:
    """By a reader that keeps the letters of a number, which rdflib's do not."""
    return {
        tuple(
            str(term_of(each))
            for each in (quad.subject, quad.predicate, quad.object, quad.graph_name)
            if not isinstance(each, ox.DefaultGraph)
        )
        for quad in ox.parse(data, format=format)
    }


@pytest.mark.parametrize("format", EXPORT_FORMATS)
def test_the_order_of_ingest_changes_no_byte(ledger: Ledger, tmp_path: Path, format: ExportFormat) -> None:
    """Two stores of the same documents export the same text."""
    with stored(tmp_path, backwards=True) as other:
        assert text(ledger, format) == text(other, format)


SCRIPT = """
import hashlib, sys
from pathlib import Path
from schedgraph.graph.engine.worker import term_of
from schedgraph.graph.export import EXPORT_FORMATS, export
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.store import Store
from schedgraph.graph.sparql import named
with Ledger.open(Path(sys.argv[1])) as ledger:
    for format in EXPORT_FORMATS:
        print(format, hashlib.sha256("".join(export(ledger, format)).encode()).hexdigest())
with Store.open(sys.argv[1]) as store:
    for query in named():
        print(query.name, hashlib.sha256(store.sparql(query.text).to_text("json").encode()).hexdigest())
"""


def test_the_order_of_hashes_changes_no_byte(ledger: Ledger) -> None:
    """Python orders sets anew with every start; neither an export nor the answer to a question shows it."""
    seen = set()
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(ledger.folder)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        seen.add(done.stdout)
    assert len(seen) == 1


def test_nquads_and_trig_and_json_ld_give_the_dataset_back(ledger: Ledger, graph: Dataset) -> None:
    """Nothing is lost and nothing added, whatever characters a document holds."""
    formats = {"nquads": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG, "jsonld": ox.RdfFormat.JSON_LD}
    for format, parser in formats.items():
        assert read_back(text(ledger, format), parser) == quads(graph) | description(ledger), format  # type: ignore[arg-type]


def test_turtle_merges_the_graphs(ledger: Ledger, graph: Dataset) -> None:
    """One graph of everything."""
    back = read_back(text(ledger, "turtle"), ox.RdfFormat.TURTLE)
    assert back == {each[:3] for each in quads(graph) | description(ledger)}


def test_nquads_are_sorted_lines(ledger: Ledger) -> None:
    """So that two exports can be compared with diff."""
    lines = text(ledger, "nquads").splitlines(keepends=True)
    assert lines == sorted(set(lines))


def test_json_ld_has_its_context_inside(ledger: Ledger) -> None:
    """To read it, no address has to be asked; properties go by the short names of the vocabulary's context."""
    content = json.loads(text(ledger, "jsonld"))
    context = content["@context"]
    assert "@import" not in context
    assert all(
        isinstance(each, dict) or (isinstance(each, str) and each.endswith(("#", "/")))
        for each in context.values()
    )
    assert context["approvedOn"] == {"@id": "sg:approvedOn", "@type": "xsd:date"}
    nodes = [node for graph in content["@graph"] for node in graph["@graph"]]
    assert any("identifier" in node for node in nodes)
    assert not any(key.startswith("sg:") for node in nodes for key in node)


def test_an_export_says_what_it_holds_and_what_it_was_made_from(ledger: Ledger) -> None:
    """VoID counts and PROV sources, in terms that these vocabularies have."""
    graph = Graph().parse(data=text(ledger, "turtle"), format="turtle")
    whole = URIRef(f"{BASE}/dataset")
    names = set(graph.subjects(URIRef(terms.IDENTIFIER)))
    assert graph.value(whole, VOID.entities).toPython() == len(names)  # type: ignore[union-attr]
    parts = {
        graph.value(part, VOID["class"]): graph.value(part, VOID.entities).toPython()  # type: ignore[union-attr]
        for part in graph.objects(whole, VOID.classPartition)
    }
    assert sum(parts.values()) == len(names)
    sources = set(graph.objects(URIRef(derived_name()), PROV.wasDerivedFrom))
    titles = {str(graph.value(source, DCTERMS.title)) for source in sources}
    assert {"=nasty.txt", "facts/grs_lineage.tsv"} <= titles
    for namespace in (VOID, PROV):
        known = {str(each) for each in dir(namespace)} | {
            f"{VOID}class"
        }  # a word of Python, so rdflib hides it
        used = {
            str(node)
            for quad in described(ledger, BASE)
            for node in quad
            if str(node).startswith(str(namespace))
        }
        assert used <= known


def test_graphml_opens_as_a_network(ledger: Ledger) -> None:
    """A node an authority, an edge a supersession, with words and truth values that Gephi shows."""
    network = nx.parse_graphml(text(ledger, "graphml"), force_multigraph=True)
    assert network.nodes["DAA-0567-2017-0007-0001"]["verdict"] == "active"
    edges = network.get_edge_data("N1-567-09-006/1/a", "DAA-0563-2013-0001-0006")
    assert [(edge["since"], edge["scope"], edge["rule"]) for edge in edges.values()] == [
        ("2013-08-28", "certain", "annotation")
    ]
    assert "\x1b" not in text(ledger, "graphml")


def table(ledger: Ledger) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text(ledger, "csv"), newline="")))


def test_the_table_of_items_says_what_lookup_says(ledger: Ledger) -> None:
    """One row an item: verdict, ends, dates, retention, documents."""
    found = {row["id"]: row for row in table(ledger)}
    master = found["N1-567-09-006/1/a"]
    assert master["verdict"] == "superseded"
    assert master["current"] == "DAA-0563-2013-0001-0006"
    assert master["superseded"] == "2013-08-28"
    assert (master["retention_action"], master["retention_period"]) == ("destroy", "P75Y")
    assert master["documents"].startswith("000_")
    reports = found["N1-567-09-006/1/c/2"]
    assert (reports["current"], reports["possible_current"]) == ("", "GRS 5.1; GRS 5.2")
    assert found["DAA-0567-2017-0007-0001"]["approved"] == "2017-05-31"


def test_no_cell_runs_as_a_formula(ledger: Ledger) -> None:
    """Whatever a title or a file name begins with, a spreadsheet shows it as words."""
    for row in table(ledger):
        for cell in row.values():
            assert not cell.lstrip().startswith(("=", "+", "-", "@"))
    titles = {row["title"] for row in table(ledger)}
    assert {"'+1", "'-1", "'@a", "plain"} <= titles


def test_exports_can_be_told_apart_by_content(ledger: Ledger) -> None:
    """No two formats are the same text, and none is empty."""
    digests = {hashlib.sha256(text(ledger, format).encode()).hexdigest() for format in EXPORT_FORMATS}
    assert len(digests) == len(EXPORT_FORMATS)


def test_an_unknown_format_is_refused(ledger: Ledger) -> None:
    """With the formats that there are."""
    with pytest.raises(ValueError, match="nquads"):
        text(ledger, "xlsx")  # type: ignore[arg-type]
