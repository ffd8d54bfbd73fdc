"""The questions that ship: each runs, each is in the cookbook, and the bundled documents answer them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from bench import cookbook
from schedgraph.corpus import documents
from schedgraph.graph.engine.engine import Engine
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.sparql import NamedQuery, named, run
from schedgraph.parser.document import (
    Citation,
    Disposition,
    Item,
    Retention,
    Schedule,
    ScheduleDocument,
    Source,
)
from schedgraph.parser.evidence import Evidence, Reading
from schedgraph.parser.read import read_document
from tests.graph import histories
from tests.graph.engines import ask, evaluation

COOKBOOK = Path(__file__).parents[2] / "docs" / "cookbook.md"
QUERIES = {each.name: each for each in named()}


def withdrawn() -> ScheduleDocument:
    """A returned schedule: one item is struck, one is withdrawn, one cites the dead 1A of 000."""
    place = Evidence(page=1, quote="words", start=0, end=5)

    def read(value: object) -> Reading[object]:
        return Reading(value=value, evidence=place)

    number = "N1-563-12-001"
    cited = Citation(relation="cites", target="N1-567-09-006/1/a", printed="N1-567-09-6/1a", evidence=place)
    items = (
        Item(id=f"{number}/1", number="1", parent=None, evidence=place, strike="full", citations=(cited,)),
        Item(id=f"{number}/2", number="2", parent=None, evidence=place, action_taken=read("withdrawn")),  # type: ignore[arg-type]
    )
    source = Source(name="withdrawn.txt", sha256="d" * 64, media_type="text/plain", pages=1)
    return ScheduleDocument(source=source, form="SF-115", schedule=Schedule(id=read(number)), items=items)  # type: ignore[arg-type]


def built(folder: Path, found: list[ScheduleDocument]) -> Engine:
    with Ledger.create(folder) as ledger:
        for document in found:
            ledger.add(document)
        return evaluation(ledger)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    found = [*(read_document(path) for path in documents()), withdrawn()]
    yield built(tmp_path_factory.mktemp("seeds"), found)


def rows(graph: Engine, name: str) -> list[tuple[str, ...]]:
    answer = run(graph, QUERIES[name].text)
    return [tuple("" if each is None else str(each) for each in row) for row in answer.rows]


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_every_question_is_answered_and_fills_its_columns(graph: Engine, query: NamedQuery) -> None:
    """A question has a title with a question mark, and no column of it stays empty everywhere."""
    answer = run(graph, query.text)
    assert query.title.endswith("?")
    filled = {
        name
        for row in answer.rows
        for name, value in zip(answer.variables, row, strict=True)
        if value is not None
    }
    if query.name not in ("due-for-review", "partially-superseded"):
        assert filled == set(answer.variables)


@pytest.mark.parametrize("name", QUERIES)
def test_every_question_answers_an_empty_store_with_no_rows(name: str) -> None:
    """A count of nothing is no row."""
    assert ask((), QUERIES[name].text).rows == ()


def test_every_question_is_in_the_cookbook_and_the_cookbook_invents_none() -> None:
    """The cookbook names each by the command that runs it, with its title."""
    text = COOKBOOK.read_text(encoding="utf-8")
    assert set(re.findall(r"sparql --name ([a-z-]+)", text)) == set(QUERIES)
    for query in QUERIES.values():
        assert query.title in text


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_a_question_that_leaves_rows_out_says_so(query: NamedQuery) -> None:
    """What its head says is what its LIMIT does; a question without LIMIT never speaks of a part."""
    limits = [int(each) for each in re.findall(r"LIMIT ([0-9]+)", query.text) if each != "1"]
    assert len(limits) <= 1
    for most in limits:
        assert query.left_out(most - 1) is None
        assert f"At most {most:,} " in (query.left_out(most) or "")
    assert limits or query.left_out(10**9) is None
    assert not [each for each in re.findall(r"LIMIT ([0-9]+)", query.unlimited) if each != "1"]


def test_the_longest_kept_and_the_oldest_approved_come_first(tmp_path: Path) -> None:
    """Where an answer stops, it stops behind those that the question asks for first."""
    number, place = "N1-563-12-001", Evidence(page=1, quote="words", start=0, end=5)
    periods = {"1": "P3Y", "2": "P75Y", "3": "P30D", "4": "P18M"}
    items = tuple(
        Item(
            id=f"{number}/{each}",
            number=each,
            parent=None,
            evidence=place,
            disposition=Disposition(
                retention=Reading(value=Retention(text=period, period=period), evidence=place)
            ),
        )
        for each, period in periods.items()
    )
    source = Source(name="kept.txt", sha256="e" * 64, media_type="text/plain", pages=1)
    schedule = Schedule(id=Reading(value=number, evidence=place))
    engine = built(tmp_path, [ScheduleDocument(source=source, form="SF-115", schedule=schedule, items=items)])
    two = QUERIES["longest-retention"].text.replace("LIMIT 1000", "LIMIT 2")
    assert [str(row[0]) for row in run(engine, two).rows] == [f"{number}/2", f"{number}/1"]


def test_there_are_at_least_twenty_five_questions() -> None:
    """Every one of them is run and its answer printed in the cookbook."""
    assert len(QUERIES) >= 25


def test_the_answers_in_the_cookbook_are_those_of_the_bundled_documents() -> None:
    """`make check` runs the same: a changed question or answer changes the page."""
    assert cookbook.main(["--check"]) == 0


def test_a_stale_cookbook_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page whose generated part was lost is told, and writing mends it."""
    stale = tmp_path / "cookbook.md"
    stale.write_text(cookbook.GENERATED.sub("", COOKBOOK.read_text(encoding="utf-8")), encoding="utf-8")
    monkeypatch.setattr(cookbook, "PAGE", stale)
    assert cookbook.main(["--check"]) == 1
    assert "run `python -m bench.cookbook`" in capsys.readouterr().err
    assert cookbook.main([]) == 0
    assert stale.read_text(encoding="utf-8") == COOKBOOK.read_text(encoding="utf-8")


