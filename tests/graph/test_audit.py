"""The audit: everything in a store that deserves a look, with the place that says so."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from schedgraph.corpus import documents
from schedgraph.graph.audit import Audit, audit
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.rdf.notation import term, text
from schedgraph.graph.shapes_check import check_shapes
from schedgraph.ontology import terms
from schedgraph.parser.document import Citation, Item, Schedule, ScheduleDocument, Source
from schedgraph.parser.evidence import Evidence, Reading
from schedgraph.parser.read import read_document

PLACE = Evidence(page=3, quote="Superseded by \x1b[31m…", start=5, end=25)


def annotated(schedule: str, item: str, successor: str) -> ScheduleDocument:
    """An approved schedule whose item carries the annotation of a successor."""
    citation = Citation(relation="superseded-by", target=successor, printed=successor, evidence=PLACE)
    return ScheduleDocument(
        source=Source(name=f"{schedule}.txt", sha256=schedule[-1] * 64, media_type="text/plain", pages=3),
        form="SF-115",
        schedule=Schedule(
            id=Reading(value=schedule, evidence=PLACE),
            approved=Reading(value=date(1991, 1, 1), evidence=PLACE),
        ),
        items=(
            Item(id=f"{schedule}/{item}", number=item, parent=None, evidence=PLACE, citations=(citation,)),
        ),
    )


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Audit]:
    circle = (
        annotated("N1-563-90-001", "1", "N1-563-90-002/1"),
        annotated("N1-563-90-002", "1", "N1-563-90-001/1"),
    )
    with Ledger.create(tmp_path_factory.mktemp("audit")) as ledger:
        for document in (*(read_document(path) for path in documents()), *circle):
            ledger.add(document)
        yield audit(ledger)


def lines(found: Audit, title: str) -> str:
    return "\n".join(next(lines for name, lines in found.sections if name.startswith(title)))


def test_a_circle_is_found_and_named(found: Audit) -> None:
    """Two items that replace each other are neither of them current."""
    assert found.cycles == (("N1-563-90-001/1", "N1-563-90-002/1"),)
    assert "N1-563-90-001/1 → N1-563-90-002/1 → N1-563-90-001/1" in lines(found, "Circles")


def test_a_conflict_comes_with_its_place_and_its_words(found: Audit) -> None:
    """Document, page and quote, with nothing in it that a terminal would obey."""
    assert "cycle" in {each.code for each in found.conflicts}
    text = lines(found, "Conflicts")
    assert "N1-563-90-001.txt, page 3: “Superseded by \\x1b[31m…”" in text
    assert "\x1b" not in text


def test_conflicts_of_different_schedules_stay_apart(found: Audit) -> None:
    """Two conflicts with the same words and other evidence are two."""
    keys = [(each.code, each.message, tuple(s.key for s in each.statements)) for each in found.conflicts]
    assert len(keys) == len(set(keys))


def test_missing_schedules_are_ranked_by_the_answers_they_might_settle(found: Audit) -> None:
    """GRS 5.1 and 5.2 would tell where 1C of 000 went; what is only cited settles nothing."""
    order = [each.schedule for each in found.dangling]
    assert order.index("GRS 5.1") < order.index("N1-563-04-001")
    ranks = [(-len(each.settles), -len(each.touches)) for each in found.dangling]
    assert ranks == sorted(ranks)
    grs = next(each for each in found.dangling if each.schedule == "GRS 5.1")
    assert "N1-567-09-006/1/c/2" in grs.settles
    cited = next(each for each in found.dangling if each.schedule == "N1-563-04-001")
    assert cited.settles == () and cited.touches == ("N1-567-09-006/1/b/1",)


def test_a_schedule_that_is_shown_is_not_missing(found: Audit) -> None:
    """Only what no document of the corpus shows is listed."""
    assert not {"N1-567-09-006", "DAA-0567-2017-0007", "N1-563-90-001"} & {
        each.schedule for each in found.dangling
    }


def test_repaired_and_ambiguous_readings_are_listed(found: Audit) -> None:
    """With what is printed, what it was read as, and how sure that is."""
    text = lines(found, "Repaired")
    assert "“NI-567-09-6” read as N1-567-09-006, repaired I→1" in text
    assert "“N1-563-04-1a” read as N1-563-04-001/1/a (cites), one of several readings" in text


def test_warnings_of_documents_are_passed_on(found: Audit) -> None:
    """What the reading doubted, the audit tells."""
    assert any(each.document.startswith("000_") for each in found.doubts)


def test_the_audit_is_json(found: Audit) -> None:
    """Every section has a key, every conflict its evidence."""
    content = json.loads(json.dumps(found.to_json()))
    assert set(content) == {
        "conflicts",
        "cycles",
        "dangling",
        "readings",
        "doubts",
        "retention_changes",
        "shapes",
    }
    circle = next(each for each in content["conflicts"] if each["code"] == "cycle")
    assert circle["evidence"][0]["page"] == 3


def test_the_shapes_report_the_circle_in_plain_words(found: Audit) -> None:
    """Message and focus node, without a word of SHACL."""
    assert "violation: auth:N1-563-90-001/1" in lines(found, "Shapes")
    assert "supersede each other" in lines(found, "Shapes")


def test_a_graph_that_breaks_a_shape_is_told() -> None:
    """An item with two verdicts is an unreported conflict."""
    item = "<https://w3id.org/schedgraph/authority/N1-563-90-001>"
    said = (
        ("<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>", term(terms.RECORDS_SCHEDULE_CLASS)),
        (term(terms.IDENTIFIER), text("N1-563-90-001")),
        (term(terms.VERDICT), term(terms.VERDICT_ACTIVE)),
        (term(terms.VERDICT), term(terms.VERDICT_SUPERSEDED)),
    )
    graph = "<https://w3id.org/schedgraph/graph/derived>"
    results = check_shapes(((item, *each, graph) for each in said), "https://w3id.org/schedgraph")
    assert (
        "auth:N1-563-90-001",
        "An authority has at most one verdict; two verdicts are an unreported conflict.",
    ) in {(each.focus, each.message) for each in results}


def test_shapes_are_checked_without_the_network(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No ontology is imported and no context fetched."""

    def touched(*_: object, **__: object) -> None:
        raise AssertionError("the network was touched")

    monkeypatch.setattr("socket.socket.connect", touched)
    monkeypatch.setattr("urllib.request.urlopen", touched)
    with Ledger.create(tmp_path) as ledger:
        ledger.add(annotated("N1-563-90-001", "1", "N1-563-90-002/1"))
        assert audit(ledger).shapes == ()