def test_every_query_of_the_cookbook_runs(graph: Engine) -> None:
    """A reader can paste any of them."""
    blocks = re.findall(r"```sparql\n(.*?)```", COOKBOOK.read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) >= 3
    for block in blocks:
        assert run(graph, block).truth


def test_what_replaced_item_1a(graph: Engine) -> None:
    """The annotation of 000, with its date and its words, though its number is damaged."""
    found = [row for row in rows(graph, "replacements") if row[0] == "N1-567-09-006/1/a"]
    assert [(row[1], row[2], row[3], row[4]) for row in found] == [
        ("DAA-0563-2013-0001-0006", "2013-08-28", "certain", "annotation")
    ]
    assert found[0][5].startswith("000_") and "0563" in found[0][7]


def test_only_the_era_item_is_active(graph: Engine) -> None:
    """004's item is active up to its print date; nothing of 000 is."""
    assert ("DAA-0567-2017-0007-0001", "Master File Data", "2017-06-12") in rows(graph, "active-items")
    assert not [row for row in rows(graph, "active-items") if row[0].startswith("N1-567")]


def test_the_printed_successor_of_1c_is_dead_itself(graph: Engine) -> None:
    """DAA-GRS-2013-0001 is GRS 4.3, replaced by GRS 5.1 and 5.2: which item went where is not stated."""
    found = {(row[1], row[2]) for row in rows(graph, "long-chains") if row[0] == "N1-567-09-006/1/c/2"}
    assert found == {
        (f"DAA-GRS-2013-0001-000{number}", f"GRS 5.{part}") for number in (5, 6) for part in (1, 2)
    }
    ends = {(row[4], row[5]) for row in rows(graph, "current-by-schedule") if row[1] == "N1-567-09-006/1/c/2"}
    assert ends == {("GRS 5.1", "possible"), ("GRS 5.2", "possible")}


def test_a_stamp_alone_names_no_successor(graph: Engine) -> None:
    """1.B is struck, stamped and without annotation."""
    found = {row[2] for row in rows(graph, "stamps-without-successors")}
    assert {"N1-567-09-006/1/b", "N1-567-09-006/1/b/1", "N1-567-09-006/1/b/2"} <= found
    assert "N1-567-09-006/1/a" not in found


def test_supersession_crosses_record_groups(graph: Engine) -> None:
    """From 567 to 563, and from an agency to the General Records Schedules."""
    found = {(row[0], row[1], row[3]) for row in rows(graph, "across-record-groups")}
    assert ("N1-567-09-006/1/a", "567", "563") in found
    assert ("N1-567-09-006/1/c/2", "567", "GRS") in found


def test_the_damaged_numbers_of_000_are_listed(graph: Engine) -> None:
    """NI-567-09-6 and PAA - 0563 - … were repaired, and it says so."""
    found = {(row[0], row[1]) for row in rows(graph, "repaired-numbers")}
    assert ("NI-567-09-6", "N1-567-09-006") in found
    assert "DAA-0563-2013-0001-0006" in {read for _, read in found}


def test_both_readings_of_an_ambiguous_number_are_listed(graph: Engine) -> None:
    """N1-563-04-1a is job 1 item a, or item 1a."""
    found = {row[2] for row in rows(graph, "ambiguous-numbers") if row[1] == "N1-563-04-1a"}
    assert found == {"N1-563-04-001/a", "N1-563-04-001/1/a"}


def test_a_withdrawn_item_was_never_approved(graph: Engine) -> None:
    """Column 10 says “withdrawn”."""
    assert ("N1-563-12-001/2", "withdrawn") in rows(graph, "never-approved")


def test_a_struck_item_without_a_reason_is_shown(graph: Engine) -> None:
    """A strike proves little alone: the item is indeterminate, not dead."""
    assert ("N1-563-12-001/1", "full", "indeterminate") in rows(graph, "struck-but-not-dead")


def test_what_cites_a_dead_authority_is_found(graph: Engine) -> None:
    """An item that relies on 1A of 000 relies on something superseded."""
    found = {(row[0], row[2], row[3]) for row in rows(graph, "citing-the-dead")}
    assert ("N1-563-12-001/1", "N1-567-09-006/1/a", "superseded") in found


def test_seventy_five_years_are_longer_than_three(graph: Engine) -> None:
    """Periods are compared as time, not as text."""
    found = [row[:2] for row in rows(graph, "longest-retention")]
    assert found.index(("N1-567-09-006/1/a", "P75Y")) < found.index(("DAA-0567-2017-0007-0001", "P3Y"))


def test_a_verdict_leads_to_its_approval(graph: Engine) -> None:
    """That 004's item is active rests on the Approve row of its signatory table."""
    found = {row[2] for row in rows(graph, "evidence-of-verdicts") if row[0] == "DAA-0567-2017-0007-0001"}
    assert {"approval", "printed-status"} <= found


def test_the_signatures_of_004_stand_in_their_order(graph: Engine) -> None:
    """From the agency's certification to the Archivist."""
    found = [row[1] for row in rows(graph, "signature-chain") if row[0] == "DAA-0567-2017-0007"]
    assert found == ["Certify", "Submit for Concurrence", "Concur", "Approve"]


def test_the_approval_of_000_is_not_shown(graph: Engine) -> None:
    """Its Archivist date is blank; that of 004 is in the table of signatures."""
    found = {row[0] for row in rows(graph, "approval-not-shown")}
    assert "N1-567-09-006" in found
    assert "DAA-0567-2017-0007" not in found


def test_items_are_counted_by_agency_and_verdict(graph: Engine) -> None:
    """One item of 004 is active."""
    assert ("Immigration and Customs Enforcement", "active", "1") in rows(graph, "items-by-agency")


def test_an_item_with_two_certain_successors_is_a_split(graph: Engine) -> None:
    """1C(2) went to two items of GRS 4.3, and GRS 5.2/010 took four items over."""
    found = {row[:3] for row in rows(graph, "splits-and-merges")}
    assert ("split", "N1-567-09-006/1/c/2", "2") in found
    assert ("merge", "GRS 5.2/010", "4") in found


def test_an_open_end_says_why_it_is_open(graph: Engine) -> None:
    """1C(2) ends in GRS 5.1 or 5.2."""
    found = {(row[2], row[3]) for row in rows(graph, "open-ends") if row[0] == "N1-567-09-006/1/c/2"}
    assert ("GRS 5.2", "pairwise-annotation") in found


def test_the_repaired_number_is_the_least_sure_and_a_supersession_rests_on_it(graph: Engine) -> None:
    """PAA - 0563 … was read as DAA-0563 …"""
    first = rows(graph, "least-sure-readings")[0]
    assert 0 < float(first[0]) < 1
    assert first[1:4] == ("PAA - 0563 - 2013 - 0001 - 0006", "DAA-0563-2013-0001-0006", "N1-567-09-006/1/a")


def test_documents_and_sources_are_listed(graph: Engine) -> None:
    """Both documents with their forms, and the memo that published the end of GRS 4.3."""
    forms = {(row[0][:3], row[1], row[4]) for row in rows(graph, "documents-read")}
    assert {("000", "SF-115", "N1-567-09-006"), ("004", "ERA", "DAA-0567-2017-0007")} <= forms
    assert any("memos/ac33-2017" in row[0] for row in rows(graph, "sources-of-facts"))


def by_walk(graph: Engine) -> set[tuple[str, str]]:
    query = """SELECT ?item ?end { ?node a sg:ScheduleItem ; sg:identifier ?item ;
        sg:currentAuthority/sg:identifier ?end }"""
    return {(str(row[0]), str(row[1])) for row in run(graph, query).rows}


def by_structure(graph: Engine) -> set[tuple[str, str]]:
    return {(row[0], row[1]) for row in rows(graph, "verdict-by-structure")}


def test_the_certain_ends_follow_from_the_supersessions_alone(graph: Engine) -> None:
    """Property paths over the supersessions come to the same current authorities as the walk in Python."""
    assert by_structure(graph) == by_walk(graph) != set()


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=histories.histories())
def test_random_histories_end_where_their_structure_says(
    history: histories.History, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The same for schedules that replace one another at random, in splits, merges and circles."""
    # Which older records a successor leaves alone is told by words and not by arrows.
    plain = replace(history, exempt=())
    graph = built(tmp_path_factory.mktemp("history"), list(histories.documents(plain)))
    assert by_structure(graph) == by_walk(graph)
